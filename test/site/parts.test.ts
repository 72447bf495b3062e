/**
 * Tests that a part which cannot be loaded says so, and comes at the next use:
 * the connection is cut, the part is used, the connection is back.
 */
import { readdirSync, readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { eventually } from './playground.ts'
import { address, chunk, errorsOf, read } from './reader.ts'

/** Where a part is used, how, and what then appears. */
interface Part {
  readonly path: string
  readonly files: RegExp
  readonly use: (page: Page) => Promise<unknown>
  /** What asks for the part first; its use, if left out. */
  readonly ask?: (page: Page) => Promise<unknown>
  /** Appears when the part has come. */
  readonly shown: string
}

const search = (page: Page) => page.locator('.tools button').first().click()
const anywhere = (page: Page) => page.mouse.click(5, 5)
/** The page asks by itself. */
const nothing = async () => {}
const openPort = (page: Page) => page.locator('.port > button').click()
const claim = (page: Page) => page.locator('main a.claim').first().click()

const parts: Readonly<Record<string, Part>> = {
  'the search': {
    path: '/zh/',
    files: /SearchDialog|localSearchIndex/,
    use: search,
    shown: 'dialog.search[open]',
  },
  'the panel of a claim': {
    path: '/session-storage',
    files: /ClaimPanel/,
    use: claim,
    shown: '.claim-panel h2, .claim-panel [id]',
  },
  'the texts of names': {
    path: '/ja/session-storage',
    files: /\/hovers\.|\/names\//,
    use: (page) => chunk(page, 'pder').locator('td.go .line').first().click(),
    shown: '.chunk .name',
  },
  'the player of a scene': {
    path: '/es/session-storage',
    files: /\/scenes\.|\/scene\//,
    use: (page) =>
      page.locator('.scene-question [type=submit]').first().click(),
    shown: '.scene-player',
  },
  'the playground': {
    path: '/playground',
    files: /PlaygroundFigure/,
    use: anywhere,
    ask: nothing,
    shown: '.steps tbody tr',
  },
  'the data of the playground': {
    path: '/zh/playground',
    files: /\/playground\/zh\.json/,
    use: anywhere,
    ask: nothing,
    shown: '.steps tbody tr',
  },
  'the editor of the port': {
    path: '/playground',
    files: /PlaygroundCode/,
    use: anywhere,
    ask: openPort,
    shown: '.port .cm-content',
  },
  'the code of the port': {
    path: '/ja/playground',
    files: /port-ja\.json/,
    use: anywhere,
    ask: openPort,
    shown: '.port .cm-content',
  },
  'the engine': {
    path: '/playground',
    files: /\/worker-/,
    use: anywhere,
    ask: nothing,
    shown: '.summary [data-good=true]',
  },
  'the code of a change': {
    path: '/zh/session-storage',
    files: /\/change\.|\/playground\/change/,
    use: anywhere,
    ask: (page) => page.locator('.change > summary').first().click(),
    shown: '.change-shown',
  },
  'the filter of the claims': {
    path: '/claims',
    files: /LedgerFilter/,
    use: anywhere,
    ask: nothing,
    shown: '.ledger-filter output:not(:empty)',
  },
}

/** The part may be asked for before the first use. */
test.each(Object.entries(parts))(
  '%s says that it could not be loaded, and comes later',
  (_, { path, files, use, ask = use, shown }) =>
    read('/404', {}, async (page) => {
      const errors = errorsOf(page)
      let cut = true
      await page.route(files, (route) =>
        cut ? route.abort('internetdisconnected') : route.continue(),
      )
      await page.goto(address + path)
      await page.waitForFunction(
        () => '__vue_app__' in (document.querySelector('#app') ?? {}),
      )
      await ask(page)
      const notice = page.locator('.part-notice p, .scene-failed')
      await notice.first().waitFor()
      expect(await page.locator(shown).count()).toBe(0)
      cut = false
      await use(page)
      await eventually(() => page.locator(shown).count()).not.toBe(0)
      expect(errors).toEqual([])
    }),
)

/** Files of the built site, by a part of their names. */
const assets = readdirSync('.vitepress/dist/assets', { encoding: 'utf8' })

test('a page of a newer version is loaded as a whole', () =>
  read('/', {}, async (page) => {
    const old = assets.find((name) =>
      /^traces\.md.*\.lean\.js$|^traces\.md.*\.js$/.test(name),
    )
    expect(old).toBeDefined()
    // The new version has another name for the file of the page.
    await page.route(/\/assets\/traces\.md/, (route) =>
      route.fulfill({ status: 404, body: '' }),
    )
    await page.evaluate(() => Object.assign(window, { kept: true }))
    const gone = page.waitForRequest((request) => request.isNavigationRequest())
    await page.locator('.page-groups summary').last().click()
    await page.locator('.page-groups a[href="/traces"]').click()
    await gone
    await eventually(() =>
      page.evaluate(() => 'kept' in window).catch(() => true),
    ).toBe(false)
    await eventually(() => new URL(page.url()).pathname).toBe('/traces')
    expect(readFileSync('.vitepress/dist/traces.html', 'utf8')).toContain('<h1')
    await eventually(() => page.locator('h1').count()).toBeGreaterThan(0)
  }))
