/** What of a text a translation depends on, and a short hash of it. */
import { createHash } from 'node:crypto'

// A line that begins like this is not the rest of the line before it.
const opens = /^\s*(?:[-*+|>#@<]|\d+[.)]\s|:::|```)/
const han =
  '[\\p{sc=Han}\\p{sc=Hiragana}\\p{sc=Katakana}\\u3000-\\u303f\\uff00-\\uffef]'
const aroundHan = new RegExp(`(?<=${han})[^\\S\\n]+|[^\\S\\n]+(?=${han})`, 'gu')

/**
 * A section's text without what does not concern its translation: how lines
 * are wrapped, spaces at their ends, kinds of newlines, how accents are
 * encoded, a heading's id, and the marks of chunks and claims, which are
 * held equal in every language by themselves.
 */
export function meaningOf(text: string): string {
  const plain = text
    .normalize('NFC')
    .replace(/\r\n?/g, '\n')
    .replace(/<(?:Chunk|Claim) [^>]*\/>/g, '')
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

/**
 * A hash of a text's meaning: equal for texts that say the same in the same
 * words. Spaces beside Chinese and Japanese characters do not count.
 */
export function hashOf(text: string): string {
  const hash = known.get(text) ?? digest(meaningOf(text).replace(aroundHan, ''))
  known.set(text, hash)
  return hash
}

/** Each English text is asked for once a language, each text once a page. */
const known = new Map<string, string>()

/** The first 16 hexadecimal digits of the text's SHA-256. */
export function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 16)
}
