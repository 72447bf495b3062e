/** The pages on paper: A4, both columns, nothing that only a screen needs. */
import { mkdirSync, writeFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openSite, pages, type Site } from './site.ts'

let site: Site
beforeAll(async () => {
  site = await openSite()
})
afterAll(() => site?.close())

/** What A4 leaves between its margins of 14 mm, in CSS pixels. */
const width = Math.floor(((210 - 2 * 14) / 25.4) * 96)

/** Opens a page as it is printed, from a dark screen. */
async function printed<T>(path: string, look: (page: Page) => Promise<T>) {
  const page = await site.browser.newPage({
    viewport: { width, height: 1000 },
    colorScheme: 'dark',
  })
  try {
    await page.goto(site.address + path, { waitUntil: 'networkidle' })
    await page.emulateMedia({ media: 'print' })
    return await look(page)
  } finally {
    await page.close()
  }
}

describe.each(pages())('%s on paper', (path) => {
  test('fits the sheet, without navigation, dark on light', async () => {
    await printed(path, async (page) => {
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - window.innerWidth,
      )
      expect(overflow).toBe(0)
      for (const screenOnly of [
        '.site-links',
        '.tools',
        '.outline-bar',
        '.page-footer nav',
        '.ledger-filter',
      ]) {
        expect(
          await page.locator(screenOnly).locator('visible=true').count(),
        ).toBe(0)
      }
      const ink = await page.evaluate(() => {
        const [red = 255] =
          getComputedStyle(document.body).color.match(/\d+/g)?.map(Number) ?? []
        return red
      })
      expect(ink).toBeLessThan(100)
    })
  })
})

describe.each(pages().filter((path) => path.endsWith('/session-storage')))(
  '%s on paper',
  (path) => {
    test('sets listing and port beside each other, every line of them', async () => {
      await printed(path, async (page) => {
        const rows = await page
          .locator('.chunk tbody tr:not(.blank)')
          .evaluateAll((rows) =>
            rows.map((row) => {
              const [go, ts] = [...row.querySelectorAll('td')].map((cell) =>
                cell.getBoundingClientRect(),
              )
              return go && ts && go.top === ts.top && go.right <= ts.left + 1
            }),
          )
        expect(rows.length).toBeGreaterThan(100)
        expect(rows.filter((beside) => !beside)).toEqual([])
        const low = await page
          .locator('.chunk tr:not(.blank) .line')
          .evaluateAll((lines) =>
            lines.filter((line) => line.getBoundingClientRect().height === 0),
          )
        expect(low).toEqual([])
      })
    })

    test('says where links lead, unless to the same page', async () => {
      await printed(path, async (page) => {
        const links = await page
          .locator('.prose > div > :is(p, ul, ol) a:not(.claim)')
          .evaluateAll((links) =>
            links.map((link) => [
              link.getAttribute('href') ?? '',
              getComputedStyle(link, '::after').content,
            ]),
          )
        expect(links.length).toBeGreaterThan(1)
        for (const [href = '', shown] of links) {
          if (href.startsWith('#')) expect(shown).toBe('none')
          else expect(shown).toContain(href)
        }
      })
    })

    test('makes a PDF of a few pages, kept with the reports', async () => {
      await printed(path, async (page) => {
        const pdf = await page.pdf({ preferCSSPageSize: true })
        const boxes = pdf.toString('latin1').match(/\/MediaBox\s*\[[^\]]*\]/g)
        const sheets = pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)
        expect(boxes?.[0]).toMatch(/\[0 0 59[45](\.\d+)? 84[12](\.\d+)?\]/)
        expect(sheets?.length).toBeGreaterThan(5)
        expect(sheets?.length).toBeLessThan(20)
        mkdirSync('reports/print', { recursive: true })
        writeFileSync(
          `reports/print/${path.slice(1).replaceAll('/', '-')}.pdf`,
          pdf,
        )
      })
    })
  },
)
