/** Search that finds Chinese and Japanese words, which have no spaces. */
import type { DefaultTheme } from 'vitepress'

type Search = NonNullable<DefaultTheme.LocalSearchOptions['miniSearch']>

/*
 * VitePress sends these functions to the browser as text: each must be
 * complete in itself, and give there what it gave when the index was built.
 */

/** Words, and for Chinese and Japanese every two neighbouring characters. */
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

/** Capitals and accents do not count: «sesion» finds «Sesión». */
const processTerm = (term: string): string =>
  term
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .normalize('NFC')
    .toLowerCase()

/** Near misses help with letters; with two characters they are other words. */
const fuzzy = (term: string): number | false =>
  /^[\x20-\u024f]{4,}$/.test(term) ? 0.2 : false

/** How the index is built and asked. All words of a query must be found. */
export const miniSearch: Search = {
  options: { tokenize, processTerm },
  searchOptions: {
    combineWith: 'AND',
    fuzzy,
    prefix: true,
    boost: { title: 4, text: 2, titles: 1 },
  },
}
