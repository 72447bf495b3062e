// One mistake that a translator, an editor or a tool makes.
import type { CheckName } from '../../.vitepress/translation/checks/finding.ts'

/** A mistake, and what `check` must say of it. */
export interface Mistake {
  readonly title: string
  readonly check: CheckName
  /** The file it is made in. */
  readonly file: string
  /** What is replaced: a text, once, or a pattern. */
  readonly from: string | RegExp
  /** By what; undefined deletes the file. */
  readonly to: string | undefined
  /** The file that is named, if it is another. */
  readonly blamed?: string
  /** A text on the line that is named, in the file before the mistake. */
  readonly line: string
  /** Lines that the mistake put above it. */
  readonly added?: number
  /** A part of the message, with the bad value or its place. */
  readonly says: string
  /** A part of the message that says what to do. */
  readonly remedy: string
  readonly severity?: 'warning'
}

/** A page of the chapter, and of the others. */
export const chapter = (locale: string) => `docs/${locale}/session-storage.md`
export const traces = (locale: string) => `docs/${locale}/traces.md`
