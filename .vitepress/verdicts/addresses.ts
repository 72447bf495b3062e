/** Where on the site a claim, its chunk and its evidence stand. */
import { type Page, pagePath, repository, siteUrl } from '../config/site.ts'
import { sourcePath } from '../config/source.ts'
import type { Locale } from '../weave/project.ts'

const from = (path: string) => siteUrl().pathname.replace(/\/$/, '') + path

/** Address of a page, below the site's base. */
export const pageAddress = (locale: Locale, page: Page, fragment = '') =>
  from(pagePath(locale, page)) + (fragment && `#${fragment}`)

/** The entry of a claim in the ledger. */
export const entryAddress = (locale: Locale, id: string): string =>
  pageAddress(locale, 'claims', id)

/** The permanent address of a claim: its mark in the chapter. */
export const markAddress = (locale: Locale, id: string): string =>
  pageAddress(locale, 'session-storage', `claim-${id}`)

/** A chunk in the chapter. */
export const chunkAddress = (locale: Locale, symbol: string): string =>
  pageAddress(locale, 'session-storage', `chunk-${symbol}`)

/** A source file, in the repository or, where there is none, on the site. */
export const sourceAddress = (file: string): string =>
  repository
    ? `https://github.com/${repository}/blob/main/${file}`
    : from(sourcePath(file))
