// Defines a mistake of a translator, an editor or a tool.
import type { CheckName } from '../../.vitepress/translation/checks/finding.ts'

/** A mistake, and the problem that `check` must report. */
export interface Mistake {
  readonly title: string
  readonly check: CheckName
  /** The file with the mistake. */
  readonly file: string
  /** What is replaced: the first match of a text or of a pattern. */
  readonly from: string | RegExp
  /** The replacement; undefined deletes the file. */
  readonly to: string | undefined
  /** The file of the problem, if it is another one. */
  readonly blamed?: string
  /** A text on the problem's line, in the file before the mistake. */
  readonly line: string
  /** The number of lines that the mistake adds above this line. */
  readonly added?: number
  /** A part of the message, with the bad value or its place. */
  readonly says: string
  /** A part of the message that says what to do. */
  readonly remedy: string
  readonly severity?: 'warning'
}

/** The paths of the chapter and of another page. */
export const chapter = (locale: string) => `docs/${locale}/session-storage.md`
export const traces = (locale: string) => `docs/${locale}/traces.md`
