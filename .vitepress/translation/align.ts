/**
 * Puts the sentences of a translation beside those of the English text: by the
 * claims, code and numbers that they share, and by their lengths. A translation
 * may join or split sentences and paragraphs.
 */
import { type Language, source } from '../site/languages.ts'
import { pairSentences } from './checks/sentence-pairs.ts'
import { meaningOf } from './meaning.ts'
import { sentencesOf } from './sentences.ts'

/** The sentences of a section; a mark of a claim is kept as `\uE000ID\uE001`. */
function read(section: string, language: Language): string[] {
  const text = section.replace(
    // A claim stands behind its sentence: before the full stop it belongs to it.
    /(\p{P}*)\s*<Claim id="([^"]*)" \/>/gu,
    '\uE000$2\uE001$1',
  )
  return meaningOf(text)
    .split(/\n+/)
    .flatMap((block) => sentencesOf(block, language))
}

/**
 * The sentences of both texts that say the same, side by side, in their order;
 * one side is empty if the other has more.
 */
export function align(english: string, translation: string, locale: Language) {
  const [theirs, mine] = [read(english, source), read(translation, locale)]
  const ratio = mine.join('').length / theirs.join('').length || 1
  const shown = (all: readonly string[], places: readonly number[]) =>
    places.map((at) => `${all[at]}`.replace(/\uE000.*?\uE001/g, '').trim())
  return pairSentences(mine, theirs, ratio, 0).map(({ own, want }) => {
    return { english: shown(theirs, want), translation: shown(mine, own) }
  })
}
