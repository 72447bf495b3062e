/** Opens the built site as a reader on a first visit. */
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

/** The browser of the suite. The connection closes when the process ends. */
export function openBrowser(): Promise<Browser> {
  connected ??= playwright.connect(inject('browserEndpoint'))
  return connected
}

/** Opens a path in a new browser context and waits until it is loaded. */
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
    await page.goto(address + path)
    // On a busy machine the page listens to keys only some time later.
    if (options.javaScriptEnabled !== false) {
      await page.waitForFunction(() => {
        const app = document.querySelector('#app')
        return app !== null && '__vue_app__' in app
      })
    }
    return await look(page)
  } finally {
    await context.close()
  }
}

/** The path of the chapter, below a language's home. */
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

/** The text of the focused element, such as a row or a name. */
export const focused = (page: Page) =>
  page.evaluate(() => document.activeElement?.textContent?.trim())
