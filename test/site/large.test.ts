/**
 * Opens traces that are as heavy as a link allows, and looks at what the page
 * makes of them. What counts is how much it makes, not how long that takes.
 */
import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { MOST_TEXT } from '../../src/playground/limits.ts'
import { LinkError, writeFragment } from '../../src/playground/link.ts'
import { parse } from '../../src/trace/parse.ts'
import { eventually, openFragment, paste, traceEditor } from './playground.ts'
import { address, openBrowser } from './reader.ts'
import { openContext } from './site.ts'

/** Lines until the text is as large as the playground takes. */
function filled(head: string, line: (n: number) => string): string {
  const lines = [head]
  let size = new TextEncoder().encode(head).length + 1
  for (let n = 0; ; n++) {
    size += line(n).length + 1
    if (size > MOST_TEXT) return lines.join('\n')
    lines.push(line(n))
  }
}

/** Line after line, without those that take more than half of the text. */
const half = (line: (n: number) => string): string => {
  const text = filled('', line)
  return text.slice(0, text.lastIndexOf('\n', MOST_TEXT / 2))
}

const nul = '\\u0000'.repeat(5000)
const letters = 'x'.repeat(32_000)
const names = half((n) => `h${n} = init ana`)

/** Traces by what they have much of. */
const traces: Readonly<Record<string, string>> = {
  'an id of 5,000 NUL and many map': filled(`init "${nul}"`, () => 'map'),
  'a long id and many list': filled(`init ${letters}`, () => 'list'),
  'a long id that is touched often': filled(
    `a = init ${letters}`,
    () => 'a.get "k"',
  ),
  'a long value that is read often': filled(
    `a = init ana\na.set "k" "${letters}"`,
    () => 'a.get "k"',
  ),
  'a long key that is missing': filled('a = init ana', (n) =>
    n === 0 ? `a.get "${letters}"` : 'map',
  ),
  'many values in one session': filled('a = init ana', (n) => `a.set ${n} 1`),
  'many values, and many looks at them': filled(
    `a = init ana${half((n) => `a.set ${n} 1`)}`,
    () => 'stamps',
  ),
  'many handles and many map': filled(names, () => 'map'),
  'many handles of one session': filled('', (n) => `h${n} = read ana`),
  'many sessions': filled('', (n) => `init ${n}`),
  'many sessions and passes': filled('', (n) =>
    n % 2 ? 'gc 0' : `init ${n}\nwait 1s`,
  ),
  'many orphans': filled('', () => 'init a'),
  'many stale handles': filled('', (n) =>
    n % 2 ? 'destroy a' : `h${n} = init a`,
  ),
  'many long waits': filled('init ana', () => 'wait 8760h'),
  'many expectations that fail': filled(
    `init ${letters}`,
    () => 'list => nobody',
  ),
  'many changes of the provider': filled('init ana', (n) =>
    n % 2 ? 'provider first' : 'provider second',
  ),
  'a comment of 64 KB': `init ana # ${'x'.repeat(MOST_TEXT - 12)}`,
}

/** The most characters that the playground may show of a trace. */
const mostShown = 400_000

/** How much the page has made, and whether its theme switch answers. */
async function madeBy(page: Page) {
  const made = await page.evaluate(() => ({
    rows: document.querySelectorAll('.steps tbody tr').length,
    nodes: document.querySelectorAll('.playground *').length,
    characters: document.querySelector('.playground')?.textContent?.length ?? 0,
  }))
  const dark = () =>
    page.evaluate(() => document.documentElement.classList.contains('dark'))
  const before = await dark()
  await page.locator('.tools > .theme-switch').click()
  return { ...made, answers: before !== (await dark()) }
}

/** Opens a trace by its link, or by pasting it if no link can hold it. */
async function open(page: Page, trace: string): Promise<void> {
  const fragment = await writeFragment({ trace }).catch((error) => {
    if (error instanceof LinkError && error.problem === 'long') return undefined
    throw error
  })
  if (fragment === undefined) await paste(traceEditor(page), trace)
  else await openFragment(page, fragment)
}

let page: Page
beforeAll(async () => {
  const browser = await openBrowser()
  const context = await openContext(browser)
  page = await context.newPage()
  await page.goto(`${address}/playground`)
  await page.locator('.steps').waitFor()
  return () => context.close()
})

test.each(Object.entries(traces))(
  '%s: the page makes only what is seen',
  async (_, trace) => {
    await open(page, trace)
    const { operations } = parse(trace)
    // The first operation alone does not tell one trace from another.
    const wanted = [operations[0], operations[1]].map(
      (operation) => operation?.text.slice(0, 20) ?? '',
    )
    const texts = page.locator('.steps tbody td:nth-child(2)')
    await eventually(async () => {
      const shown = (await texts.allTextContents()).map((text) => text.trim())
      return wanted.every((text, i) => shown[i]?.includes(text))
    }).toBe(true)
    const { rows, nodes, characters, answers } = await madeBy(page)
    expect(rows).toBeLessThanOrEqual(200)
    expect(nodes).toBeLessThan(5000)
    expect(characters).toBeLessThan(mostShown)
    expect(answers).toBe(true)
  },
)
