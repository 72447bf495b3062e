/**
 * Follows every link of every built page, and of the panels that pages fetch:
 * to the page or file, to the place that its fragment names, and to the state
 * that the playground is to show.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import {
  dataPath,
  type PlaygroundData,
} from '../../.vitepress/playground/data.ts'
import { readFragment } from '../../src/playground/link.ts'
import { eventually, openFragment, play, traceText } from './playground.ts'
import { address, chapter, read } from './reader.ts'
import { pages } from './site.ts'

const dist = '.vitepress/dist'

/** A page, or a part of one, as it is published. */
interface Document {
  readonly path: string
  readonly html: string
}

const htmlOf = (path: string) =>
  readFileSync(`${dist}${path.replace(/\/$/, '/index')}.html`, 'utf8')

const built: Document[] = [...pages(), '/404'].map((path) => ({
  path,
  html: htmlOf(path),
}))

/** The claims' panels, which open on pages of their own language. */
const panels: Document[] = readdirSync(`${dist}/claim`, {
  recursive: true,
  encoding: 'utf8',
})
  .filter((file) => file.endsWith('.json'))
  .map((file) => {
    const [locale = ''] = file.split(/[\\/]/)
    const json = readFileSync(`${dist}/claim/${file}`, 'utf8')
    const folder = locale === 'en' ? '' : `/${locale}`
    return { path: `${folder}/session-storage`, html: JSON.parse(json).html }
  })

interface Parsed {
  readonly path: string
  readonly ids: readonly string[]
  /** The absolute addresses of the links within the site. */
  readonly links: readonly string[]
}

/** Parses documents in the browser, which knows best what a link means. */
const parsed = (documents: readonly Document[]): Promise<Parsed[]> =>
  read('/404', {}, (page) =>
    page.evaluate(
      ([documents, address]) =>
        documents.map(({ path, html }) => {
          const made = new DOMParser().parseFromString(html, 'text/html')
          // The policy of the site forbids a <base> in pages.
          const base = address + path
          const links = made.querySelectorAll<HTMLAnchorElement>('a[href]')
          return {
            path,
            ids: Array.from(made.querySelectorAll('[id]'), ({ id }) => id),
            links: Array.from(
              links,
              (each) => new URL(each.getAttribute('href') ?? '', base).href,
            ).filter((href) => href.startsWith(`${address}/`)),
          }
        }),
      [documents, address] as const,
    ),
  )

const all = await parsed([...built, ...panels])
const known = new Map(all.slice(0, built.length).map((one) => [one.path, one]))
const links = [...new Set(all.flatMap(({ links }) => links))].sort()

/** Whether a link is one to a state of the playground, and not to a heading. */
const isState = (link: string) =>
  /\/playground$/.test(pageOf(link)) && /^#\w+=/.test(new URL(link).hash)

/** Why a link leads nowhere; undefined if it leads where it says. */
function dead(link: string): string | undefined {
  const { pathname, hash } = new URL(link)
  const path = decodeURI(pathname)
  const target = known.get(path)
  if (!target) {
    if (!existsSync(dist + path))
      return `${link}: there is no such page or file`
    const line = Number(/^#L(\d+)$/.exec(hash)?.[1] ?? 1)
    const lines = readFileSync(dist + path, 'utf8').split('\n').length
    return hash === '' || line <= lines ? undefined : `${link}: no such line`
  }
  const id = decodeURIComponent(hash.slice(1))
  if (id === '' || isState(link) || target.ids.includes(id)) return undefined
  return `${link}: the page has nothing of this id`
}

describe('every link of the built pages', () => {
  test('leads to a page, a file or a place that is there', () => {
    expect(links.length).toBeGreaterThan(500)
    expect(links.map(dead).filter(Boolean)).toEqual([])
  })

  const states = links.filter(isState)
  test.each([...new Set(states.map(pageOf))])(
    'to a state of %s shows it',
    (path) => play((page) => showsAll(page, path), { path }),
  )

  test('to a state is on every edition, with edits and without', () => {
    const edits = states.filter((link) => link.includes('&edit='))
    expect(new Set(states.map(pageOf)).size).toBe(4)
    expect(new Set(edits.map(pageOf)).size).toBe(4)
  })
})

test('a click on a link to an edit opens the playground with it', () =>
  read(chapter, {}, async (page) => {
    const found = page.locator('main a[href*="edit="]')
    const edits = await found.count()
    expect(edits).toBeGreaterThan(1)
    for (let i = 0; i < edits; i++) {
      const link = (await found.nth(i).getAttribute('href')) ?? ''
      const shared = await readFragment(new URL(link, address).hash)
      await found.nth(i).click()
      const said = page.locator('.edited span')
      await eventually(() => said.allTextContents()).toEqual([shared?.edit])
      await page.goBack()
      await found.first().waitFor()
    }
  }))

function pageOf(link: string): string {
  return new URL(link).pathname
}

/** The traces of the claims as an edition of the playground shows them. */
function tracesOf(path: string): Record<string, string> {
  const locale = /^\/(\w+)\/playground/.exec(path)?.[1] ?? 'en'
  const json = readFileSync(dist + dataPath(locale), 'utf8')
  const { examples }: PlaygroundData = JSON.parse(json)
  return Object.fromEntries(examples.map(({ id, trace }) => [id, trace]))
}

/** Opens each link to a state of a page and looks whether it is shown. */
async function showsAll(page: Page, path: string): Promise<void> {
  const traces = tracesOf(path)
  const hashes = links
    .filter((link) => isState(link) && pageOf(link) === path)
    .map((link) => new URL(link).hash)
  for (const hash of hashes) {
    const shared = await readFragment(hash)
    if (!shared || !('claim' in shared)) throw new Error(`${hash}: no claim`)
    await openFragment(page, hash)
    const wanted = traces[shared.claim] ?? 'no such claim'
    // The editor makes only the lines in sight.
    const isShown = async () => wanted.startsWith(await traceText(page))
    await eventually(isShown).toBe(true)
    expect(await page.locator('.refused').count()).toBe(0)
    const edited = shared.edit === undefined ? [] : [shared.edit]
    const said = page.locator('.edited span')
    await eventually(() => said.allTextContents()).toEqual(edited)
    if (shared.edit === undefined) continue
    const chosen = page.locator('.port-tools select')
    expect(await chosen.inputValue()).toBe(shared.edit)
  }
}
