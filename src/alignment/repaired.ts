/** Lists which lines of the repaired store are side by side. */
import { type Alignment, above, blank, doc, facing, type Row } from './rows.ts'

/** Taking the lock, and releasing it when the method returns. */
const lock: Row = [2, 0, 'no-lock']
/** `if element, ok := …`, and the two lines of the port that do the same. */
const lookUp: Row = [1, 2]

/** A region: so much documentation on each side, and the rows of its code. */
const region = (listing: number, port: number, ...rows: Row[]): Row[] => [
  above,
  [listing, port],
  ...rows,
  blank,
]

/** A method that holds the lock. */
const locked = (listing: number, port: number, ...rows: Row[]): Row[] =>
  region(listing, port, ...facing(1), lock, ...rows)

export const repaired: Alignment = {
  import: region(
    2,
    4,
    [1, 0, 'no-package-clause'],
    above,
    [2, 1], // import ( and "container/list"
    [1, 0, 'built-in'], // "errors"
    [0, 1, 'built-in'], // SmallMap
    [1, 1], // session
    [1, 0, 'built-in'], // "math"
    [1, 0, 'no-lock'], // "sync"
    [2, 1], // "time" and )
  ),
  pder: region(0, 1, ...facing(1)),
  ErrEnded: region(1, 1, [1, 7]),
  SessionStore: region(
    1,
    1,
    [1, 4], // the type, and the class with what it extends and implements
    [0, 1, 'further-down'], // ended
    [0, 1, 'constructor'],
    ...facing(4),
    [1, 0, 'further-up'], // ended
    [1, 3], // the end of the type, and of the constructor
  ),
  'SessionStore.Set': locked(2, 4, ...facing(6)),
  // The four lines are both conditions.
  'SessionStore.Get': locked(2, 4, [4, 1], ...facing(5)),
  'SessionStore.Delete': locked(2, 4, ...facing(6)),
  'SessionStore.SessionID': region(1, 1, ...facing(3)),
  'SessionStore.alive': region(2, 1, ...facing(4)),
  'SessionStore.touch': region(2, 1, ...facing(9), [0, 1, 'class-end']),
  Provider: region(
    1,
    1,
    ...facing(1),
    [1, 0, 'no-lock'], // the mutex
    ...facing(1), // sessions
    [1, 0, 'further-down'], // list
    ...facing(1), // maxlifetime
    [0, 1, 'further-up'], // list
    [1, 0, 'class-goes-on'],
  ),
  'Provider.SessionInit': locked(1, 1, ...facing(2)),
  'Provider.SessionRead': locked(2, 1, lookUp, ...facing(6)),
  'Provider.SessionDestroy': locked(1, 1, lookUp, ...facing(5)),
  'Provider.SessionGC': locked(
    3,
    8,
    [0, 1, 'int64-guard'],
    blank,
    ...facing(13), // the lifetime and the loop
  ),
  'Provider.SessionUpdate': locked(1, 1, lookUp, ...facing(5)),
  'Provider.SessionExist': locked(1, 1, ...facing(3)),
  'Provider.SessionRegenerate': locked(
    2,
    4,
    ...facing(1), // the values
    lookUp,
    ...facing(7),
  ),
  'Provider.create': region(2, 1, ...facing(1), lookUp, ...facing(8)),
  'Provider.remove': region(2, 1, ...facing(5), [0, 1, 'class-end']),
  init: [
    above,
    doc(1),
    ...facing(4),
    blank,
    [0, 1, 'pder-late'],
    [0, 1, 'call-of-init'],
  ],
}
