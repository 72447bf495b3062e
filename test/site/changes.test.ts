/** Tests the changes at the end of the chapter, as a reader meets them. */
import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { challenges } from '../../src/evidence/challenges.ts'
import { changes } from '../../src/evidence/changes.ts'
import { eventually } from './playground.ts'
import {
  address,
  axeFinds,
  chapter,
  homes,
  overflowOf,
  read,
} from './reader.ts'

const sizes = [
  { width: 1440, height: 900 },
  { width: 390, height: 844 },
] as const

const names = changes.map(({ name }) => name)
const folded = (page: Page, name: string) =>
  page.locator(`.change[data-name="${name}"]`)

/** Unfolds a change, and waits until it has come. */
async function unfold(page: Page, name: string) {
  await folded(page, name).locator('summary').click()
  const shown = folded(page, name).locator('.change-shown')
  await shown.waitFor()
  return shown
}

describe.each(homes)('%s: the changes at the end of the chapter', (home) => {
  test.each(sizes)('unfold to diffs in both languages at $width', (viewport) =>
    read(`${home}${chapter}`, { viewport }, async (page) => {
      const all = page.locator('.change')
      expect(
        await all.evaluateAll((each) =>
          each.map((one) => (one as HTMLElement).dataset.name),
        ),
      ).toEqual(names)
      expect(await page.locator('.change-shown').count()).toBe(0)
      for (const { name, go, port, traces } of changes) {
        const shown = await unfold(page, name)
        const figures = shown.locator('figure.diff')
        const sides = [go, port].filter((edits) => edits.length > 0)
        expect(await figures.count(), name).toBe(sides.length)
        for (const figure of await figures.all())
          expect(await figure.locator('ins').count(), name).toBeGreaterThan(0)
        const open = shown.locator('a[href*="playground#trace="]')
        expect(await open.count(), name).toBe(2 * traces.length)
      }
      const [left, right] = await Promise.all(
        ['.go', '.ts'].map((side) =>
          folded(page, 'order').locator(`figure${side}`).boundingBox(),
        ),
      )
      const beside = viewport.width > 1000
      expect(left?.y === right?.y).toBe(beside)
      expect(left?.x === right?.x).toBe(!beside)
      expect(await overflowOf(page)).toBe(0)
      expect(await axeFinds(page)).toEqual([])
    }),
  )

  test('on the page of the repaired store, each is below its reason', () =>
    read(`${home}/repaired`, { viewport: sizes[1] }, async (page) => {
      for (const name of names) {
        const shown = await unfold(page, name)
        expect(await shown.locator('ins').count(), name).toBeGreaterThan(0)
        expect(await page.locator(`#change-${name}`).count(), name).toBe(1)
      }
      expect(await overflowOf(page)).toBe(0)
    }))

  test('without JavaScript, each leads to what the repaired store does', () =>
    read(`${home}${chapter}`, { javaScriptEnabled: false }, async (page) => {
      for (const { name, repairs } of changes) {
        await folded(page, name).locator('summary').click()
        const link = folded(page, name).locator('a')
        const href = await link.getAttribute('href')
        expect(href).toBe(`${home}/repaired#${repairs[0]}`)
      }
      await page.goto(`${address}${home}/repaired`)
      for (const { repairs } of changes)
        expect(await page.locator(`#${repairs[0]}`).count()).toBe(1)
    }))

  test('the challenges follow, and each link leads to its task', () =>
    read(`${home}${chapter}`, {}, async (page) => {
      const links = page.locator('.challenges a')
      const hrefs = await links.evaluateAll((all) =>
        all.map((each) => each.getAttribute('href')),
      )
      const tasks = challenges.map(({ name }) => `${home}/challenges#${name}`)
      expect(hrefs).toEqual(tasks)
      const titles = await links.allTextContents()
      await page.goto(`${address}${home}/challenges`)
      for (const [i, { name }] of challenges.entries())
        expect(await page.locator(`#${name}`).textContent()).toContain(
          titles[i],
        )
    }))
})

test('a link opens the trace that turns: it fails on the listing, and holds on the repaired store', () =>
  read(chapter, {}, async (page) => {
    const shown = await unfold(page, 'order')
    const open = shown.locator('a[href*="playground#trace="]')
    const hrefs = await open.evaluateAll((all) =>
      all.map((each) => (each as HTMLAnchorElement).href),
    )
    const [listing = '', repaired = ''] = hrefs
    const unmet = page.locator('.steps .other')
    await page.goto(listing)
    await eventually(() => unmet.count()).not.toBe(0)
    // The last results stay until the new ones are there.
    await page.goto(repaired)
    await eventually(() => unmet.count()).toBe(0)
    expect(await page.locator('.steps .good').count()).not.toBe(0)
  }))
