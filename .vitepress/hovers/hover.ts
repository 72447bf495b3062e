/** A name or a construct, as the readers of Go and of TypeScript return it. */

/** The place of a token in a source file. */
interface Placed {
  /** From 1. */
  readonly line: number
  /** From 0, in UTF-16 units, as `length` is. */
  readonly column: number
  readonly length: number
}

/** A name of a source file. */
export interface Named extends Placed {
  readonly signature: string
  /** In the language of the source. */
  readonly doc?: string
}

/** A token of a construct that the other language lacks. */
export interface Construct extends Placed {
  /** The key of its note in syntax.json, such as `go.defer`. */
  readonly note: string
}

/** The first sentence of a documentation. */
export function firstSentence(text: string): string {
  return /^.*?[.。](?=\s|$)/s.exec(text)?.[0] ?? text
}

/** Matches where lines of Chinese or Japanese meet: no space belongs there. */
const joint =
  /(?<=[、。，；：])\n\s*|(?<=[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}ー])\n\s*(?=[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}])/gu

/** The first paragraph of a documentation, on one line. */
export function firstParagraph(text: string): string {
  return (text.split(/\n\s*\n/)[0] ?? '')
    .trim()
    .replace(joint, '')
    .replace(/\s*\n\s*/g, ' ')
}
