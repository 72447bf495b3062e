/** Makes the values that captions put into their sentences. */
import { formatSid } from '../../src/trace/format.ts'
import { number } from '../site/number.ts'
import { type Code, type Parts, said, type Words } from './words.ts'

/** Longest id or value in a caption or a drawing, in characters. */
const longest = 32

/** How many ids a sentence names before it counts the others. */
const named = 6

/** A text as code, shortened if it has more than `most` characters. */
export function short(text: string, most = longest): Code {
  if (text.length <= most) return { code: text }
  const letters = [...text.slice(0, 2 * most)]
  return { code: `${letters.slice(0, most - 1).join('')}…` }
}

/** Milliseconds as seconds, as the readers of a language write them. */
export const seconds = (words: Words, milliseconds: number): string =>
  number(milliseconds / 1000, words.tag).replace('-', '\u2212')

/** Making a format takes longer than using it. */
const lists = new Map<string, Intl.ListFormat>()

/** Texts as code in a list, such as `ana, bo and cy`. */
export function listed(words: Words, texts: readonly string[]): Parts {
  const all = texts.length > named ? texts.slice(0, named - 1) : texts
  const more = texts.length - all.length
  const items = all.map((_, i) => `${i}`)
  const rest = more > 0 ? [said(words, 'more', { n: more })] : []
  const format = lists.get(words.tag) ?? new Intl.ListFormat(words.tag)
  lists.set(words.tag, format)
  return format.formatToParts([...items, ...rest]).map(({ type, value }, i) => {
    const text = type === 'element' ? all[Number(value)] : undefined
    if (text !== undefined) return short(text)
    // Chinese has spaces between its own characters and those of code.
    const end = more > 0 && i === 2 * items.length - 1 ? '' : ' '
    return value.replace(/^\p{Script=Han}+$/u, (word) => ` ${word}${end}`)
  })
}

/** The ids of sessions in a list. */
export const idsOf = (
  words: Words,
  sessions: readonly { readonly sid: string }[],
): Parts =>
  listed(
    words,
    sessions.map(({ sid }) => formatSid(sid)),
  )
