/**
 * Every page as readers see it: at three widths, light and dark, kept in
 * reports/screenshots/ for people to look at. Nothing may stand out sideways.
 */
import { mkdirSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openSite, pages, type Site } from './site.ts'

let site: Site
beforeAll(async () => {
  site = await openSite()
  mkdirSync('reports/screenshots', { recursive: true })
})
afterAll(() => site?.close())

const views = [
  { width: 1440, colorScheme: 'light' },
  { width: 1440, colorScheme: 'dark' },
  { width: 768, colorScheme: 'light' },
  { width: 390, colorScheme: 'light' },
  { width: 390, colorScheme: 'dark' },
] as const

describe.each(pages())('%s', (path) => {
  test.each(views)('fits $width pixels, $colorScheme', async (view) => {
    const { width, colorScheme } = view
    const page = await site.browser.newPage({
      viewport: { width, height: 900 },
      colorScheme,
    })
    try {
      await page.goto(site.address + path, { waitUntil: 'networkidle' })
      // A picture of a whole page shows more of it than any reader's screen.
      await page.addStyleTag({
        content: '* { content-visibility: visible !important }',
      })
      const name = path.slice(1).replaceAll('/', '-').replace(/-?$/, '')
      const picture = await page.screenshot({
        fullPage: true,
        path: `reports/screenshots/${name || 'index'}-${width}-${colorScheme}.png`,
      })
      expect(picture.length).toBeGreaterThan(10_000)
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - window.innerWidth,
      )
      expect(overflow).toBe(0)
    } finally {
      await page.close()
    }
  })
})
