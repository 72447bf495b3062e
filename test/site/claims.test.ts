/** Tests what a reader can learn about a claim, in its panel and the ledger. */
import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { interfaceOf } from '../../.vitepress/site/interface.ts'
import { withUnits } from '../../.vitepress/site/units.ts'
import { claims } from '../claims.ts'
import { eventually } from './playground.ts'
import {
  address,
  axeFinds,
  chapter,
  homes,
  read,
  requestsOf,
  toTheme,
} from './reader.ts'
import { languageOf } from './site.ts'

const phone = { viewport: { width: 390, height: 844 }, hasTouch: true }
const panel = (page: Page) => page.locator('.claim-panel')
const mark = (page: Page, id: string) => page.locator(`#claim-${id}`)
/** The ids of the entries that the ledger shows, as soon as it is filtered. */
const shown = (page: Page) =>
  eventually(() =>
    page
      .locator('.ledger > .entry:visible h3')
      .evaluateAll((all) => all.map(({ id }) => id)),
  )

describe('marks', () => {
  test('a mark opens by keyboard, and Escape returns the focus to it', () =>
    read(chapter, {}, async (page) => {
      await mark(page, 'gc-tail-first').focus()
      await page.keyboard.press('Enter')
      await panel(page).waitFor()
      expect(await panel(page).locator('h2').textContent()).toBe(
        'gc-tail-first',
      )
      const within = () =>
        page.evaluate(() => !!document.activeElement?.closest('.claim-panel'))
      await eventually(within).toBe(true)
      await page.keyboard.press('Escape')
      await panel(page).waitFor({ state: 'detached' })
      const focused = await page.evaluate(() => document.activeElement?.id)
      expect(focused).toBe('claim-gc-tail-first')
    }))

  test('the panel stands below its paragraph, and its mark closes it', () =>
    read(chapter, {}, async (page) => {
      const text = page.locator('p:has(#claim-gc-tail-first)')
      await mark(page, 'gc-tail-first').click()
      const [above, below] = await Promise.all([
        text.boundingBox(),
        panel(page).boundingBox(),
      ])
      expect(below?.y).toBeGreaterThanOrEqual(
        (above?.y ?? 0) + (above?.height ?? 0),
      )
      await mark(page, 'gc-tail-first').click()
      await panel(page).waitFor({ state: 'detached' })
    }))

  test('a finger finds each sign, though the rooms of others reach over it', () =>
    read(chapter, phone, async (page) => {
      const missed = await mark(page, 'gc-tail-first').evaluate((first) => {
        const twin = () => first.cloneNode(true) as Element
        const marks = [first, twin(), twin(), twin()]
        const [a, b, c, d] = marks as [Element, Element, Element, Element]
        first.parentElement?.replaceChildren(
          a,
          b,
          document.createElement('br'),
          c,
          d,
        )
        first.scrollIntoView({ block: 'center' })
        return marks.flatMap((each, i) => {
          const { left, right, top, bottom } = each.getBoundingClientRect()
          const middle = (top + bottom) / 2
          return [left + 3, (left + right) / 2, right - 3].flatMap((x) =>
            [-5, -1, 2]
              .filter((down) => {
                const hit = document.elementFromPoint(x, middle + down)
                return hit?.closest('.claim') !== each
              })
              .map((down) => `mark ${i}, ${x - left} and ${down}`),
          )
        })
      })
      expect(missed).toEqual([])
    }))

  test.each(homes)('%s/session-storage: a tap opens the claim', (home) =>
    read(`${home}${chapter}`, phone, async (page) => {
      const before = page.url()
      await mark(page, 'fresh-shields-expired').tap()
      await eventually(() => panel(page).locator('[data-side]').count()).toBe(2)
      const table = await panel(page).locator('.run').textContent()
      expect(table).toContain('fresh@100')
      const width = await panel(page).evaluate((dialog) => [
        dialog.scrollWidth,
        dialog.clientWidth,
      ])
      expect(width[0]).toBeLessThanOrEqual(width[1] ?? 0)
      expect(page.url()).toBe(before)
      await panel(page).locator('button').first().tap()
      await panel(page).waitFor({ state: 'detached' })
    }),
  )

  test('nothing of a claim is loaded before a mark is opened', () =>
    read('/', {}, async (page) => {
      const asked = requestsOf(page)
      await page.goto(address + chapter, { waitUntil: 'networkidle' })
      expect(asked.filter((url) => /\/claim\/|ClaimPanel/.test(url))).toEqual(
        [],
      )
      await mark(page, 'nil-is-absent').click()
      await panel(page).waitFor()
      expect(asked).toContain(`${address}/claim/en/nil-is-absent.json`)
    }))

  test('a click with Control opens a new tab as usual', () =>
    read(chapter, {}, async (page) => {
      const opened = page.context().waitForEvent('page')
      await mark(page, 'gc-empty').click({ modifiers: ['Control'] })
      await (await opened).waitForURL(`${address}/claims#gc-empty`)
      expect(await panel(page).count()).toBe(0)
    }))

  test('a claim that cannot be loaded links to the ledger', () =>
    read(chapter, {}, async (page) => {
      await page.route('**/claim/en/*', (route) => route.abort())
      await mark(page, 'gc-empty').click()
      const link = panel(page).getByRole('link', { name: 'gc-empty' })
      await link.click()
      await page.waitForURL('**/claims#gc-empty')
    }))

  test('axe finds nothing in the panel, light and dark', () =>
    read(chapter, {}, async (page) => {
      await mark(page, 'continue-would-hang').click()
      await panel(page).waitFor()
      for (const colorScheme of ['light', 'dark'] as const) {
        await toTheme(page, colorScheme)
        expect(await axeFinds(page, { part: '.claim-panel' })).toEqual([])
      }
    }))
})

describe('without JavaScript', () => {
  const options = { javaScriptEnabled: false }
  const names = {
    '': /^Claim [\w-]+: (holds|the port has no part)/,
    '/zh': /^论断 [\w-]+：(在|不涉及)/,
    '/ja': /^主張[\w-]+：移植版/,
    '/es': /^Afirmación [\w-]+: (se cumple|el port no)/,
  }

  test.each(Object.entries(names))(
    '%s/session-storage: each mark has both verdicts and links to its entry',
    (home, name) =>
      read(`${home}${chapter}`, options, async (page) => {
        const marks = await page.locator('.claim').evaluateAll((all) =>
          all.map((each) => ({
            id: each.id,
            label: each.getAttribute('aria-label') ?? '',
            href: each.getAttribute('href'),
            sign: getComputedStyle(each, '::before').content,
            note: getComputedStyle(
              each.querySelector('code') ?? each,
              '::after',
            ).content,
          })),
        )
        const here = claims.filter(({ page }) => page === undefined)
        expect(marks.map(({ id }) => id).sort()).toEqual(
          here.map(({ id }) => `claim-${id}`).sort(),
        )
        for (const { id, label, href, sign, note } of marks) {
          const claim = id.replace('claim-', '')
          expect(label).toMatch(name)
          expect(label).toContain(claim)
          expect(href).toBe(`${home}/claims#${claim}`)
          // On a narrow screen, only the sign is visible.
          expect(sign).toContain('✓')
          expect(note).toMatch(/Go.*[✓–].*TS.*[✓–]/)
        }
        const { both } = interfaceOf(languageOf(`${home}/`)).claims
        const holding = marks.filter(({ label }) => label.includes(both))
        expect(holding.length).toBeGreaterThan(40)
      }),
  )

  test.each(homes)(
    '%s/claims: states every claim, with both verdicts',
    (home) =>
      read(`${home}/claims`, options, async (page) => {
        const entries = await page
          .locator('.ledger > .entry')
          .evaluateAll((all) =>
            all.map((entry) => ({
              id: entry.querySelector('h3')?.id,
              statement: entry.querySelector('.statement')?.textContent,
              sides: entry.querySelectorAll('[data-side]').length,
              verdicts: [
                ...entry.querySelectorAll('.verdicts [data-side]'),
              ].map((verdict) => verdict.getAttribute('data-side')),
              shown: entry.getClientRects().length > 0,
            })),
          )
        const file = `docs/${languageOf(`${home}/`)}/claims.json`
        const statements: Record<string, string> = JSON.parse(
          readFileSync(file, 'utf8'),
        )
        expect(entries).toEqual(
          claims.map(({ id }) => {
            const statement = withUnits(
              `${statements[id]}`.replace(/`|\*\*/g, ''),
            )
            const verdicts = ['port', 'original']
            return { id, statement, sides: 2, verdicts, shown: true }
          }),
        )
        expect(Object.keys(statements)).toHaveLength(claims.length)
        expect(await page.locator('.ledger-filter').isVisible()).toBe(false)
      }),
  )
})

describe('ledger', () => {
  test('has its own styles after a change of page', () =>
    read(chapter, {}, async (page) => {
      const filter = page.locator('.ledger-filter')
      await page.locator('.page-groups summary').last().click()
      await page.locator('.page-groups a[href$="/claims"]').click()
      await filter.waitFor()
      const display = () =>
        filter.evaluate((each) => getComputedStyle(each).display)
      await eventually(display).toBe('flex')
    }))

  test('a line of the listing names the claims that execute it', () =>
    read('/claims', {}, async (page) => {
      const row = page.locator('.line-claims tr', {
        hasText: 'delete(st.value',
      })
      await row.locator('summary').click()
      await row.getByText('delete-removes-then-touches').click()
      await page.waitForURL('**/claims#delete-removes-then-touches')
    }))

  test('the kind, the chunk and words filter it, and the address contains the filters', () =>
    read('/claims', {}, async (page) => {
      const query = () => new URL(page.url()).search
      const field = page.locator('.ledger-filter input')
      await shown(page).toHaveLength(claims.length)
      await field.fill('no such words')
      await shown(page).toEqual([])
      // An entry must contain all words; case is ignored.
      await field.fill('SESSION 1007')
      await shown(page).toEqual(['push-front-repairs'])
      await field.fill('')
      await shown(page).toHaveLength(claims.length)
      expect(query()).toBe('')
      await page.getByLabel('Kind').selectOption('surprise')
      await page.getByLabel('About').selectOption('Provider.SessionInit')
      const wanted = claims.filter(
        ({ kind, symbol }) =>
          kind === 'surprise' && symbol === 'Provider.SessionInit',
      )
      expect(wanted.length).toBeGreaterThan(1)
      await shown(page).toHaveLength(wanted.length)
      expect(
        await page.locator('.ledger-filter output').textContent(),
      ).toContain(`${wanted.length} of ${claims.length}`)
      expect(query()).toBe('?kind=surprise&symbol=Provider.SessionInit')
    }))

  test('an address with a filter applies the filter', () =>
    read('/ja/claims?kind=differs', {}, async (page) => {
      const wanted = claims.filter(({ kind }) => kind === 'differs')
      await shown(page).toEqual(wanted.map(({ id }) => id))
    }))

  test.each([
    ['/es/claims', 'huerfana', 'orphan-evicts-live'],
    ['/zh/claims', '孤儿', 'orphan-evicts-live'],
  ])('%s: the words "%s" find %s', (path, words, id) =>
    read(path, {}, async (page) => {
      await page.locator('.ledger-filter input').fill(words)
      await shown(page).toSatisfy((ids) => ids.includes(id) && ids.length < 10)
    }),
  )

  test('claims.json is published for programs', async () => {
    const data = (await (await fetch(`${address}/claims.json`)).json()) as {
      id: string
    }[]
    expect(data.map(({ id }) => id)).toEqual(claims.map(({ id }) => id))
  })
})
