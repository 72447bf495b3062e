/** Opens the built site as a reader on a first visit. */
import axe from 'axe-core'
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

/** The languages' homes, without a slash at the end. */
export const homes = ['', '/zh', '/ja', '/es'] as const

/** Each home on the screen of a computer and of a phone. */
export const homeScreens = homes.flatMap((home) =>
  [
    { width: 1440, height: 900 },
    { width: 390, height: 844 },
  ].map((viewport) => ({ home, viewport, width: viewport.width })),
)

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

/** Pixels by which a page is wider than its window. */
export const overflowOf = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)

/** Lets the reader's system be light or dark, and waits for the page. */
export async function toTheme(
  page: Page,
  colorScheme: 'light' | 'dark',
): Promise<void> {
  await page.emulateMedia({ colorScheme })
  await page.waitForFunction(
    (dark) => document.documentElement.classList.contains('dark') === dark,
    colorScheme === 'dark',
  )
}

/** Notes the errors of a page from now on. */
export function errorsOf(page: Page): string[] {
  const errors: string[] = []
  page.on('pageerror', ({ message }) => errors.push(message))
  return errors
}

/** Notes the addresses that a page asks for from now on. */
export function requestsOf(page: Page): string[] {
  const asked: string[] = []
  page.on('request', (request) => asked.push(request.url()))
  return asked
}

/** What axe finds in a page, or in the part that a selector names. */
export async function axeFinds(
  page: Page,
  { part = 'html', ...options }: axe.RunOptions & { part?: string } = {},
): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window)))
    await page.evaluate(axe.source)
  return page.evaluate(
    async ([part, options]) => {
      const { violations } = await (
        globalThis as unknown as { axe: typeof axe }
      ).axe.run(part, { resultTypes: ['violations'], ...options })
      return violations.map(
        ({ id, nodes }) =>
          `${id}: ${nodes.length}, the first ${nodes[0]?.html.slice(0, 160)}`,
      )
    },
    [part, options] as const,
  )
}

/** The button that plays a scene. If the scene asks first, shows the answer. */
export async function playButton(scene: Locator): Promise<Locator> {
  const show = scene.locator('.scene-show')
  if ((await show.count()) > 0) await show.locator('input').check()
  return scene.locator('.scene-play')
}
