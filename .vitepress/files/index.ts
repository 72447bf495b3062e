/** Makes the files of a build with WITH_FILES=1: the PDFs and the images. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { bookPath, pictured, picturePath, pictureSize } from '../site/files.ts'
import { languages } from '../site/languages.ts'
import { bookOf } from './book.ts'
import { openBuilt } from './built.ts'
import { launchOptions } from './chromium.ts'
import { pictureOf } from './pictures.ts'

/**
 * Writes a PDF of all pages and the images for link previews in each language.
 * @param outDir The directory with the built site.
 * @throws {Error} If Chromium is missing.
 */
export async function makeFiles(outDir: string): Promise<void> {
  // Other builds do not load it.
  const { chromium } = await import('playwright-core')
  const built = openBuilt(outDir)
  const write = (path: string, content: Buffer) => {
    mkdirSync(dirname(join(outDir, path)), { recursive: true })
    writeFileSync(join(outDir, path), content)
  }
  const browser = await chromium.launch(launchOptions())
  try {
    const context = await browser.newContext({
      viewport: pictureSize,
      javaScriptEnabled: false,
    })
    const books = async () => {
      const tab = await context.newPage()
      for (const language of languages) {
        write(bookPath(language), await bookOf(tab, built, language))
      }
    }
    const pictures = async () => {
      const tab = await context.newPage()
      for (const language of languages) {
        for (const page of pictured) {
          const content = await pictureOf(tab, built, language, page)
          write(picturePath(language, page), content)
        }
      }
    }
    await Promise.all([books(), pictures()])
  } finally {
    await browser.close()
  }
}
