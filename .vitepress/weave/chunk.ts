/** A chunk: a named run of lines of the listing or of the port. */

/** A named run of whole lines. */
export interface Chunk {
  readonly name: string
  /** Its first line in the file, from 1. */
  readonly first: number
  /** Its last line in the file, included. */
  readonly last: number
}

/** The lines of a text; a final newline ends the last line. */
export function linesOf(text: string): string[] {
  const lines = text.split('\n')
  if (lines.at(-1) === '') lines.pop()
  return lines
}

/** A chunk's text, each line ended. */
export function chunkText(text: string, { first, last }: Chunk): string {
  return linesOf(text)
    .slice(first - 1, last)
    .map((line) => `${line}\n`)
    .join('')
}
