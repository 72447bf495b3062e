/** Tests that a reader can answer before a scene shows what happened. */
import type { Locator, Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { homes, read } from './reader.ts'

const phone = { viewport: { width: 390, height: 844 } }
const asking = (page: Page) => page.locator('.scene:has(.scene-question)')
const answer = (scene: Locator) => scene.locator('.scene-answer .scene-frame')
const verdict = (scene: Locator) =>
  scene.locator('.scene-question').getAttribute('data-told')

/** Chooses these options and presses the button, with the keyboard alone. */
async function choose(page: Page, scene: Locator, ...options: number[]) {
  for (const option of options) {
    await scene.locator('.scene-options input').nth(option).focus()
    await page.keyboard.press('Space')
  }
  await scene.locator('button[type=submit]').focus()
  await page.keyboard.press('Enter')
}

describe.each(homes)('%s/: a question', (home) => {
  test.each([
    ['no session, which is right', [], 'right'],
    ['a session that stays', [0], 'wrong'],
    ['all sessions', [0, 1, 2, 3], 'wrong'],
  ])('chosen: %s', (_, options, told) =>
    read(`${home}/`, phone, async (page) => {
      const scene = asking(page)
      expect(await answer(scene).isVisible()).toBe(false)
      const before = await scene.boundingBox()
      await choose(page, scene, ...options)
      expect(await verdict(scene)).toBe(told)
      expect(await scene.locator('output').textContent()).not.toBe('')
      expect(await answer(scene).isVisible()).toBe(true)
      expect((await scene.boundingBox())?.height).toBe(before?.height)
    }),
  )

  test('a reader who does not answer is shown what happened', () =>
    read(`${home}/`, {}, async (page) => {
      const scene = asking(page)
      await scene.locator('.scene-show').click()
      expect(await answer(scene).isVisible()).toBe(true)
      expect(await verdict(scene)).toBeNull()
    }))

  test('without a script, what happened stands below the question', () =>
    read(`${home}/`, { javaScriptEnabled: false }, async (page) => {
      const scene = asking(page)
      expect(await scene.locator('legend').isVisible()).toBe(true)
      expect(await answer(scene).isVisible()).toBe(true)
      expect(await scene.locator('button[type=submit]').isVisible()).toBe(false)
    }))
})
