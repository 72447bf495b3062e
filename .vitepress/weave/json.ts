/** Reads JSON so that a mistake in it has a line. */
import { fail } from './problem.ts'

/** The line, from 1, on which an offset of a text stands. */
export function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length
}

/**
 * Parses the text of a JSON file.
 * @throws {WeaveError} At the line of the first mistake.
 */
export function parseJson(file: string, text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    const at = mistakeAt(text)
    const message = (error as Error).message.replace(/\s+/g, ' ')
    fail(file, lineAt(text, at), `broken JSON: ${message}; mend it here`)
  }
}

/**
 * The offset of the first mistake. Node does not always tell it, but it is
 * the end of the longest part that only wants more text.
 */
function mistakeAt(text: string): number {
  for (let end = 1; end <= text.length; end++) {
    try {
      JSON.parse(text.slice(0, end))
    } catch (error) {
      if (!wantsMore((error as Error).message, end)) return end - 1
    }
  }
  return text.length
}

function wantsMore(message: string, end: number): boolean {
  const at = /at position (\d+)/.exec(message)?.[1]
  return at === undefined ? /end of JSON/.test(message) : Number(at) >= end
}
