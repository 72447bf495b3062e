/** Visits a page once and collects everything that the tests of pages check. */
import type { Page } from 'playwright-core'
import { source } from '../../.vitepress/site/languages.ts'
import { type Paper, printPage, readPaper, toPaper } from './paper.ts'
import { type Prose, readProse } from './prose.ts'
import {
  address,
  axeFinds,
  chapter,
  errorsOf,
  openBrowser,
  overflowOf,
  toTheme,
} from './reader.ts'
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
  readonly prose: Prose
  readonly paper: Paper
  /** The boxes of the printed sheets of a chapter. */
  readonly sheets: readonly string[]
}

/** The widths at which a page must not scroll sideways. */
export const widths = [1440, 768, 390] as const

/** The looks at which axe checks a page. */
const looks = [1440, 390].flatMap((width) =>
  (['light', 'dark'] as const).map((theme) => ({ width, theme })),
)

export const isChapter = (path: string) => path.endsWith(chapter)

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
      isChapter(path),
  )

/** The rules of axe that depend on colours. */
const coloured = ['color-contrast', 'link-in-text-block']

/** The name of a look. */
export const nameOf = ({ width, theme }: (typeof looks)[number]): string =>
  `${theme} at ${width} pixels`

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
    const prose = await readProse(page)
    const found: Record<string, readonly string[]> = {}
    for (const look of looksOf(path))
      found[nameOf(look)] = await runAxe(page, look)
    const overflow: Record<number, number> = {}
    for (const width of widths) {
      await page.setViewportSize({ width, height: 900 })
      overflow[width] = await overflowOf(page)
    }
    await toPaper(page)
    const paper = await readPaper(page)
    const sheets = isChapter(path) ? await printPage(page, path) : []
    return { complaints, ...head, axe: found, overflow, prose, paper, sheets }
  } finally {
    await context.close()
  }
}

function listen(page: Page): string[] {
  const complaints = errorsOf(page)
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
  await toTheme(page, theme)
  return axeFinds(page, theme === 'dark' ? { runOnly: coloured } : {})
}
