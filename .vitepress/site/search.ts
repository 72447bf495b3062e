/** Configures the search. It finds words in Chinese and Japanese text too. */
import type { DefaultTheme } from 'vitepress'

type Search = NonNullable<DefaultTheme.LocalSearchOptions['miniSearch']>

/**
 * Splits text into words. Chinese and Japanese have no spaces between words, so
 * they are split into overlapping pairs of characters.
 */
const tokenize = (text: string): string[] =>
  text
    .normalize('NFKC')
    .split(/[^\p{L}\p{M}\p{N}_]+/u)
    .flatMap((word) =>
      word.split(
        /([\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー々]+)/u,
      ),
    )
    .flatMap((word) => {
      if (
        !/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(word)
      ) {
        return word ? [word] : []
      }
      const characters = [...word]
      return characters.map(
        (character, index) => character + (characters[index + 1] ?? ''),
      )
    })

/** Removes capitals and accents, so that «sesion» finds «Sesión». */
const processTerm = (term: string): string =>
  term
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .normalize('NFC')
    .toLowerCase()

/**
 * Allows typing errors in words of at least four Latin letters. A pair of
 * Chinese or Japanese characters would match other words.
 */
const fuzzy = (term: string): number | false =>
  /^[\x20-\u024f]{4,}$/.test(term) ? 0.2 : false

/**
 * The options of the index. It is not tidied: if a page is saved meanwhile,
 * MiniSearch throws, and the development server ends.
 */
const options = { tokenize, processTerm, autoVacuum: false }

/** The options of index and queries. A result contains all words of a query. */
export const miniSearch: Search = {
  options,
  searchOptions: {
    combineWith: 'AND',
    fuzzy,
    prefix: true,
    boost: { title: 4, text: 2, titles: 1 },
  },
}
