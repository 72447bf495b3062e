/** Reads the built site, and makes documents that look like it. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { openProject } from '../../src/project/project.ts'
import { tagOf } from '../site/interface.ts'
import type { Language } from '../site/languages.ts'
import { type Page, pagePath } from '../site/pages.ts'

/** The built site. */
export interface Built {
  /** The HTML of a page. */
  page(language: Language, page: Page): string
  /** The styles of all pages. */
  readonly styles: string
}

/** @param outDir The directory to which VitePress has written the site. */
export function openBuilt(outDir: string): Built {
  const assets = join(outDir, 'assets')
  const styles = readdirSync(assets)
    .filter((name) => name.endsWith('.css'))
    .map((name) => readFileSync(join(assets, name), 'utf8'))
    .join('\n')
  return {
    styles,
    page(language, page) {
      const file = pagePath(language, page).replace(/\/$/, '/index')
      return readFileSync(join(outDir, `${file}.html`), 'utf8')
    },
  }
}

/** The styles that a built page has for itself. */
export const ownStyles = (html: string): string =>
  /<style id="page-style">(.*?)<\/style>/s.exec(html)?.[1] ?? ''

/** The HTML of the title of a built page. */
export const headingOf = (html: string): string =>
  /<h1[^>]*>(.*?)<a class="header-anchor"/s.exec(html)?.[1] ?? ''

/** The icon of the site, as SVG. */
export const icon = (): string => openProject().read('docs/public/icon.svg')

/** The HTML of a document in a language. */
export const documentOf = (
  language: Language,
  styles: string,
  body: string,
  title = '',
): string =>
  `<!doctype html><html lang="${tagOf(language)}"><title>${title}</title><style>${styles}</style><body>${body}`
