/** Tests the printed chapter: A4, both columns, the addresses of links. */
import { mkdirSync, writeFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { read } from './reader.ts'
import { pages } from './site.ts'
import { paperWidth } from './visit.ts'

/** Opens a page in print mode with the dark colour scheme. */
const printed = (path: string, look: (page: Page) => Promise<void>) =>
  read(
    path,
    { viewport: { width: paperWidth, height: 1000 }, colorScheme: 'dark' },
    async (page) => {
      await page.emulateMedia({ media: 'print' })
      await look(page)
    },
  )

describe.each(pages().filter((path) => path.endsWith('/session-storage')))(
  '%s on paper',
  (path) => {
    test('shows all lines of listing and port beside each other', () =>
      printed(path, async (page) => {
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
      }))

    test('prints the addresses of links to other pages', () =>
      printed(path, async (page) => {
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
      }))

    test('makes a PDF with few pages in the reports', () =>
      printed(path, async (page) => {
        const pdf = await page.pdf({ preferCSSPageSize: true })
        const boxes = pdf.toString('latin1').match(/\/MediaBox\s*\[[^\]]*\]/g)
        const sheets = pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)
        expect(boxes?.[0]).toMatch(/\[0 0 59[45](\.\d+)? 84[12](\.\d+)?\]/)
        expect(sheets?.length).toBeGreaterThan(5)
        expect(sheets?.length).toBeLessThan(30)
        mkdirSync('reports/print', { recursive: true })
        writeFileSync(
          `reports/print/${path.slice(1).replaceAll('/', '-')}.pdf`,
          pdf,
        )
      }))
  },
)

test('/playground on paper: the whole trace, and nothing that is empty', () =>
  printed('/playground', async (page) => {
    await page.locator('.steps').waitFor()
    const editor = page.locator('.trace-side .cm-editor')
    const hidden = await editor.evaluate((all) => {
      const parts = [all, ...all.querySelectorAll('.cm-scroller, .cm-line')]
      return parts.flatMap((part) => [
        part.scrollHeight - part.clientHeight,
        part.scrollWidth - part.clientWidth,
      ])
    })
    expect(hidden.length).toBeGreaterThan(20)
    expect(Math.max(...hidden)).toBeLessThanOrEqual(1)
    const sections = page.locator('main section')
    const texts = await sections.evaluateAll((all) =>
      all
        .filter((each) => each.getClientRects().length > 0)
        .map((each) => (each as HTMLElement).innerText.trim()),
    )
    expect(texts.length).toBeGreaterThan(0)
    expect(texts).not.toContain('')
    const buttons = page.locator('.playground button:visible')
    expect(await buttons.allTextContents()).toEqual([])
  }))
