/** Makes the addresses of the site, of its pages and of its sources. */
import { claimsFile, readClaims } from '../../src/evidence/claims.ts'
import { claimFragment } from '../../src/playground/link.ts'
import { fail } from '../../src/project/problem.ts'
import { openProject } from '../../src/project/project.ts'
import { didYouMean } from '../../src/trace/did-you-mean.ts'
import { chapter } from '../book.ts'
import type { Language } from './languages.ts'
import { type Page, pagePath, pages } from './pages.ts'

/**
 * The published address of the site, from the environment variable SITE_URL.
 * It ends with a slash. Its path is the site's base.
 * @throws {Error} If SITE_URL is not an http or https address.
 */
export function siteUrl(value = process.env.SITE_URL): URL {
  const address = value || 'http://localhost:4173/'
  if (!/^https?:/.test(address) || !URL.canParse(address)) {
    throw new Error(
      `SITE_URL is "${address}"; write a complete address such as https://example.org/book/`,
    )
  }
  const url = new URL(address)
  return new URL(url.pathname.replace(/\/*$/, '/'), url.origin)
}

/** The absolute address of a page. */
export const addressOf = (language: Language, page: Page): string =>
  new URL(`.${pagePath(language, page)}`, siteUrl()).href

/** `owner/name` of the repository on GitHub; undefined if there is none. */
export const repository = process.env.GITHUB_REPOSITORY || undefined

/** An address in the site, from its path below the base. */
export const fromBase = (path: string) => siteUrl().pathname.slice(0, -1) + path

/** The address of a page. It begins with the site's base. */
export const pageAddress = (language: Language, page: Page, fragment = '') =>
  fromBase(pagePath(language, page)) + (fragment && `#${fragment}`)

/** The address of a claim's entry in the ledger. */
export const entryAddress = (language: Language, id: string): string =>
  pageAddress(language, 'claims', id)

/**
 * The permanent address of a claim, which leads to its mark on its page.
 * @throws {ProblemError} If there is no such claim, or its page does not exist.
 */
export function markAddress(
  language: Language,
  id: string,
  project = openProject(),
): string {
  const claim = readClaims(project).get(id)
  if (!claim) fail(claimsFile, 1, `has no claim "${id}", which a page links to`)
  const page = pages.find((each) => each === claim.page)
  if (page) return pageAddress(language, page, `claim-${id}`)
  const near = didYouMean(claim.page, pages)
  const message = `claim "${id}" has the unknown page "${claim.page}"${near}`
  fail(claimsFile, claim.line, message)
}

/** The address of the playground with a claim's trace. */
export const playgroundAddress = (language: Language, claim: string): string =>
  pageAddress(language, 'playground', claimFragment({ claim }).slice(1))

/** The address of a chunk in the chapter. */
export const chunkAddress = (language: Language, symbol: string): string =>
  pageAddress(language, chapter, `chunk-${symbol}`)

/** The path of a source file's text, from the site's base. */
export const sourcePath = (file: string): string => `/source/${file}.txt`

/**
 * The address of a file's text: on GitHub if the repository is published there,
 * otherwise in the site itself.
 * @param line From 1. It has no effect on a text in the site itself.
 */
export function sourceAddress(
  file: string,
  line?: number,
  published = repository,
): string {
  const at = line === undefined ? '' : `#L${line}`
  return published
    ? `https://github.com/${published}/blob/main/${file}${at}`
    : fromBase(sourcePath(file)) + at
}
