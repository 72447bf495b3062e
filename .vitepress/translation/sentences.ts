/** Divides a text into sentences, by the rules of its language. */
import { tagOf } from '../site/interface.ts'
import type { Language } from '../site/languages.ts'

const segmenters = new Map<Language, Intl.Segmenter>()

const known = new Map<string, readonly string[]>()

/** The sentences of a text; code counts as a word. */
export function sentencesOf(
  text: string,
  language: Language,
): readonly string[] {
  const key = `${language} ${text}`
  const found = known.get(key) ?? divide(text, language)
  known.set(key, found)
  return found
}

function divide(text: string, language: Language): string[] {
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
  // A quote or a bracket that opens belongs to the sentence behind it.
  let open = ''
  return [...segmenter.segment(hidden)]
    .map(({ segment }) => {
      const [, sentence = '', next = ''] =
        /^([\s\S]*?)([\p{Ps}\p{Pi}]*)$/u.exec(open + segment) ?? []
      open = next
      return sentence
    })
    .map((sentence) => sentence.replace(/\uA640/g, () => code.shift() ?? ''))
    .filter((sentence) => /\p{L}/u.test(sentence))
}
