/** Reduces a text to what its translation depends on, and hashes that. */
import { createHash } from 'node:crypto'
import { once } from '../../src/project/cache.ts'

// A line that begins like this does not continue the line before it.
const opens = /^\s*(?:[-*+|>#@<]|\d+[.)]\s|:::|```)/
/** A mark, or code, in which a mark is a text. */
const mark = /`[^`]*`|<[A-Z][A-Za-z]*(?:\s[^<>]*)?\/>/g
const han =
  '[\\p{sc=Han}\\p{sc=Hiragana}\\p{sc=Katakana}\\u3000-\\u303f\\uff00-\\uffef]'
const aroundHan = new RegExp(`(?<=${han})[^\\S\\n]+|[^\\S\\n]+(?=${han})`, 'gu')

/**
 * A section's text without the parts that do not affect its translation: line
 * breaks within a paragraph, spaces at the ends of lines, kinds of newlines,
 * the encoding of accents, the id of a heading, and the marks of chunks, claims,
 * scenes and the like, which other checks compare.
 */
export function meaningOf(text: string): string {
  const plain = text
    .normalize('NFC')
    .replace(/\r\n?/g, '\n')
    .replace(mark, (found) => (found.startsWith('`') ? found : ''))
    .replace(/[^\S\n]*\{#[^}\s]+\}[^\S\n]*$/gm, '')
  const blocks: string[] = []
  for (const block of plain.split(/\n\s*\n/)) {
    let joined = ''
    for (const line of block.split('\n')) {
      const words = line.replace(/\\$/, '').trim().replace(/\s+/g, ' ')
      joined += (opens.test(line) ? '\n' : ' ') + words
    }
    if (joined.trim() !== '') blocks.push(joined.trim())
  }
  return blocks.join('\n\n')
}

/** Whether a text has words to translate, besides code and placeholders. */
export const hasWords = (text: string): boolean =>
  /\p{L}{2}/u.test(meaningOf(text).replace(/`[^`]*`|\{\w*\}/g, ' '))

/**
 * A hash of a text's meaning. Texts with the same words have the same hash.
 * Spaces beside Chinese and Japanese characters do not count.
 */
export const hashOf = once((text: string): string =>
  digest(meaningOf(text).replace(aroundHan, '')),
)

/** The first 16 hexadecimal digits of the text's SHA-256. */
export function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 16)
}
