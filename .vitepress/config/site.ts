/** Where the site is published, and which pages it has in which language. */
import { existsSync, readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { type Language, languages } from '../languages.ts'

/** The repository's root directory, with a slash at the end. */
export const root = fileURLToPath(new URL('../../', import.meta.url))

export { type Language, languages }

/** Key of a language in VitePress's `locales`: English is the root. */
export const localeKey = (language: Language): string =>
  language === 'en' ? 'root' : language

/** Path of a language's home, from the site's base: `/` or `/zh/`. */
export const home = (language: Language): string =>
  language === 'en' ? '/' : `/${language}/`

/**
 * The published address, from the environment variable SITE_URL, always with a
 * slash at the end; its path is the site's base.
 * @throws {Error} If SITE_URL is not an http or https address.
 */
export function siteUrl(value = process.env.SITE_URL): URL {
  const address = value || 'http://localhost:4173/'
  if (!/^https?:/.test(address) || !URL.canParse(address)) {
    throw new Error(
      `SITE_URL is "${address}"; write a whole address, like https://example.org/book/`,
    )
  }
  const url = new URL(address)
  return new URL(url.pathname.replace(/\/*$/, '/'), url.origin)
}

/** GitHub's `owner/name` of this repository, or nothing. */
export const repository = process.env.GITHUB_REPOSITORY || undefined

/**
 * The site's pages in reading order, by their file's name under
 * docs/<language>/; a file that is not named here is not published.
 */
export const pages = [
  'session-storage',
  'claims',
  'questions',
  'traces',
  'bench',
  'translating',
  'status',
] as const

/** A page's name; the home page is `index`. */
export type Page = (typeof pages)[number] | 'index'

/** The published pages that a language has. */
export function pagesOf(language: Language): Page[] {
  const folder = `${root}docs/${language}`
  const files = new Set(existsSync(folder) ? readdirSync(folder) : [])
  return (['index', ...pages] as const).filter((page) =>
    files.has(`${page}.md`),
  )
}

/** The pages of which the site shows this language's readers the English text. */
export function untranslatedPagesOf(language: Language): Page[] {
  const own = pagesOf(language)
  return pagesOf('en').filter((page) => !own.includes(page))
}

/** Path of a page from the site's base: `/zh/session-storage`, `/zh/`. */
export const pagePath = (language: Language, page: Page): string =>
  home(language) + (page === 'index' ? '' : page)

/** The languages that have a page in their own words. */
export const translationsOf = (page: Page): Language[] =>
  languages.filter((language) => pagesOf(language).includes(page))
