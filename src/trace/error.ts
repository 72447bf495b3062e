/** The error for a trace that cannot be parsed. */

/** Longest piece of a trace that an error quotes, in characters. */
const QUOTED = 60

/**
 * A trace cannot be parsed. The message is
 * `FILE:LINE: found X, expected Y; ADVICE`.
 */
export class ParseError extends Error {
  override readonly name = 'ParseError'

  constructor(
    readonly found: string,
    readonly expected: string,
    readonly advice: string,
    readonly file = 'trace',
    readonly line = 0,
  ) {
    super(
      `${file}:${line}: found ${found}, expected ${expected}` +
        (advice ? `; ${advice}` : ''),
    )
  }

  /** The same error with its file and line, which the throwing code lacks. */
  at(file: string, line: number): ParseError {
    return new ParseError(this.found, this.expected, this.advice, file, line)
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
