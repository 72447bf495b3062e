/** Tests that the chapter is short enough to be read, and begins with code. */
import { expect, test } from 'vitest'
import { chapter, homes, read } from './reader.ts'

/** A screen of a reader, in pixels. */
const viewport = { width: 1440, height: 900 }

/** The most screens: of the page, and above the first chunk that is no loop. */
const most = { page: 20, code: 2.5 }

test.each(homes)('%s: the chapter is at most 20 screens long', (home) =>
  read(home + chapter, { viewport }, async (page) => {
    await page.waitForFunction(
      () => 'drawn' in document.documentElement.dataset,
    )
    const found = await page.evaluate(async () => {
      await document.fonts.ready
      const code = document.querySelector('.chunk:not(.loop)')
      return {
        page: document.documentElement.scrollHeight / innerHeight,
        code: (code?.getBoundingClientRect().top ?? NaN) / innerHeight,
        loop: document.querySelector('.loop')?.getBoundingClientRect().bottom,
      }
    })
    expect(found.page).toBeLessThanOrEqual(most.page)
    expect(found.code).toBeLessThanOrEqual(most.code)
    expect(found.loop).toBeLessThanOrEqual(viewport.height)
  }),
)

test('a doc comment is one line, until its row or its button is pressed', () =>
  read(chapter, { viewport }, async (page) => {
    const row = page.locator('.chunk tr:has(.folded)').last()
    const folded = row.locator('.folded').last()
    const button = row.locator('.unfold')
    await button.waitFor()
    expect(await folded.isVisible()).toBe(false)
    await row.focus()
    await page.keyboard.press('Enter')
    expect(await folded.isVisible()).toBe(true)
    expect(await button.getAttribute('aria-expanded')).toBe('true')
    await button.click()
    expect(await folded.isVisible()).toBe(false)
    await page.emulateMedia({ media: 'print' })
    expect(await folded.isVisible()).toBe(true)
  }))

test('without a script, doc comments are open', () =>
  read(chapter, { viewport, javaScriptEnabled: false }, async (page) => {
    const folded = page.locator('.chunk .folded')
    expect(await folded.count()).toBeGreaterThan(5)
    expect(await folded.last().isVisible()).toBe(true)
  }))
