/** What a table of edits of what judges has. */

/** A text that occurs once in a file, and what replaces it. */
export type JudgeEdit = readonly [find: string, replace: string]

/** The edits of one file. */
export interface Table {
  /** Path from the project's root. */
  readonly file: string
  /** The tests that are likely to notice them; the others run after these. */
  readonly tests: readonly string[]
  readonly edits: readonly JudgeEdit[]
}
