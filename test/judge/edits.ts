/** The edits of what judges, by file. */
import { ofEvidence } from './edits-evidence.ts'
import { ofOthers } from './edits-others.ts'
import { ofTrace } from './edits-trace.ts'

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

export const tables: readonly Table[] = [...ofTrace, ...ofEvidence, ...ofOthers]
