/** Tests the header of the pages, and the outline that follows the reader. */
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { eventually } from './playground.ts'
import { axeFinds, chapter, homes, read } from './reader.ts'

const phone = { viewport: { width: 390, height: 844 }, hasTouch: true }

const heightOf = (page: Page) =>
  page
    .locator('.site-header')
    .evaluate((each) => each.getBoundingClientRect().height)

/** The visible parts of the header that stand out of it, or over each other. */
const crowded = (page: Page) =>
  page.evaluate(() => {
    const parts = [
      ...document.querySelectorAll('.site-header > *, .tools > *'),
    ].filter((each) => each.checkVisibility() && !each.matches('.tools'))
    const boxes = parts.map((each) => each.getBoundingClientRect())
    return parts.flatMap((part, i) => {
      const { left, right, top, bottom } = boxes[i] as DOMRect
      const out = left < 0 || right > innerWidth || top < 0 || bottom > 56
      const before = boxes[i - 1]
      return out || (before && before.right > left + 1)
        ? [`${part.className}: ${part.textContent?.trim().slice(0, 30)}`]
        : []
    })
  })

const sectionOf = (page: Page, id: string) =>
  page.locator(id).evaluate((each) => each.scrollIntoView())

test.each(homes)('%s: one row of at most 56 pixels, 48 on phones', (home) =>
  read(home + chapter, {}, async (page) => {
    for (const width of [1920, 1440, 1024, 768, 390]) {
      await page.setViewportSize({ width, height: 900 })
      for (const id of ['#text', '#session-gc', '#text']) {
        await sectionOf(page, id)
        await eventually(() => page.locator('.scrolled').count()).toBe(
          id === '#text' ? 0 : 1,
        )
        expect(await heightOf(page), `${width}`).toBe(width > 640 ? 56 : 48)
        expect(await crowded(page), `${width} ${id}`).toEqual([])
      }
    }
  }),
)

test('after scrolling it names the present section and offers the code', () =>
  read(`/ja${chapter}`, phone, async (page) => {
    await sectionOf(page, '#session-gc')
    const place = page.locator('button.place')
    await eventually(() => place.innerText()).toBe('SessionGC')
    expect(await page.locator('.code-choice').isVisible()).toBe(true)
    expect(await page.locator('.tools > .tool').first().isVisible()).toBe(true)
    await place.click()
    const current = page.locator('.outline [aria-current]')
    expect(await current.innerText()).toBe('SessionGC')
    await eventually(() => current.isVisible()).toBe(true)
    await page.locator('.outline a[href="#session-init"]').click()
    await eventually(() => place.innerText()).toBe('SessionInit')
    expect(await current.isVisible()).toBe(false)
  }))

test('the rail shows the present section of a long outline', () =>
  read(
    `/es${chapter}`,
    { viewport: { width: 1360, height: 700 } },
    async (page) => {
      const current = page.locator('.rail [aria-current]')
      for (const id of ['#session-gc', '#logout', '#set']) {
        await sectionOf(page, id)
        await eventually(() => current.getAttribute('href')).toBe(id)
        const box = await current.boundingBox()
        expect(box?.y).toBeGreaterThan(56)
        expect(box?.y).toBeLessThan(700)
      }
      const rail = await page.locator('.rail').boundingBox()
      expect(rail?.width).toBe(232)
    },
  ))

test('the menu of a phone leads to all pages and languages', () =>
  read(`/zh${chapter}`, phone, async (page) => {
    const menu = page.locator('.whole-menu')
    await menu.locator('summary').tap()
    const heights = await menu
      .locator('a, button')
      .evaluateAll((all) =>
        all.map((each) => each.getBoundingClientRect().height),
      )
    expect(heights.length).toBeGreaterThan(10)
    for (const height of heights) expect(height).toBeGreaterThanOrEqual(44)
    expect(await axeFinds(page, { part: 'header' })).toEqual([])
    await menu.locator('a[lang=es]').tap()
    await eventually(() => page.locator('html').getAttribute('lang')).toBe('es')
    expect(await menu.locator('a').first().isVisible()).toBe(false)
  }))

test.each([390, 1024, 1440])(
  '%i pixels: without JavaScript the menus open and the outline is shown',
  (width) =>
    read(
      chapter,
      { javaScriptEnabled: false, viewport: { width, height: 900 } },
      async (page) => {
        const menu = page.locator('.menu:visible').first()
        await menu.locator('summary').click()
        expect(await menu.locator('a').first().isVisible()).toBe(true)
        expect(await page.locator('.outline a').first().isVisible()).toBe(true)
        expect(await heightOf(page)).toBe(width > 640 ? 56 : 48)
      },
    ),
)
