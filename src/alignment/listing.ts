/** Lists which lines of the chapter's Go and of its port are side by side. */
import { type Alignment, blank, doc, facing } from './rows.ts'

export const listing: Alignment = {
  import: [
    [1, 0, 'no-package-clause'],
    [1, 0],
    doc(4),
    [2, 1], // import ( and "container/list"
    [1, 1], // session
    [1, 0, 'no-lock'], // "sync"
    [2, 1], // "time" and )
    blank,
  ],
  pder: [doc(1), ...facing(1), blank],
  SessionStore: [
    doc(1),
    ...facing(1),
    [0, 1, 'constructor'],
    ...facing(4), // the fields and the closing brace
    blank,
  ],
  'SessionStore.Set': [doc(1), ...facing(5), blank],
  'SessionStore.Get': [
    doc(1),
    ...facing(7), // up to the brace that closes else
    [1, 0, 'unreachable'],
    ...facing(1),
    blank,
  ],
  'SessionStore.Delete': [doc(1), ...facing(5), blank],
  'SessionStore.SessionID': [doc(1), ...facing(3), [0, 1, 'class-end'], blank],
  Provider: [
    doc(1),
    ...facing(1),
    [1, 0, 'no-lock'], // the mutex
    ...facing(2), // sessions, list
    [1, 0, 'class-goes-on'],
    blank,
  ],
  'Provider.SessionInit': [
    doc(1),
    ...facing(1),
    [2, 0, 'no-lock'],
    ...facing(6),
    blank,
  ],
  'Provider.SessionRead': [
    doc(1),
    ...facing(1),
    [1, 2], // if element, ok := …
    ...facing(5),
    [1, 0, 'unreachable'],
    ...facing(1),
    blank,
  ],
  'Provider.SessionDestroy': [
    doc(1),
    ...facing(1),
    [1, 2], // if element, ok := …
    ...facing(6),
    blank,
  ],
  'Provider.SessionGC': [
    doc(5),
    ...facing(1),
    [2, 0, 'no-lock'],
    [0, 1, 'int64-guard'],
    ...facing(14), // the blank line and the loop
    blank,
  ],
  'Provider.SessionUpdate': [
    doc(1),
    ...facing(1),
    [2, 0, 'no-lock'],
    [1, 2], // if element, ok := …
    ...facing(6),
    [0, 1, 'class-end'],
    blank,
  ],
  init: [
    doc(1),
    ...facing(4),
    blank,
    [0, 1, 'pder-late'],
    [0, 1, 'call-of-init'],
  ],
  'example.import': [
    [2, 1], // import ( and the session package
    [2, 1], // the blank import and )
    [0, 1],
  ],
  'example.init': [...facing(7), [0, 1, 'call-of-init']],
  'session.Session': [[2, 1], ...facing(10)],
  'session.Provider': [
    ...facing(8),
    [1, 4], // the comment of SessionGC
    ...facing(2),
  ],
}
