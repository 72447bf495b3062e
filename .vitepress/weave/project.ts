/** The files that the weave reads, and where they stand. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Language, languages } from '../languages.ts'
import { fail } from './problem.ts'

/** The languages of the site; the first is the source of the prose. */
export const locales = languages

/** A language of the site. */
export type Locale = Language

/** The page that holds every chunk. */
export const chapter = 'session-storage.md'

/** The registry of the claims. */
export const claimsFile = 'test/claims.json'

/** Where a language's page, or its comments, stand. */
export function docsFile(locale: Locale, name: string): string {
  return `docs/${locale}/${name}`
}

/** Read access to the project's files, by path from its root. */
export interface Project {
  readonly root: string
  /** The file's text. @throws {WeaveError} If it cannot be read. */
  read(path: string): string
  has(path: string): boolean
  /** The Markdown files of a language, sorted. */
  pages(locale: Locale): string[]
}

/** The project on disk; every call looks anew, so that nothing is stale. */
export function openProject(
  root = fileURLToPath(new URL('../../', import.meta.url)),
): Project {
  return {
    root,
    read(path) {
      try {
        return readFileSync(join(root, path), 'utf8')
      } catch (error) {
        const { code } = error as NodeJS.ErrnoException
        fail(path, 1, `cannot be read (${code}); put the file back`)
      }
    },
    has: (path) => existsSync(join(root, path)),
    pages(locale) {
      const folder = join(root, 'docs', locale)
      if (!existsSync(folder)) return []
      return readdirSync(folder)
        .filter((name) => name.endsWith('.md'))
        .sort()
    },
  }
}
