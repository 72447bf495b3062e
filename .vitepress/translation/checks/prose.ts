/** Defines a text of one line, and hides what no rule of words may read. */

/** A text on one line of a file. */
export interface Prose {
  readonly line: number
  /** The text without mark-up, but with backticks around code. */
  readonly text: string
}

/** The text with a space in place of each character of code. */
export function withoutCode(text: string): string {
  return text.replace(/`[^`]*`/g, (code) => ' '.repeat(code.length))
}

/** A text as a part of a pattern. */
export const escaped = (text: string): string =>
  text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** A part of a text that is short enough for a message. */
export const excerpt = (text: string): string =>
  text.length > 30 ? `${text.slice(0, 30).replace(/\n/g, ' ')}…` : text

/** The words around a place in a text. */
export const excerptAt = (text: string, index: number): string =>
  text.slice(Math.max(0, index - 8), index + 8).trim()
