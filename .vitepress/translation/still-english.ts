/** Finds the paragraphs of a translation that are still the English text. */
import { meaningOf } from './meaning.ts'
import type { Section } from './sections.ts'

/** The words of a text, without code, addresses and placeholders. */
const wordsOf = (text: string): string[] =>
  text.replace(/`[^`]*`|\]\([^)]*\)|\{\w*\}/g, ' ').match(/\p{L}+/gu) ?? []

const blocksOf = ({ text }: Section): string[] => meaningOf(text).split(/\n+/)

/** How many of so many words may differ: a word or two were changed. */
const alike = 0.8

/** With fewer words, a text can consist of names, which are no English. */
const fewest = 4

/** The first paragraph that says what an English one says, in its words. */
export function stillEnglish(
  english: Section,
  translation: Section,
): string | undefined {
  const theirs = blocksOf(english).map(wordsOf)
  return blocksOf(translation).find((block) => {
    const own = wordsOf(block)
    if (own.length < fewest) return false
    return theirs.some((words) => {
      const left = [...words]
      const shared = own.filter((word) => {
        const at = left.indexOf(word)
        if (at >= 0) left.splice(at, 1)
        return at >= 0
      })
      return shared.length / Math.max(own.length, words.length) > alike
    })
  })
}
