/** Reads the text of the editor, and says what is wrong with it. */
import { ParseError } from '../trace/error.ts'
import { parse } from '../trace/parse.ts'
import type { Trace } from '../trace/trace.ts'
import { bytesOf, MOST_TEXT } from './limits.ts'

/** A trace, or why the text is none. */
export type Checked =
  | { readonly trace: Trace }
  | { readonly line: number; readonly problem: ParseError }
  | { readonly none: 'large' | 'empty' }

/** Reads a text. Does not read a text that is too large. */
export function check(text: string): Checked {
  if (bytesOf(text).length > MOST_TEXT) return { none: 'large' }
  try {
    const trace = parse(text)
    return trace.operations.length > 0 ? { trace } : { none: 'empty' }
  } catch (error) {
    if (!(error instanceof ParseError)) throw error
    return { line: error.line, problem: error }
  }
}
