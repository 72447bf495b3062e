/** A name and its place, as the readers of Go and of TypeScript return it. */
import type { HoverText } from './data.ts'

/** A name of a source file. */
export interface Named extends HoverText {
  /** From 1. */
  readonly line: number
  /** From 0, in UTF-16 units, as `length` is. */
  readonly column: number
  readonly length: number
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
