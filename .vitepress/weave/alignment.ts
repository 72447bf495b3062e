/** Lists which lines of the listing and of the port are side by side. */

/** Why a line has no counterpart. The text for readers is in comments.json. */
export type Gap =
  /** A Go file names its package; a TypeScript file is its own module. */
  | 'no-package-clause'
  /** Go sets fields by name; the port sets them in a constructor. */
  | 'constructor'
  /** The class ends below its methods, which Go writes outside the type. */
  | 'class-end'
  /** Go's struct ends before its methods; the class continues. */
  | 'class-goes-on'
  /** Import, field, lock and deferred unlock of the mutex. */
  | 'no-lock'
  /** The TypeScript compiler rejects unreachable code. */
  | 'unreachable'
  /** The port rejects a lifetime that is out of range for Go's int64. */
  | 'int64-guard'
  /** A class cannot be used above its definition, so the port sets it later. */
  | 'pder-late'
  /** Go calls `init` by itself. */
  | 'call-of-init'

/**
 * How many lines of the listing are beside how many lines of the port. If one
 * number is 0, the gap says why; comments and blank lines need no gap.
 */
export type Row = readonly [listing: number, port: number, gap?: Gap]

/** The rows of each chunk, from top to bottom. */
export type Alignment = Readonly<Record<string, readonly Row[]>>

/** This many rows with one line on each side. */
const facing = (lines: number): Row[] => Array(lines).fill([1, 1])
/** The blank line at the end of both sides. */
const blank: Row = [1, 1]
/** This many lines of documentation that only the port has. */
const doc = (lines: number): Row => [0, lines]

export const alignment: Alignment = {
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
