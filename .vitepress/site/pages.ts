/** Lists the pages of the site and makes their paths. */
import { groups } from '../book.ts'
import { type Language, languages, markdownFiles, source } from './languages.ts'

/** The key of a language in VitePress's `locales`; for English it is `root`. */
export const localeKey = (language: Language): string =>
  language === source ? 'root' : language

/** The path of a language's home page from the site's base: `/` or `/zh/`. */
export const home = (language: Language): string =>
  language === source ? '/' : `/${language}/`

/** All these pages, in reading order. */
export const pages = Object.values(groups).flat()

/** A page's name; the home page is `index`. */
export type Page = (typeof pages)[number] | 'index'

/** The published pages that a language has. */
export function pagesOf(language: Language): Page[] {
  const files = markdownFiles(language)
  return (['index', ...pages] as const).filter((page) =>
    files.includes(`${page}.md`),
  )
}

/** The pages that a language lacks. The site shows their English text. */
export function untranslatedPagesOf(language: Language): Page[] {
  const own = pagesOf(language)
  return pagesOf(source).filter((page) => !own.includes(page))
}

/** The path of a page from the site's base, such as `/zh/claims`. */
export const pagePath = (language: Language, page: Page): string =>
  home(language) + (page === 'index' ? '' : page)

/** The languages that have their own text of a page. */
export const translationsOf = (page: Page): Language[] =>
  languages.filter((language) => pagesOf(language).includes(page))
