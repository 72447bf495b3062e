/** Which line of the listing faces which line of the port. */

/** Why lines of one side face nothing; the texts are in comments.json. */
export type Gap =
  /** A Go file names its package; a TypeScript file is its own module. */
  | 'no-package-clause'
  /** Go's fields are set by name; the port's are the constructor's parameters. */
  | 'constructor'
  /** The class ends below its methods, which Go writes outside the type. */
  | 'class-end'
  /** Go's struct ends here, before its methods; the class goes on. */
  | 'class-goes-on'
  /** Import, field, lock and deferred unlock of the mutex. */
  | 'no-lock'
  /** The port's compiler refuses code that nothing can reach. */
  | 'unreachable'
  /** The port refuses a lifetime that Go's int64 could not even hold. */
  | 'int64-guard'
  /** Classes are not hoisted: the variable is filled in at the foot. */
  | 'pder-late'
  /** Go calls `init` by itself. */
  | 'call-of-init'

/**
 * Lines of the listing, and lines of the port that face them. Where one is
 * 0, the gap says why, unless the other side's lines are comments or blank.
 */
export type Row = readonly [listing: number, port: number, gap?: Gap]

/** The rows of each chunk, from top to bottom. */
export type Alignment = Readonly<Record<string, readonly Row[]>>

/** So many lines, each facing one line. */
const facing = (lines: number): Row[] => Array(lines).fill([1, 1])
/** Blank lines that end both sides. */
const blank: Row = [1, 1]
/** The port's own documentation, of so many lines. */
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
}
