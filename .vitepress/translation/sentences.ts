/** Divides a text into sentences, by the rules of its language. */
import { once } from '../../src/project/cache.ts'
import { tagOf } from '../site/interface.ts'
import type { Language } from '../site/languages.ts'

const divider = once((language: Language) => {
  const segmenter = new Intl.Segmenter(tagOf(language), {
    granularity: 'sentence',
  })
  return once((text: string) => divide(text, segmenter))
})

/** The sentences of a text; code counts as a word. */
export const sentencesOf = (
  text: string,
  language: Language,
): readonly string[] => divider(language)(text)

function divide(text: string, segmenter: Intl.Segmenter): string[] {
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
