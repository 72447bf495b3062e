/**
 * Tests what a copy's site shows about translations after English was changed
 * and a fifth language was added. The site is built once, below a base path, and
 * its server serves only files.
 */
import { readdirSync, readFileSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { interfaceOf } from '../../.vitepress/site/interface.ts'
import type { Language } from '../../.vitepress/site/languages.ts'
import { newFolder } from '../folder.ts'
import { gitIn } from '../git.ts'
import { type FileServer, serveFiles } from '../serve-files.ts'
import { copyWhole } from '../translation/whole-copy.ts'
import { eventually } from './playground.ts'
import { openBrowser } from './reader.ts'
import { openContext } from './site.ts'

const whole = copyWhole()
const dist = join(whole.folder, '.vitepress/dist')
const folder = newFolder('session-storage-book')
const translated = ['zh', 'ja', 'es'] as const
let server: FileServer
let address: string

/** Opens a page of the copy's site. */
async function on<T>(path: string, look: (page: Page) => Promise<T>) {
  const page = await (await openContext(await openBrowser())).newPage()
  const complaints: string[] = []
  page.on('response', (response) => {
    if (response.status() >= 400)
      complaints.push(`${response.status()} ${response.url()}`)
  })
  page.on('pageerror', ({ message }) => complaints.push(message))
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type()))
      complaints.push(message.text())
  })
  try {
    await page.goto(address + path, { waitUntil: 'networkidle' })
    const seen = await look(page)
    expect(complaints).toEqual([])
    return seen
  } finally {
    await page.close()
  }
}

/** The notes of a page: the heading or chunk above each, and its new words. */
const notesOn = (path: string) =>
  on(path, (page) =>
    page.locator('.translation-note').evaluateAll((notes) =>
      notes.map((note) => ({
        above:
          note.previousElementSibling?.id ||
          note.closest('article')?.querySelector('h3')?.id,
        added: [...note.querySelectorAll('ins')].map((ins) => ins.textContent),
        told: note.querySelector('summary')?.textContent,
      })),
    ),
  )

beforeAll(async () => {
  server = await serveFiles(folder)
  address = `${server.address}/book`
  // The notes take the English text that was translated from git.
  const git = gitIn(whole.folder)
  git('init', '-q')
  git('add', 'docs')
  git('commit', '-qm', 'As it was')
  const added = await whole.i18n('add', 'eo', 'Esperanto')
  expect(added.code).toBe(0)
  whole.edit(
    'docs/en/traces.md',
    (text) => `${text.trimEnd()} It always was.\n`,
  )
  whole.edit('docs/en/claims.json', (text) =>
    text.replace('appends the new', 'always appends the new'),
  )
  whole.edit('docs/en/comments.json', (text) =>
    text.replace('no lock: one thread', 'no lock: one thread only'),
  )
  whole.edit(
    'docs/es/traces.md',
    (text) => `${text.trimEnd()} Siempre lo fue.\n`,
  )
  const updated = await whole.i18n('update', 'es', 'traces#time')
  expect(updated.code).toBe(0)
  whole.remove('docs/ja/bench.md')
  const built = await whole.build({ SITE_URL: `${address}/` })
  expect(built.stderr).not.toMatch(/error/i)
  expect(built.code).toBe(0)
  symlinkSync(dist, join(folder, 'book'), 'junction')
})
afterAll(() => server?.close())

test('add: the site builds at once with a fifth language', () => {
  const home = readFileSync(join(dist, 'index.html'), 'utf8')
  expect(home).toContain('Esperanto')
  const english = readdirSync(dist).filter((file) => file.endsWith('.html'))
  for (const page of english.filter((file) => file !== '404.html')) {
    const html = readFileSync(join(dist, 'eo', page), 'utf8')
    expect(html).toMatch(/<html lang="eo"/)
    expect(html).toContain(interfaceOf('en').theme.untranslated.text)
  }
})

test('plain server: pages, languages and the code are found below /book/', () =>
  on('/', async (page) => {
    await page.locator('main a[href$="/session-storage"]').first().click()
    await page.waitForURL('**/book/session-storage')
    // The address changes before the page does.
    const lines = page.locator('td.go .line')
    await eventually(() => lines.count()).toBeGreaterThan(112)
    // A reload keeps the address.
    await page.reload({ waitUntil: 'networkidle' })
    expect(new URL(page.url()).pathname).toBe('/book/session-storage')
    expect(await page.locator('h1').count()).toBe(1)
    await page.locator('.language-menu summary').click()
    await page.locator('.language-menu a[hreflang=ja]').click()
    await page.waitForURL('**/book/ja/session-storage')
    await eventually(() => page.getAttribute('html', 'lang')).toBe('ja')
    await page.goto(`${address}/zh/traces#time`, { waitUntil: 'networkidle' })
    expect(page.url()).toBe(`${address}/zh/traces#time`)
    expect(await page.locator('h1').textContent()).toContain('轨迹')
  }))

describe('a stale section', () => {
  test.each(['zh', 'ja'] as const)(
    '%s: has one note, with the new words',
    async (locale) => {
      expect(await notesOn(`/${locale}/traces`)).toEqual([
        {
          above: 'time',
          added: [' It always was.'],
          told: interfaceOf(locale).translation.stale,
        },
      ])
    },
  )

  test('es: has no note after it was translated', async () => {
    expect(await notesOn('/es/traces')).toEqual([])
  })

  test('en: has no note, and neither has an unchanged section', async () => {
    expect(await notesOn('/traces')).toEqual([])
    expect(await notesOn('/zh/questions')).toEqual([])
  })

  test.each(translated)(
    '%s: a stale comment has a note below its chunks',
    async (locale) => {
      const notes = await notesOn(`/${locale}/session-storage`)
      const told = interfaceOf(locale).translation.staleComments
      expect(notes.length).toBeGreaterThan(3)
      for (const note of notes) {
        expect(note).toEqual({
          above: expect.stringMatching(/^chunk-/),
          added: [' only'],
          told,
        })
      }
    },
  )

  test.each(translated)(
    '%s: a stale statement has a note in the ledger',
    async (locale) => {
      expect(await notesOn(`/${locale}/claims`)).toEqual([
        {
          above: 'init-pushes-back',
          added: ['always '],
          told: interfaceOf(locale).translation.staleStatement,
        },
      ])
    },
  )
})

describe('the status page', () => {
  const rows = (path: string, language: Language) =>
    on(path, (page) =>
      page
        .locator(`#status-${language} tbody tr`)
        .evaluateAll((all) =>
          all.map((row) =>
            [...row.children].map(({ textContent }) => textContent),
          ),
        ),
    )

  test.each(['', ...translated.map((locale) => `/${locale}`)])(
    '%s/status counts by language and page',
    async (folder) => {
      const locale = (folder.slice(1) || 'en') as Language
      const { traces = '' } = interfaceOf(locale).pages
      for (const language of translated) {
        const found = await rows(`${folder}/status`, language)
        const [, current, stale, missing] =
          found.find(([name]) => name === traces) ?? []
        const all = Number(current) + Number(stale)
        expect({ language, all: all > 5, stale, missing }).toEqual({
          language,
          all: true,
          stale: language === 'es' ? '0' : '1',
          missing: '0',
        })
      }
    },
  )

  test('counts the sections of a missing page', async () => {
    const found = await rows('/status', 'ja')
    const row = found.find(([name]) => name === interfaceOf('en').pages.bench)
    expect(row?.slice(1, 3)).toEqual(['0', '0'])
    expect(Number(row?.[3])).toBeGreaterThan(3)
  })

  test('has the same numbers as status --json', async () => {
    const { stdout } = await whole.i18n('status', '--json')
    const status = JSON.parse(stdout)
    for (const { locale, counts } of status) {
      const foot = await on('/status', (page) =>
        page.locator(`#status-${locale} tfoot td`).allTextContents(),
      )
      expect(foot.slice(0, 3).map(Number)).toEqual([
        counts.current,
        counts.stale,
        counts.missing,
      ])
      expect(foot.at(-1)).toContain(`${counts.claims.covered}`)
    }
  })

  test('links to each section that needs work', () =>
    on('/zh/status', async (page) => {
      await page
        .locator('#status-zh')
        .locator('xpath=../following-sibling::details[1]')
        .locator('summary')
        .click()
      await page
        .locator('.translation-todo a', { hasText: 'traces#time' })
        .first()
        .click()
      await page.waitForURL('**/zh/traces#time')
      await page.locator('#time + .translation-note').waitFor()
    }))
})

describe('a page that a language lacks', () => {
  test('shows the English text under a notice, in that language’s frame', () =>
    on('/ja/bench', async (page) => {
      expect(await page.getAttribute('html', 'lang')).toBe('ja')
      expect(await page.locator('.notice').textContent()).toContain(
        interfaceOf('ja').theme.untranslated.text,
      )
      expect(await page.locator('.prose').getAttribute('lang')).toBe('en')
      expect(await page.locator('h1').textContent()).toContain('Measurements')
      const links = await page
        .locator('.page-groups a, .notice a, .prose p a')
        .evaluateAll((all) =>
          all
            .map((link) => link as HTMLAnchorElement)
            .filter(({ origin }) => origin === location.origin)
            .map(({ pathname }) => pathname),
        )
      expect(links.length).toBeGreaterThan(6)
      for (const link of links) expect(link).toMatch(/^\/book\/ja\//)
    }))

  test('names the English page as the canonical one', async () => {
    await on('/ja/bench', async (page) => {
      const canonical = page.locator('link[rel=canonical]')
      expect(await canonical.getAttribute('href')).toMatch(/[^a]\/bench$/)
      const other = page.locator('link[rel=alternate][hreflang=ja]')
      expect(await other.count()).toBe(0)
    })
    const map = readFileSync(join(dist, 'sitemap.xml'), 'utf8')
    expect(map).toContain('/zh/bench')
    expect(map).not.toContain('/ja/bench')
  })

  test('is reached by the language switch from the same page', () =>
    on('/zh/bench', async (page) => {
      const switchTo = async (name: string) => {
        await page.locator('.language-menu summary').click()
        await page.getByRole('link', { name }).click()
      }
      await switchTo('日本語')
      await page.waitForURL('**/ja/bench')
      await page.locator('.notice').waitFor()
      await switchTo('Español')
      await page.waitForURL('**/es/bench')
      await page.locator('.notice').waitFor({ state: 'detached' })
    }))
})
