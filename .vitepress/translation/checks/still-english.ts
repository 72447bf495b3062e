/** Finds English that is left in a translation. */
import { type Language, source } from '../../site/languages.ts'
import { sentencesOf } from '../sentences.ts'
import { withoutCode } from './prose.ts'
import { scriptOf } from './script.ts'

/** The words of a text, without code, addresses and placeholders. */
const wordsIn = (text: string): string[] =>
  withoutCode(text)
    .replace(/\]\([^)]*\)|\{\w*\}/g, ' ')
    .match(/\p{L}+/gu) ?? []

/** With fewer words, a sentence can consist of names, which are no English. */
const fewest = 4

/**
 * The first sentence that has the words of an English one.
 * @param alike How many of its words it must have, from 0 to 1.
 */
export function englishSentence(
  text: string,
  english: string,
  locale: Language,
  alike = 1,
): string | undefined {
  const theirs = sentencesOf(english, source).map(wordsIn)
  return sentencesOf(text, locale).find((sentence) => {
    const own = wordsIn(sentence)
    if (own.length < fewest) return false
    return theirs.some((words) => {
      if (words.length * alike > own.length) return false
      if (!words.includes(own[0] ?? '') && alike === 1) return false
      const left = [...words]
      const shared = own.filter((word) => {
        const at = left.indexOf(word)
        if (at >= 0) left.splice(at, 1)
        return at >= 0
      })
      return shared.length >= alike * Math.max(own.length, words.length)
    })
  })
}

/** Words that only English has, and that stand in nearly each of its sentences. */
const english = new Set(
  (
    'the of is are was were and that this these with which from its it by ' +
    'an be been not when if each every only into than then there their they ' +
    'you your for at on to or so what who how does can will must has have ' +
    'had'
  ).split(' '),
)

/**
 * The first words in a row that are English: two with a word of grammar between
 * or before them, or three that the English text has in the same order.
 */
export function englishWords(
  text: string,
  want: string,
  locale: Language,
): string | undefined {
  const isLatin = scriptOf(locale) === 'Latn'
  const plain = withoutCode(text).replace(
    /https?:\S+|[\w.-]+\.\w{2,4}\b|@\w+ \w+|\b(?:true|false|nil|null)\b/g,
    '|',
  )
  const row = ` ${wordsOf(want).join(' ')} `
  for (const [run] of plain.matchAll(/[A-Za-z'’]+(?:[ ,-]+[A-Za-z'’]+)+/g)) {
    const words = run.split(/[ ,-]+/)
    for (const count of [3, 2]) {
      for (let at = 0; at + count <= words.length; at++) {
        const part = words.slice(at, at + count)
        // Names begin with capitals: “Build Web Application”.
        const small = part.filter((word) => /^[a-z]/.test(word))
        if (small.length < 2) continue
        const grammar = small.filter((word) => english.has(word)).length
        const isSame = () => row.includes(` ${part.join(' ').toLowerCase()} `)
        const likely = grammar > 0 || count > 2
        const sure = isLatin ? grammar > 1 || (likely && isSame()) : likely
        if (sure) return part.join(' ')
      }
    }
  }
  return undefined
}

const wordsOf = (text: string): string[] =>
  withoutCode(text)
    .toLowerCase()
    .match(/[a-z'’]+/g) ?? []
