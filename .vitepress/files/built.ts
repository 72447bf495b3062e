/** Reads the pages and the style sheet of the built site. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Language } from '../site/languages.ts'
import { type Page, pagePath } from '../site/pages.ts'

/** The built site. */
export interface Built {
  /** The HTML of a page. */
  page(language: Language, page: Page): string
  /** The style sheet of all pages. */
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
