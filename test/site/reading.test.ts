/** Tests what a reader can do with the chunks of the chapter. */
import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { eventually } from './playground.ts'
import {
  address,
  behind,
  chapter,
  chunk,
  focused,
  read,
  rows,
} from './reader.ts'

describe('rows', () => {
  test('the pointer on one side marks both', () =>
    read(chapter, {}, async (page) => {
      const row = rows(page, 'SessionStore.Set').nth(3)
      const before = await behind(row)
      await row.locator('td.ts').hover()
      const marked = await behind(row)
      expect(marked[0]).not.toBe(before[0])
      expect(marked[1]).not.toBe(before[1])
      expect(await behind(rows(page, 'SessionStore.Set').nth(2))).toEqual(
        before,
      )
    }))

  test('Tab enters a chunk once; the arrows move through its rows', () =>
    read(chapter, {}, async (page) => {
      const figure = chunk(page, 'SessionStore.Set')
      const stops = () =>
        figure
          .locator('tr, td, td *')
          .evaluateAll((all) =>
            all.flatMap((each) =>
              each instanceof HTMLElement && each.tabIndex >= 0
                ? [each.tagName]
                : [],
            ),
          )
      // Chunks are prepared one by one after the page has been loaded.
      await eventually(stops).toEqual(['TR'])
      await figure.locator('.copy-side').last().focus()
      await page.keyboard.press('Tab')
      expect(await focused(page)).toContain('/** Stores `value`')
      await page.keyboard.press('ArrowDown')
      await page.keyboard.press('ArrowDown')
      expect(await focused(page)).toMatch(/st\.value.*this\.value\.set/)
      const row = rows(page, 'SessionStore.Set').nth(2)
      const [go, ts] = await behind(row)
      const [otherGo, otherTs] = await behind(
        rows(page, 'SessionStore.Set').nth(3),
      )
      expect(go).not.toBe(otherGo)
      expect(ts).not.toBe(otherTs)
      expect(
        await row.evaluate((each) => getComputedStyle(each).outlineStyle),
      ).toBe('solid')
      await page.keyboard.press('ArrowUp')
      expect(await focused(page)).toContain('func (st *SessionStore) Set')
      await page.keyboard.press('Shift+Tab')
      await page.keyboard.press('Tab')
      expect(await focused(page)).toContain('func (st *SessionStore) Set')
    }))

  test('the help for the keys is announced once on entering a chunk', () =>
    read(`/es${chapter}`, {}, async (page) => {
      const row = rows(page, 'pder').first()
      const keys = page.locator(
        `[id="${await row.getAttribute('aria-describedby')}"]`,
      )
      expect(await keys.textContent()).toContain('Flechas')
      expect(await keys.isVisible()).toBe(false)
      await chunk(page, 'pder').locator('.copy-side').last().focus()
      await page.keyboard.press('Tab')
      expect(await keys.isVisible()).toBe(true)
      await page.keyboard.press('ArrowDown')
      await page.keyboard.press('ArrowUp')
      expect(await row.getAttribute('aria-describedby')).toBeNull()
      await page.keyboard.press('Shift+Tab')
      expect(await row.getAttribute('aria-describedby')).not.toBeNull()
    }))

  test('a line number links to its source, a gap to its claim', () =>
    read(chapter, {}, async (page) => {
      const line = rows(page, 'SessionStore.Set').locator('td.go .line').first()
      const link = line.locator('a')
      expect(await link.getAttribute('href')).toMatch(
        /\/memory\.go(\.txt)?#L18$/,
      )
      const gap = rows(page, 'SessionStore.Get').locator('.gap-reason a')
      await gap.click()
      await eventually(() => new URL(page.url()).hash).toBe(
        '#claim-unreachable-return',
      )
      expect(await page.locator('#claim-unreachable-return').count()).toBe(1)
    }))
})

describe('code choice', () => {
  const side = (page: Page, name: string) => page.getByRole('radio', { name })

  const shown = (page: Page) =>
    page.evaluate(() => document.documentElement.dataset.code)

  test('is stored, and is part of the address', () =>
    read(chapter, {}, async (page) => {
      expect(await shown(page)).toBe('both')
      await side(page, 'Go').check()
      await eventually(() => new URL(page.url()).search).toBe('?code=go')
      expect(await page.locator('td.ts:visible').count()).toBe(0)
      expect(await page.locator('td.go.gap:visible').count()).toBe(0)
      await page.goto(`${address}/zh${chapter}`)
      expect(await shown(page)).toBe('go')
      expect(await side(page, 'Go').isChecked()).toBe(true)
    }))

  test('a link overrides the stored choice and does not change it', () =>
    read(chapter, {}, async (page) => {
      await side(page, 'Go').check()
      await page.goto(`${address}${chapter}?code=typescript`)
      expect(await page.locator('td.go:visible').count()).toBe(0)
      expect(await side(page, 'TypeScript').isChecked()).toBe(true)
      await page.goto(`${address}${chapter}?code=nonsense`)
      expect(await shown(page)).toBe('go')
    }))

  test('is set before the page is drawn', () =>
    read(`${chapter}?code=go`, {}, async (page) => {
      await page.addInitScript(() => {
        new MutationObserver(() => {
          if (!document.body) return
          const { code = 'unsettled' } = document.documentElement.dataset
          Object.assign(window, { first: Reflect.get(window, 'first') ?? code })
        }).observe(document, { childList: true, subtree: true })
      })
      await page.reload()
      expect(await page.evaluate(() => Reflect.get(window, 'first'))).toBe('go')
    }))

  test('does not move the text that is being read', () =>
    read(chapter, {}, async (page) => {
      const heading = page.locator('#session-gc')
      await heading.evaluate((each) => each.scrollIntoView())
      const top = () =>
        heading.evaluate((each) => each.getBoundingClientRect().top)
      const before = await top()
      // Moves the mouse itself: Playwright's click scrolls the page first.
      const box = await page.locator('label[data-code=go]').boundingBox()
      await page.mouse.click((box?.x ?? 0) + 10, (box?.y ?? 0) + 10)
      expect(await shown(page)).toBe('go')
      expect(Math.abs((await top()) - before)).toBeLessThan(2)
      await page.keyboard.press('ArrowRight')
      expect(await shown(page)).toBe('typescript')
      expect(Math.abs((await top()) - before)).toBeLessThan(2)
    }))

  test('is absent without JavaScript, when both sides are shown', () =>
    read(`${chapter}?code=go`, { javaScriptEnabled: false }, async (page) => {
      expect(await page.locator('.code-choice').isVisible()).toBe(false)
      expect(await page.locator('.copy-side').count()).toBe(0)
      expect(await page.locator('td.ts .line').first().isVisible()).toBe(true)
    }))

  test.each(['both', 'go', 'typescript'])(
    '%s fits without scrolling at every width',
    (code) =>
      read(`/ja${chapter}?code=${code}`, {}, async (page) => {
        for (const width of [390, 768, 1280]) {
          await page.setViewportSize({ width, height: 800 })
          const over = await page
            .locator('html, .chunk, .chunk td, .chunk th, .code-choice')
            .evaluateAll((parts) =>
              parts
                .filter((part) => part.scrollWidth > part.clientWidth + 1)
                .map(
                  (part) => `${part.tagName} ${part.textContent?.slice(0, 40)}`,
                ),
            )
          expect(over, `${width} pixels`).toEqual([])
        }
      }),
  )
})

describe('place', () => {
  test.each([390, 1440])(
    '%i pixels: going back from another page restores the position',
    (width) =>
      read(
        `${chapter}?code=go`,
        { viewport: { width, height: 800 } },
        async (page) => {
          const heading = page.locator('#session-gc')
          const top = () =>
            heading.evaluate((each) => each.getBoundingClientRect().top)
          for (let y = 0; y < 8000; y += 600) {
            await page.mouse.wheel(0, 600)
            await page.waitForTimeout(30)
          }
          await heading.scrollIntoViewIfNeeded()
          await page.waitForTimeout(300)
          const before = await top()
          await page
            .locator('.site-title')
            .evaluate((link: HTMLElement) => link.click())
          await page.waitForURL((url) => url.pathname === '/')
          await page.goBack()
          await heading.waitFor()
          await page.waitForTimeout(500)
          expect(Math.abs((await top()) - before)).toBeLessThan(5)
        },
      ),
  )

  test('an address scrolls to its claim, and a focused claim is marked', () =>
    read(`${chapter}#claim-gc-tail-first`, {}, async (page) => {
      await page.waitForFunction(
        () => 'drawn' in document.documentElement.dataset,
      )
      await page.waitForTimeout(200)
      const box = await page.locator('#claim-gc-tail-first').boundingBox()
      expect(box?.y).toBeGreaterThan(40)
      expect(box?.y).toBeLessThan(300)
      await page.locator('.gap-reason a').last().click()
      const mark = page.locator('.claim:focus > code')
      const background = await mark.evaluate((code) => {
        return getComputedStyle(code).backgroundImage
      })
      expect(background).toContain('gradient')
    }))
})

describe('copy', () => {
  test('copies one side as it is in the source, and announces it', () =>
    read(
      `${chapter}?code=both`,
      { permissions: ['clipboard-read', 'clipboard-write'] },
      async (page) => {
        // Wrapped names must not change the copied text.
        await rows(page, 'SessionStore.Get').nth(3).hover()
        await page.locator('#chunk-SessionStore\\.Get[data-names]').waitFor()
        const copied = async (label: string) => {
          await page.getByLabel(label).click()
          await page
            .locator('[role=status]', { hasText: 'Copied' })
            .waitFor({ state: 'attached' })
          return page.evaluate(() => navigator.clipboard.readText())
        }
        const lines = (file: string, from: number, to: number) =>
          `${readFileSync(file, 'utf8')
            .split('\n')
            .slice(from - 1, to)
            .join('\n')}\n`
        expect(await copied('Copy the Go code of SessionStore.Get')).toBe(
          lines('go-reference/providers/memory/memory.go', 24, 32),
        )
        expect(
          await copied('Copy the TypeScript code of SessionStore.Get'),
        ).toBe(lines('src/providers/memory.ts', 36, 44))
      },
    ))
})
