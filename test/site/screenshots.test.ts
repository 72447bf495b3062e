/**
 * Takes pictures of every page at three widths, light and dark, and stores them
 * in reports/screenshots/. Runs only with SCREENSHOTS=1, because it would take
 * most of the suite's time.
 */
import { mkdirSync } from 'node:fs'
import { expect, test } from 'vitest'
import { read } from './reader.ts'
import { pages } from './site.ts'

const views = [
  { width: 1440, colorScheme: 'light' },
  { width: 1440, colorScheme: 'dark' },
  { width: 768, colorScheme: 'light' },
  { width: 390, colorScheme: 'light' },
  { width: 390, colorScheme: 'dark' },
] as const

test.skipIf(!process.env.SCREENSHOTS).concurrent.each(pages())(
  '%s has its pictures',
  (path) =>
    read(path, {}, async (page) => {
      mkdirSync('reports/screenshots', { recursive: true })
      // A picture of a whole page needs parts that are laid out lazily.
      await page.addStyleTag({
        content: '* { content-visibility: visible !important }',
      })
      const name = path.slice(1).replaceAll('/', '-').replace(/-?$/, '')
      for (const { width, colorScheme } of views) {
        await page.emulateMedia({ colorScheme })
        await page.setViewportSize({ width, height: 900 })
        const picture = await page.screenshot({
          fullPage: true,
          path: `reports/screenshots/${name || 'index'}-${width}-${colorScheme}.png`,
        })
        expect(picture.length).toBeGreaterThan(10_000)
      }
    }),
)
