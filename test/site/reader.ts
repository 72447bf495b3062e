/** Opens the built site as a reader who was never there before. */
import type { BrowserContextOptions, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll } from 'vitest'
import { openSite, type Site } from './site.ts'

/** The site that `useReader` opened. */
export let site: Site

/** Opens the site for the tests of a file, and closes it after them. */
export function useReader(): void {
  beforeAll(async () => {
    site = await openSite()
  })
  afterAll(() => site?.close())
}

/** Opens a path, with its query, as a new reader. */
export async function read(
  path: string,
  options: BrowserContextOptions,
  look: (page: Page) => Promise<void>,
): Promise<void> {
  const context = await site.browser.newContext({
    viewport: { width: 1280, height: 800 },
    ...options,
  })
  try {
    const page = await context.newPage()
    await page.goto(site.address + path, { waitUntil: 'networkidle' })
    await look(page)
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
