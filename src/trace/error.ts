/** The error for a trace that cannot be parsed. */
import type { MessageCode } from './messages.ts'
import type { Values } from './say.ts'

/** Longest piece of a trace that an error quotes, in characters. */
const QUOTED = 60

/**
 * A trace cannot be parsed. `inEnglish` of `in-english.ts` says why, or `say` of
 * `say.ts` in the language of a page.
 */
export class ParseError extends Error {
  override readonly name = 'ParseError'

  /**
   * @param code What is wrong.
   * @param values What fills its places. Without `found`, nothing was found.
   */
  constructor(
    readonly code: MessageCode,
    readonly values: Values = {},
    readonly file = 'trace',
    readonly line = 0,
  ) {
    super(`${file}:${line}: ${code}`)
  }

  /** The same error with its file and line, which the throwing code lacks. */
  at(file: string, line: number): ParseError {
    return new ParseError(this.code, this.values, file, line)
  }
}

/** A piece of a trace as an error shows it: quoted, and cut if long. */
export function quote(text: string): string {
  // Splits only the beginning into characters, because a text may be very long.
  // Stryker disable next-line MethodExpression: without it only time is lost
  const characters = [...text.slice(0, 2 * QUOTED + 2)]
  return characters.length > QUOTED
    ? `${JSON.stringify(characters.slice(0, QUOTED).join(''))}…`
    : JSON.stringify(text)
}
