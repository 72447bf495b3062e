/** Lists which lines of the repaired store are side by side. */
import { type Alignment, blank, doc, facing, type Row } from './rows.ts'

/** The blank line in Go between a region's marker and its documentation. */
const above: Row = [1, 0]
/** Documentation on both sides. */
const docs = (listing: number, port: number): Row => [listing, port]
/** Taking the lock, and releasing it when the method returns. */
const lock: Row = [2, 0, 'no-lock']
/** `if element, ok := …`, and the two lines of the port that do the same. */
const lookUp: Row = [1, 2]

export const alignmentOfRepaired: Alignment = {
  'repaired.import': [
    above,
    docs(2, 4),
    [1, 0, 'no-package-clause'],
    above,
    [2, 1], // import ( and "container/list"
    [1, 0, 'built-in'], // "errors"
    [0, 1, 'built-in'], // SmallMap
    [1, 1], // session
    [1, 0, 'built-in'], // "math"
    [1, 0, 'no-lock'], // "sync"
    [2, 1], // "time" and )
    blank,
  ],
  'repaired.pder': [above, doc(1), ...facing(1), blank],
  'repaired.ErrEnded': [above, docs(1, 1), [1, 7], blank],
  'repaired.SessionStore': [
    above,
    docs(1, 1),
    [1, 4], // the type, and the class with what it extends and implements
    [0, 1, 'further-down'], // ended
    [0, 1, 'constructor'],
    ...facing(4),
    [1, 0, 'further-up'], // ended
    [1, 3], // the end of the type, and of the constructor
    blank,
  ],
  'repaired.SessionStore.Set': [
    above,
    docs(2, 4),
    ...facing(1),
    lock,
    ...facing(6),
    blank,
  ],
  'repaired.SessionStore.Get': [
    above,
    docs(2, 4),
    ...facing(1),
    lock,
    [4, 1], // both conditions
    ...facing(5),
    blank,
  ],
  'repaired.SessionStore.Delete': [
    above,
    docs(2, 4),
    ...facing(1),
    lock,
    ...facing(6),
    blank,
  ],
  'repaired.SessionStore.SessionID': [above, docs(1, 1), ...facing(3), blank],
  'repaired.SessionStore.alive': [above, docs(2, 1), ...facing(4), blank],
  'repaired.SessionStore.touch': [
    above,
    docs(2, 1),
    ...facing(9),
    [0, 1, 'class-end'],
    blank,
  ],
  'repaired.Provider': [
    above,
    docs(1, 1),
    ...facing(1),
    [1, 0, 'no-lock'], // the mutex
    ...facing(1), // sessions
    [1, 0, 'further-down'], // list
    ...facing(1), // maxlifetime
    [0, 1, 'further-up'], // list
    [1, 0, 'class-goes-on'],
    blank,
  ],
  'repaired.Provider.SessionInit': [
    above,
    docs(1, 1),
    ...facing(1),
    lock,
    ...facing(2),
    blank,
  ],
  'repaired.Provider.SessionRead': [
    above,
    docs(2, 1),
    ...facing(1),
    lock,
    lookUp,
    ...facing(6),
    blank,
  ],
  'repaired.Provider.SessionDestroy': [
    above,
    docs(1, 1),
    ...facing(1),
    lock,
    lookUp,
    ...facing(5),
    blank,
  ],
  'repaired.Provider.SessionGC': [
    above,
    docs(3, 8),
    ...facing(1),
    lock,
    [0, 1, 'int64-guard'],
    blank,
    ...facing(13), // the lifetime and the loop
    blank,
  ],
  'repaired.Provider.SessionUpdate': [
    above,
    docs(1, 1),
    ...facing(1),
    lock,
    lookUp,
    ...facing(5),
    blank,
  ],
  'repaired.Provider.SessionExist': [
    above,
    docs(1, 1),
    ...facing(1),
    lock,
    ...facing(3),
    blank,
  ],
  'repaired.Provider.SessionRegenerate': [
    above,
    docs(2, 4),
    ...facing(1),
    lock,
    ...facing(1), // the values
    lookUp,
    ...facing(7),
    blank,
  ],
  'repaired.Provider.create': [
    above,
    docs(2, 1),
    ...facing(1),
    lookUp,
    ...facing(8),
    blank,
  ],
  'repaired.Provider.remove': [
    above,
    docs(2, 1),
    ...facing(5),
    [0, 1, 'class-end'],
    blank,
  ],
  'repaired.init': [
    above,
    doc(1),
    ...facing(4),
    blank,
    [0, 1, 'pder-late'],
    [0, 1, 'call-of-init'],
  ],
}
