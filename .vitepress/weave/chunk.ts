/** Defines a chunk of the listing or of the port, and reads its text. */

import { linesOf } from '../../src/project/project.ts'

/** A named range of whole lines in a file. */
export interface Chunk {
  readonly name: string
  /** Its first line in the file, from 1. */
  readonly first: number
  /** Its last line in the file, inclusive. */
  readonly last: number
}

/** The text of a chunk. Every line ends with a newline. */
export function chunkText(text: string, { first, last }: Chunk): string {
  return linesOf(text)
    .slice(first - 1, last)
    .map((line) => `${line}\n`)
    .join('')
}
