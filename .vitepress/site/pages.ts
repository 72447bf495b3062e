/** Lists the pages of the site and makes their paths. */
import { type Language, languages, markdownFiles, source } from './languages.ts'

/** The key of a language in VitePress's `locales`; for English it is `root`. */
export const localeKey = (language: Language): string =>
  language === source ? 'root' : language

/** The path of a language's home page from the site's base: `/` or `/zh/`. */
export const home = (language: Language): string =>
  language === source ? '/' : `/${language}/`

/**
 * The site's pages without the home page, by what readers come for, in reading
 * order: the names of their files under docs/<language>/. Other files are not
 * published.
 */
export const groups = {
  read: ['session-storage', 'questions', 'repaired', 'other-storage'],
  check: ['playground', 'claims', 'traces', 'bench'],
  translate: ['translating', 'status'],
} as const

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

/** The path of a page from the site's base, such as `/zh/session-storage`. */
export const pagePath = (language: Language, page: Page): string =>
  home(language) + (page === 'index' ? '' : page)

/** The languages that have their own text of a page. */
export const translationsOf = (page: Page): Language[] =>
  languages.filter((language) => pagesOf(language).includes(page))
