/**
 * Opens addresses and stored values that no one would write in good faith. Each
 * page must still answer: its theme switch, its search, and its own text.
 */
import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { address, openBrowser } from './reader.ts'
import { openContext } from './site.ts'

const long = (length: number, text = 'x') => text.repeat(length)

/** Paths with odd queries and fragments, below the site. */
const addresses: readonly string[] = [
  '/session-storage#%',
  '/traces#%2',
  '/traces#%zz',
  '/traces#%E4%B8',
  '/traces#%FF',
  '/zh/session-storage#gc-order%',
  '/claims#%C0%80',
  '/#%u0041',
  '/?%#%',
  '/playground#%',
  '/playground#trace=%',
  '/playground#trace=AA%2',
  '/playground#trace=',
  '/playground#trace=____',
  '/playground#trace=q1ZKzs8tyC9OVbJSKi1JzFOqBQA',
  `/playground#trace=${long(60_000, 'A')}`,
  '/playground#claim=constructor',
  '/playground#claim=__proto__',
  '/playground#claim=hasOwnProperty&edit=constructor',
  '/playground#claim=gc-tail-first&edit=toString',
  '/playground#claim=gc-tail-first&edit=%',
  '/playground#claim=gc-tail-first&store=__proto__',
  '/playground#claim=gc-tail-first&store=memory',
  '/playground#claim=gc-tail-first&edit=',
  '/playground#edit=SessionInit%3A%20pushFront',
  '/playground#claim=gc-tail-first&claim=gc-empty',
  `/playground#claim=${long(8000)}`,
  `/traces#${long(60_000, '%25')}`,
  `/traces#${long(60_000, '<b>')}`,
  '/traces#:~:text=%',
  '/session-storage#:~:text=session,store',
  '/traces?code=constructor',
  '/traces?code=%',
  '/traces?code=go&code=typescript',
  '/session-storage?scene=%&step=1',
  '/session-storage?scene=gc-tail-first&step=1e9',
  '/session-storage?scene=gc-tail-first&step=-1',
  '/session-storage?scene=gc-tail-first&step=NaN',
  '/session-storage?scene=gc-tail-first&step=Infinity',
  '/session-storage?scene=__proto__&step=2',
  `/session-storage?scene=${long(3000, '"')}`,
  '/session-storage?scene=gc-tail-first@repaired&step=2',
  '/session-storage?scene=clock-back&step=99999',
  `/claims?q=${long(10_000)}`,
  `/claims?q=${long(2500, 'a%20')}`,
  '/claims?q=%',
  '/claims?q=%EF%B7%BA',
  '/claims?kind=constructor',
  '/claims?kind=__proto__&symbol=__proto__',
  `/claims?symbol=${long(10_000)}`,
  '/nothing-here#%',
  '/zh/nothing-here?code=%#%E0',
  '/es/%ED%A0%80',
]

/** Values of localStorage, under each key that the site reads. */
const stored: readonly string[] = [
  'constructor',
  '__proto__',
  'hasOwnProperty',
  'toString',
  '',
  ' ',
  'null',
  'undefined',
  '{}',
  '[]',
  'DARK',
  '"dark"',
  '\0',
  long(100_000),
  '<script>',
]
const keys = ['vitepress-theme-appearance', 'side-by-side-code']

/** What a browser may do instead of keeping a value. */
const storages: Readonly<Record<string, string>> = {
  'storage that may not be used': `Object.defineProperty(window, 'localStorage', {
    configurable: true, get() { throw new DOMException('no', 'SecurityError') } })`,
  'storage that is null': `Object.defineProperty(window, 'localStorage', {
    configurable: true, get: () => null })`,
  'storage that is full': `Storage.prototype.setItem = () => {
    throw new DOMException('full', 'QuotaExceededError') }`,
  'storage that cannot be read': `Storage.prototype.getItem = () => {
    throw new DOMException('no', 'NotReadableError') }`,
}

let page: Page
let errors: string[] = []

/** What tells a key of an input method from another one. */
type Key = { isComposing?: boolean; keyCode?: number }

/** A page that notes its errors and its requests to other servers. */
async function fresh(): Promise<Page> {
  const context = await openContext(await openBrowser())
  const made = await context.newPage()
  made.on('pageerror', ({ message }) => errors.push(message))
  made.on('request', (request) => {
    const url = request.url()
    const own = url.startsWith(address) || /^(blob|data|about):/.test(url)
    if (!own) errors.push(`request to ${url}`)
  })
  return made
}

beforeAll(async () => {
  page = await fresh()
  return () => page.context().close()
})

const isDark = (one: Page) =>
  one.evaluate(() => document.documentElement.classList.contains('dark'))

/** Looks whether a page answers. */
async function answers(one: Page): Promise<void> {
  await one.waitForFunction(
    () => '__vue_app__' in (document.querySelector('#app') ?? {}),
  )
  const before = await isDark(one)
  await one.locator('.tools > .theme-switch').dispatchEvent('click')
  expect(await isDark(one)).toBe(!before)
  const { text, nodes } = await one.evaluate(() => ({
    text: document.querySelector('main')?.textContent?.trim().length ?? 0,
    nodes: document.querySelectorAll('*').length,
  }))
  expect(text).toBeGreaterThan(20)
  expect(nodes).toBeLessThan(60_000)
}

describe('hostile addresses and stored values', () => {
  test.each(addresses.map((each) => [each.slice(0, 80), each]))(
    '%s',
    async (_, path) => {
      errors = []
      await page.goto('about:blank')
      await page.goto(address + path)
      await answers(page)
      expect(errors).toEqual([])
    },
  )

  test.each(['#%', '#%2', '#%E4%B8', '#trace=%', '#claim=%'])(
    'a change of the fragment to %s',
    async (fragment) => {
      errors = []
      await page.goto(`${address}/playground`)
      await page.locator('.steps').waitFor()
      await page.evaluate((hash) => {
        location.hash = hash
      }, fragment)
      await answers(page)
      await page.goBack()
      await answers(page)
      expect(errors).toEqual([])
    },
  )

  test.each(stored.map((value) => [value.slice(0, 20), value]))(
    'the stored value %j',
    async (_, value) => {
      errors = []
      await page.goto(`${address}/icon.svg`)
      await page.evaluate(
        ([keys, value]) => {
          for (const key of keys) localStorage.setItem(key, value)
        },
        [keys, value] as const,
      )
      await page.goto(`${address}/traces`)
      await answers(page)
      await page.evaluate(() => localStorage.clear())
      expect(errors).toEqual([])
    },
  )

  test.each(Object.entries(storages))('%s', async (_, script) => {
    errors = []
    const other = await fresh()
    await other.addInitScript(script)
    await other.goto(`${address}/session-storage`)
    await answers(other)
    await other.locator('.code-choice input').last().dispatchEvent('change')
    expect(errors).toEqual([])
    await other.context().close()
  })

  test('another window writes an odd theme', async () => {
    errors = []
    await page.goto(`${address}/traces`)
    await answers(page)
    const other = await page.context().newPage()
    await other.goto(`${address}/icon.svg`)
    await other.evaluate(() =>
      localStorage.setItem('vitepress-theme-appearance', 'constructor'),
    )
    await answers(page)
    await other.evaluate(() => localStorage.clear())
    await other.close()
    expect(errors).toEqual([])
  })
})

describe('long and composed input', () => {
  test('the search cuts what it looks up', async () => {
    await page.goto(`${address}/`)
    await page.keyboard.press('Control+k')
    const input = page.locator('dialog.search input')
    await input.fill(long(100_000, 'qq '))
    await page.locator('dialog.search [role=status]').waitFor()
    const said = await page.locator('dialog.search').innerText()
    expect(said.length).toBeLessThan(1000)
    await input.fill('orphan')
    await page.locator('#found a').first().waitFor()
  })

  test('the filter of the claims cuts it too, and the address with it', async () => {
    await page.goto(`${address}/claims`)
    const output = page.locator('.ledger-filter output')
    await output.waitFor()
    const input = page.locator('.ledger-filter input')
    await input.fill(long(100_000))
    await page.waitForFunction(() => location.search.length > 3)
    expect(page.url().length).toBeLessThan(500)
    await answers(page)
  })

  const composed: readonly [string, Key][] = [
    ['during a composition', { isComposing: true }],
    ['that a composition handles', { keyCode: 229 }],
    ['at its end', { keyCode: 13 }],
  ]

  test.each(composed)('an Enter %s does not leave the page', async (_, own) => {
    await page.goto(`${address}/`)
    await page.keyboard.press('Control+k')
    const input = page.locator('dialog.search input')
    await input.fill('session')
    await page.locator('#found a').first().waitFor()
    await input.evaluate((field, own) => {
      field.dispatchEvent(new CompositionEvent('compositionend'))
      // The list of an input method has the arrows.
      for (const key of ['Enter', 'ArrowDown']) {
        const init = { key, bubbles: true, ...own }
        field.dispatchEvent(new KeyboardEvent('keydown', init))
      }
    }, own)
    expect(new URL(page.url()).pathname).toBe('/')
    const chosen = () => input.getAttribute('aria-activedescendant')
    expect(await chosen()).toBe('found-0')
    await input.press('ArrowDown')
    expect(await chosen()).toBe('found-1')
    await input.press('Enter')
    await page.waitForURL((url) => url.pathname !== '/')
  })
})
