/** Defines a text of one line, and hides what no rule of words may read. */

/** A text on one line of a file. */
export interface Prose {
  readonly line: number
  /** The text without mark-up, but with backticks around code. */
  readonly text: string
}

/**
 * The lines of a page that are no code, and the line from which code goes on to
 * the end because its fence is never closed.
 */
export function outsideCode(text: string) {
  let fence: { readonly mark: string; readonly line: number } | undefined
  const rows: Prose[] = []
  for (const [i, row] of text.split(/\r?\n/).entries()) {
    const mark = /^\s*(`{3,}|~{3,})/.exec(row)?.[1]
    if (mark && !fence) fence = { mark, line: i + 1 }
    else if (fence && mark?.startsWith(fence.mark)) fence = undefined
    else if (!fence) rows.push({ line: i + 1, text: row })
  }
  return { rows, open: fence }
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
