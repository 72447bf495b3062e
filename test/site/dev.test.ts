// Tests what a translator sees in `npm run dev`: saved changes, and mistakes.
import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { copyWhole } from '../translation/whole-copy.ts'
import { openBrowser } from './reader.ts'
import { openContext } from './site.ts'

const whole = copyWhole()
let dev: ChildProcess
/** What the server has printed. */
let printed = ''
let address: string
let page: Page

const bench = whole.remove('docs/ja/bench.md')

beforeAll(async () => {
  dev = spawn(
    process.execPath,
    [
      join(whole.folder, 'node_modules/vitepress/bin/vitepress.js'),
      'dev',
      '--port',
      '0',
    ],
    {
      cwd: whole.folder,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: whole.env,
    },
  )
  address = await new Promise<string>((ready, failed) => {
    const read = (text: string) => {
      printed += text
      const found = /http:\/\/localhost:\d+(?=\/)/.exec(printed)?.[0]
      if (found) ready(found)
    }
    dev.stdout?.on('data', read)
    dev.stderr?.on('data', read)
    dev.on('exit', (code) => failed(new Error(`dev ended with ${code}`)))
  })
  page = await (await openContext(await openBrowser())).newPage()
})
afterAll(async () => {
  await page?.close()
  dev?.kill()
})

/** What a server that starts anew may take on a busy machine, in ms. */
const patience = 1_200_000

/**
 * Opens a page until it shows its heading and listens to the server. A server
 * that starts anew refuses pages, and leaves a page that it has half sent: the
 * next try then waits twice as long.
 */
async function open(path: string, timeout = 8000): Promise<void> {
  const { exitCode, signalCode } = dev
  if ((exitCode ?? signalCode) !== null)
    throw new Error(`dev ended with ${exitCode ?? signalCode}:\n${printed}`)
  const shown = page
    .goto(address + path, { timeout })
    .then(() => page.locator('h1').waitFor({ timeout }))
  const listens = page.waitForEvent('console', {
    predicate: (message) => message.text() === '[vite] connected.',
    timeout,
  })
  await Promise.all([shown, listens]).catch(({ name }: Error) =>
    open(path, name === 'TimeoutError' ? timeout * 2 : timeout),
  )
}

const overlay = () => page.locator('vite-error-overlay')

test('a saved sentence appears', async () => {
  await open('/zh/traces')
  whole.edit('docs/zh/traces.md', (text) => `${text.trimEnd()}新的一句。\n`)
  await page.getByText('新的一句。').waitFor()
})

test('a saved comment of the code appears', async () => {
  await open('/zh/session-storage')
  whole.edit('docs/zh/comments.json', (text) =>
    text.replace('没有锁：只有一个线程', '没有锁：线程只有一个'),
  )
  await page.getByText('没有锁：线程只有一个').first().waitFor()
})

test('a change of the English text marks the section as stale at once', async () => {
  await open('/es/traces')
  expect(await page.locator('.translation-note').count()).toBe(0)
  whole.edit('docs/en/traces.md', (text) => `${text.trimEnd()} It was.\n`)
  await page.locator('#time + .translation-note').waitFor()
})

test('the panel shows a page beside its English text, with what is found', async () => {
  await open('/es/traces')
  await page.locator('.translator summary').click()
  const panel = page.locator('.translator > div')
  await panel.locator('li', { hasText: 'traces#time' }).waitFor()
  const stale = panel.locator('section', {
    has: page.locator('[data-state=stale]'),
  })
  expect(await stale.locator('.changes').textContent()).toContain('It was.')
  expect(await stale.locator('h4 a').getAttribute('href')).toContain(
    'traces.md',
  )
  expect(await stale.locator('small').textContent()).toContain('traza')
  // A saved page is drawn anew in the open panel.
  whole.edit('docs/es/traces.md', (text) => `${text.trimEnd()} Lo era.\n`)
  await panel.getByText('Lo era.').waitFor()
})

test.each(['', '/zh', '/ja', '/es'])(
  '%s/status counts the sections',
  async (home) => {
    await open(`${home}/status`)
    expect(await page.locator('.translation-status').count()).toBe(3)
    expect(await overlay().count()).toBe(0)
  },
)

test('a missing page appears after it was added', async () => {
  await open('/ja/bench')
  await page.locator('.notice').waitFor()
  whole.write('docs/ja/bench.md', bench)
  // The server sees the new file after a moment.
  await expect
    .poll(
      async () => {
        await open('/ja/bench')
        return page.locator('.notice').count()
      },
      { timeout: 300_000 },
    )
    .toBe(0)
  expect(await page.locator('h1').textContent()).not.toContain('Measurements')
})

/** Adds a mark to a text of a JSON file. */
const marked = (file: string, key: string, mark: string) =>
  whole.edit(file, (text) => text.replace(`"${key}": "`, `$&${mark} `))

/** Opens a page until it shows a text. */
const eventuallyOn = (path: string, text: string) =>
  expect
    .poll(() => open(path).then(() => page.content()), {
      timeout: patience / 2,
    })
    .toContain(text)

const texts = [
  ['a string of all pages', 'interface.json', 'licences', '/es/traces'],
  ['a reason of a repair', 'repairs.json', 'new-in-front', '/es/repaired'],
] as const

test.each(texts)(
  '%s appears, saved before and after its page was opened',
  async (_, name, key, path) => {
    const file = `docs/es/${name}`
    marked(file, key, 'MARK-ONE')
    await eventuallyOn(path, 'MARK-ONE')
    marked(file, key, 'MARK-TWO')
    await page.getByText('MARK-TWO').first().waitFor({ state: 'attached' })
  },
  patience,
)

test(
  'a language that is added appears',
  async () => {
    expect((await whole.i18n('add', 'eo', 'Esperanto')).code).toBe(0)
    marked('docs/eo/interface.json', 'licences', 'MARK-EO')
    await eventuallyOn('/eo/traces', 'MARK-EO')
    expect(await page.locator('html').getAttribute('lang')).toBe('eo')
  },
  patience,
)

const mistakes = [
  {
    name: 'a misspelt chunk',
    file: 'docs/ja/session-storage.md',
    from: '"Provider.SessionGC"',
    to: '"Provider.SesionGC"',
    says: /docs\/ja\/session-storage\.md:\d+: unknown chunk "Provider\.SesionGC"/,
  },
  {
    name: 'a mark that no page has',
    file: 'docs/ja/session-storage.md',
    from: '<Scene trace="gc-tail-first"',
    to: '<Scenery trace="gc-tail-first"',
    says: /docs\/ja\/session-storage\.md:\d+: unknown mark <Scenery>/,
  },
  {
    name: 'broken JSON',
    file: 'docs/ja/comments.json',
    from: '"gaps": {',
    to: '"gaps" {',
    says: /docs\/ja\/comments\.json:\d+: /,
  },
  {
    name: 'an id that occurs twice',
    file: 'docs/ja/session-storage.md',
    from: '{#listing}',
    to: '{#purpose}',
    says: /docs\/ja\/session-storage\.md:\d+: {#purpose} is already in line \d+/,
  },
]

test.each(mistakes)(
  '$name: an overlay names the place, and closes after the correction',
  async ({ file, from, to, says }) => {
    await open('/ja/session-storage')
    whole.edit(file, (text) => text.replace(from, to))
    await overlay().waitFor()
    const shown = await overlay().evaluate((element) => {
      return element.shadowRoot?.textContent ?? ''
    })
    expect(shown).toMatch(says)
    whole.edit(file, (text) => text.replace(to, from))
    await overlay().waitFor({ state: 'detached' })
    await page.locator('#purpose').waitFor()
    expect(dev.exitCode).toBe(null)
  },
)
