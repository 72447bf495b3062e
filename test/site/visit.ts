/** Visits a page once and collects everything that the tests of pages check. */
import axe from 'axe-core'
import type { Page } from 'playwright-core'
import { source } from '../../.vitepress/site/languages.ts'
import { address, openBrowser } from './reader.ts'
import { languageOf, openContext } from './site.ts'

/** The results of a visit to a page, on screens and in print. */
export interface Visit {
  /** Errors, warnings, failed requests, and requests to other hosts. */
  readonly complaints: readonly string[]
  readonly lang: string | null
  readonly alternates: readonly (string | null)[]
  readonly canonical: string | null
  /** The paths of the links in the language switch. */
  readonly languages: readonly string[]
  /** Pixels by which the page is wider than the window, by its width. */
  readonly overflow: Readonly<Record<number, number>>
  /** What axe finds, by the look. */
  readonly axe: Readonly<Record<string, readonly string[]>>
  readonly paper: Paper
}

/** The page in print mode with the dark colour scheme. */
export interface Paper {
  readonly overflow: number
  /** Visible parts that only a screen needs. */
  readonly screenOnly: readonly string[]
  /** The red value of the text's colour, 0 to 255. */
  readonly ink: number
}

/** The widths at which a page must not scroll sideways. */
export const widths = [1440, 768, 390] as const

/** The looks at which axe checks a page. */
const looks = [1440, 390].flatMap((width) =>
  (['light', 'dark'] as const).map((theme) => ({ width, theme })),
)

/**
 * The looks of a page. A narrow page has the colours of the wide one; to save
 * time, only the English pages and the chapters are narrow and dark as well.
 */
export const looksOf = (path: string): typeof looks =>
  looks.filter(
    ({ width, theme }) =>
      theme === 'light' ||
      width === widths[0] ||
      languageOf(path) === source ||
      path.endsWith('/session-storage'),
  )

/** The rules of axe that depend on colours. */
const coloured = ['color-contrast', 'link-in-text-block']

/** The name of a look. */
export const nameOf = ({ width, theme }: (typeof looks)[number]): string =>
  `${theme} at ${width} pixels`

/** The width of A4 between its margins of 14 mm, in CSS pixels. */
export const paperWidth = Math.floor(((210 - 2 * 14) / 25.4) * 96)

const known = new Map<string, Promise<Visit>>()

/** The visit to a path, which is made once and then shared. */
export function visit(path: string): Promise<Visit> {
  const made = known.get(path) ?? make(path)
  known.set(path, made)
  return made
}

async function make(path: string): Promise<Visit> {
  const browser = await openBrowser()
  const context = await openContext(browser, {
    viewport: { width: widths[0], height: 900 },
    colorScheme: 'light',
  })
  try {
    const page = await context.newPage()
    const complaints = listen(page)
    await page.goto(address + path, { waitUntil: 'networkidle' })
    const head = await readHead(page)
    await page.evaluate(axe.source)
    const found: Record<string, readonly string[]> = {}
    for (const look of looksOf(path))
      found[nameOf(look)] = await runAxe(page, look)
    const overflow: Record<number, number> = {}
    for (const width of widths) {
      await page.setViewportSize({ width, height: 900 })
      overflow[width] = await overflowOf(page)
    }
    const paper = await print(page)
    return { complaints, ...head, axe: found, overflow, paper }
  } finally {
    await context.close()
  }
}

function listen(page: Page): string[] {
  const complaints: string[] = []
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type()))
      complaints.push(message.text())
  })
  page.on('request', (request) => {
    if (!request.url().startsWith(address))
      complaints.push(`request to ${request.url()}`)
  })
  page.on('response', (response) => {
    if (response.status() >= 400)
      complaints.push(`${response.status()} ${response.url()}`)
  })
  return complaints
}

const readHead = (page: Page) =>
  page.evaluate(() => {
    const links = (selector: string) =>
      Array.from(document.querySelectorAll<HTMLAnchorElement>(selector))
    const [canonical] = links('link[rel=canonical]')
    return {
      lang: document.documentElement.getAttribute('lang'),
      alternates: links('link[rel=alternate]')
        .map((link) => link.getAttribute('hreflang'))
        .sort(),
      canonical: canonical?.getAttribute('href') ?? null,
      languages: links('a[hreflang]').map(
        (link) => new URL(link.href).pathname,
      ),
    }
  })

/** Runs all rules in the light theme; the dark one differs only in colours. */
async function runAxe(
  page: Page,
  { width, theme }: (typeof looks)[number],
): Promise<string[]> {
  await page.setViewportSize({ width, height: 900 })
  await page.emulateMedia({ colorScheme: theme })
  await page.waitForFunction(
    (dark) => document.documentElement.classList.contains('dark') === dark,
    theme === 'dark',
  )
  return page.evaluate(
    async (rules) => {
      const { violations } = await (
        globalThis as unknown as { axe: typeof axe }
      ).axe.run({ resultTypes: ['violations'], ...rules })
      return violations.map(
        ({ id, nodes }) =>
          `${id}: ${nodes.length}, the first ${nodes[0]?.html.slice(0, 160)}`,
      )
    },
    theme === 'dark' ? { runOnly: coloured } : {},
  )
}

const overflowOf = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)

async function print(page: Page): Promise<Paper> {
  await page.setViewportSize({ width: paperWidth, height: 1000 })
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' })
  const parts = [
    '.site-links',
    '.tools',
    '.outline-bar',
    '.page-footer nav',
    '.ledger-filter',
  ]
  const screenOnly: string[] = []
  for (const part of parts) {
    if ((await page.locator(part).locator('visible=true').count()) > 0)
      screenOnly.push(part)
  }
  const ink = await page.evaluate(() => {
    const colour = getComputedStyle(document.body).color
    return Number(/\d+/.exec(colour)?.[0] ?? 255)
  })
  return { overflow: await overflowOf(page), screenOnly, ink }
}
