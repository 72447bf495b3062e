/** Divides a text into sentences, by the rules of its language. */
import { tagOf } from '../site/interface.ts'
import type { Language } from '../site/languages.ts'

const segmenters = new Map<Language, Intl.Segmenter>()

/** The sentences of a text; code counts as a word. */
export function sentencesOf(text: string, language: Language): string[] {
  const segmenter =
    segmenters.get(language) ??
    new Intl.Segmenter(tagOf(language), { granularity: 'sentence' })
  segmenters.set(language, segmenter)
  // A full stop within code ends no sentence, and code can begin one: a capital
  // letter that no language uses here stands for it.
  const code: string[] = []
  const hidden = text.replace(/\n/g, ' ').replace(/`[^`]*`/g, (found) => {
    code.push(found)
    return '\uA640'
  })
  return [...segmenter.segment(hidden)]
    .map(({ segment }) => segment.replace(/\uA640/g, () => code.shift() ?? ''))
    .filter((sentence) => /\p{L}/u.test(sentence))
}
