/** Looks at a page as it is printed, with the dark colour scheme chosen. */
import { mkdirSync, writeFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { overflowOf } from './reader.ts'

/** The width of A4 between its margins of 14 mm, in CSS pixels. */
export const paperWidth = Math.floor(((210 - 2 * 14) / 25.4) * 96)

/** Changes a page to print mode. */
export async function toPaper(page: Page): Promise<void> {
  await page.setViewportSize({ width: paperWidth, height: 1000 })
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' })
}

/** What a page is on paper. */
export type Paper = Awaited<ReturnType<typeof readPaper>>

/** The parts that only a screen needs. */
const onScreen = '.page-groups, .tools, .rail, .page-footer nav, .ledger-filter'

/** Reads a page in print mode. */
export async function readPaper(page: Page) {
  const seen = await page.evaluate((onScreen) => {
    const all = <E extends HTMLElement>(selector: string) =>
      Array.from(document.querySelectorAll<E>(selector))
    const colour = getComputedStyle(document.body).color
    const rows = all('.chunk tbody tr:not(.blank)').map((row) => {
      const cells = Array.from(row.querySelectorAll('td'))
      return cells.map((cell) => cell.getBoundingClientRect())
    })
    const lines = all('.chunk tr:not(.blank) .line')
    const links = all('.prose > div > :is(p, ul, ol) a:not(.claim)')
    return {
      /** Visible parts that only a screen needs. */
      screenOnly: all(onScreen)
        .filter((part) => part.checkVisibility({ visibilityProperty: true }))
        .map((part) => part.outerHTML.slice(0, 80)),
      /** The red value of the text's colour, 0 to 255. */
      ink: Number(/\d+/.exec(colour)?.[0] ?? 255),
      rows: rows.length,
      /** Rows of code whose two sides are not beside each other. */
      apart: rows.filter(
        ([go, ts]) => !go || !ts || go.top !== ts.top || go.right > ts.left + 1,
      ).length,
      /** Lines of code without a height. */
      low: lines.filter((line) => line.getBoundingClientRect().height === 0)
        .length,
      /** The links, each with what is printed after it. */
      links: links.map((link) => ({
        href: link.getAttribute('href') ?? '',
        printed: getComputedStyle(link, '::after').content,
      })),
    }
  }, onScreen)
  return { overflow: await overflowOf(page), ...seen }
}

/** Prints a page into the reports: the boxes of its sheets. */
export async function printPage(page: Page, path: string): Promise<string[]> {
  const pdf = await page.pdf({ preferCSSPageSize: true })
  mkdirSync('reports/print', { recursive: true })
  const name = path.slice(1).replaceAll('/', '-')
  writeFileSync(`reports/print/${name}.pdf`, pdf)
  return pdf.toString('latin1').match(/\/MediaBox\s*\[[^\]]*\]/g) ?? []
}
