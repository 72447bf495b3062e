/** Formats the texts of scenes at build time. */
import { type Key, messageParts, tagOf } from '../site/interface.ts'
import type { Language } from '../site/languages.ts'
import type { Parts, Words } from './words.ts'

const made = new Map<Language, Words>()

/** The texts of a language. English ones replace those that it lacks. */
export function wordsIn(locale: Language): Words {
  const known = made.get(locale)
  if (known) return known
  const words: Words = {
    tag: tagOf(locale),
    say: (key, values = {}) =>
      messageParts<object>(
        locale,
        `scenes.${key}` as Key,
        values,
      ).flat() as Parts,
  }
  made.set(locale, words)
  return words
}
