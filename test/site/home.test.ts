/** Tests that the home page lets a reader act on its first screen. */
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { eventually } from './playground.ts'
import { homeScreens, read } from './reader.ts'

/** The lowest edge of these parts, in pixels of the window. */
const bottomOf = (page: Page, selector: string) =>
  page
    .locator(selector)
    .evaluateAll((all) =>
      Math.max(...all.map((each) => each.getBoundingClientRect().bottom)),
    )

test.each(homeScreens)(
  '$home/ at $width pixels shows loop and question, and steps after the answer',
  ({ home, viewport }) =>
    read(`${home}/`, { viewport, reducedMotion: 'reduce' }, async (page) => {
      const texts = await page.locator('.loop .line').allTextContents()
      const code = texts.join('\n')
      expect(code).toMatch(/^\s*for \{\n/)
      for (const part of ['pder.list.Remove', 'this.list.remove', 'break'])
        expect(code).toContain(part)
      expect(await page.locator('.scene-options input').count()).toBe(4)
      expect(await bottomOf(page, '.loop .line')).toBeLessThan(viewport.height)
      expect(
        await bottomOf(page, '.scene-question [type=submit]'),
      ).toBeLessThanOrEqual(viewport.height)
      const height = () =>
        page.evaluate(() => document.documentElement.scrollHeight)
      const before = await height()
      await page.locator('.scene-question [type=submit]').click()
      await page.locator('.scene-player').waitFor()
      expect(await height()).toBe(before)
      const lit = page.locator('.loop .line.ran')
      const next = page.locator('.scene-controls button').nth(2)
      for (let step = 0; step < 9 && (await lit.count()) === 0; step++)
        await next.click()
      await eventually(() => lit.count()).toBeGreaterThan(1)
    }),
)
