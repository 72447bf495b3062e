/** What is wrong in the text of a trace, and what to do about it. */

/** Longest piece of a trace that an error quotes, in characters. */
const QUOTED = 60

/**
 * A trace that cannot be read. The message is
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

  /** The same error, with its place: parts of a line do not know theirs. */
  at(file: string, line: number): ParseError {
    return new ParseError(this.found, this.expected, this.advice, file, line)
  }
}

/** A piece of a trace as an error shows it: quoted, and cut if long. */
export function quote(text: string): string {
  // The first characters, without taking a long text apart.
  const characters = [...text.slice(0, 2 * QUOTED + 2)]
  return characters.length > QUOTED
    ? `${JSON.stringify(characters.slice(0, QUOTED).join(''))}…`
    : JSON.stringify(text)
}
