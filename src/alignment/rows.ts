/** Defines how the alignment of two programs is written. */

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
  /** The language has without an import what the other must import. */
  | 'built-in'
  /** The other side declares it in an earlier line. */
  | 'further-up'
  /** The other side declares it in a later line. */
  | 'further-down'
  /** Go returns an error; in TypeScript the call throws it. */
  | 'call-throws'

/**
 * How many lines of the listing are beside how many lines of the port. If one
 * number is 0, the gap says why; comments and blank lines need no gap.
 */
export type Row = readonly [listing: number, port: number, gap?: Gap]

/** The rows of each chunk by its name in the files, from top to bottom. */
export type Alignment = Readonly<Record<string, readonly Row[]>>

/** This many rows with one line on each side. */
export const facing = (lines: number): Row[] => Array(lines).fill([1, 1])
/** The blank line in Go between a region's marker and its documentation. */
export const above: Row = [1, 0]
/** The blank line at the end of both sides. */
export const blank: Row = [1, 1]
/** This many lines of documentation that only the port has. */
export const doc = (lines: number): Row => [0, lines]
