/** Opens the built site as a reader who was never there before. */
import {
  type Browser,
  type BrowserContextOptions,
  type Locator,
  type Page,
  chromium as playwright,
} from 'playwright-core'
import { inject } from 'vitest'
import { openContext } from './site.ts'

/** Address of the built site, without a slash at its end. */
export const address = inject('siteAddress')

let connected: Promise<Browser> | undefined

/** The suite's one browser. The process's end closes the connection. */
export function openBrowser(): Promise<Browser> {
  connected ??= playwright.connect(inject('browserEndpoint'))
  return connected
}

/** Opens a path, with its query, as a new reader, and waits until all is there. */
export async function read<T>(
  path: string,
  options: BrowserContextOptions,
  look: (page: Page) => Promise<T>,
): Promise<T> {
  const browser = await openBrowser()
  const context = await openContext(browser, {
    viewport: { width: 1280, height: 800 },
    ...options,
  })
  try {
    const page = await context.newPage()
    await page.goto(address + path, { waitUntil: 'networkidle' })
    return await look(page)
  } finally {
    await context.close()
  }
}

/** Path of the chapter, below a language's home. */
export const chapter = '/session-storage'

/** A chunk of the chapter. */
export const chunk = (page: Page, name: string): Locator =>
  page.locator(`[id="chunk-${name}"]`)

/** The rows of a chunk. */
export const rows = (page: Page, name: string): Locator =>
  chunk(page, name).locator('tbody > tr')

/** The colours behind both cells of a row. */
export const behind = (row: Locator) =>
  row
    .locator('td')
    .evaluateAll((cells) =>
      cells.map((cell) => getComputedStyle(cell).backgroundColor),
    )

/** What has the focus: a row by its text, a name by its own. */
export const focused = (page: Page) =>
  page.evaluate(() => document.activeElement?.textContent?.trim())
