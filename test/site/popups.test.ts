/** Tests the hovers of the names in the code. */
import { readFileSync } from 'node:fs'
import type { Locator, Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { readPrograms } from '../../.vitepress/weave/programs.ts'
import { openProject } from '../../src/project/project.ts'
import {
  address,
  behind,
  chapter,
  focused,
  read,
  requestsOf,
  rows,
} from './reader.ts'

const popup = (page: Page) => page.locator('#name-popup')

describe('names', () => {
  /** Checks that the popup is visible and does not cover its name. */
  async function expectBeside(page: Page, name: Locator): Promise<void> {
    await popup(page).waitFor()
    const [box, at] = [
      await popup(page).boundingBox(),
      await name.boundingBox(),
    ]
    const { width = 0, height = 0 } = page.viewportSize() ?? {}
    if (!box || !at) throw new Error('The popup or its name is not drawn.')
    expect(box.y + box.height <= at.y || box.y >= at.y + at.height).toBe(true)
    expect(box.x).toBeGreaterThanOrEqual(0)
    expect(box.x + box.width).toBeLessThanOrEqual(width)
    expect(box.y).toBeGreaterThanOrEqual(0)
    expect(box.y + box.height).toBeLessThanOrEqual(height)
  }

  test('load nothing until a reader uses a chunk', () =>
    read(chapter, {}, async (page) => {
      const asked = requestsOf(page)
      await page.locator('h1').hover()
      await page.mouse.wheel(0, 4000)
      expect(asked).toEqual([])
      await rows(page, 'pder').nth(1).hover()
      await page.locator('.name').first().waitFor()
      expect(asked).toContain(`${address}/names/en.json`)
    }))

  test('every name with a hover becomes an element, and the text does not change', () =>
    read(chapter, {}, async (page) => {
      const text = await page.locator('.prose').textContent()
      const figures = await page.locator('.chunk:not(.loop)').all()
      for (const figure of figures) {
        await figure.locator('tbody tr').first().hover()
        await figure.locator('.name').first().waitFor()
      }
      expect(await page.locator('.prose').textContent()).toBe(text)
      const told = JSON.parse(
        readFileSync('.vitepress/dist/names/en.json', 'utf8'),
      ) as { files: Record<string, Record<string, unknown[]>> }
      const shown = await page
        .locator('.chunk:not(.loop)')
        .evaluateAll((all) => all.map(({ id }) => id))
      const counts = readPrograms(openProject())
        .flatMap(({ pairs }) => pairs)
        .filter(({ name }) => shown.includes(`chunk-${name}`))
        .flatMap(({ listing, port }) => [listing, port])
        .flatMap(({ source, chunk: { first, last } }) =>
          Object.entries(told.files[source.file] ?? {})
            .filter(([line]) => first <= Number(line) && Number(line) <= last)
            .map(([, names]) => names.length),
        )
      const count = counts.reduce((sum, n) => sum + n, 0)
      expect(await page.locator('.name').count()).toBe(count)
      expect(count).toBeGreaterThan(400)
    }))

  test('the mouse opens the popup, Escape closes it', () =>
    read(chapter, {}, async (page) => {
      const row = rows(page, 'Provider.SessionUpdate').nth(5)
      await row.hover()
      const name = row.locator('td.go .name', { hasText: 'MoveToFront' })
      await name.hover()
      await expectBeside(page, name)
      expect(await popup(page).textContent()).toContain(
        'func (l *list.List) MoveToFront(e *list.Element)',
      )
      expect(await popup(page).locator('p').getAttribute('lang')).toBe('en')
      // It stays open while the pointer is over it.
      await popup(page).hover()
      await page.waitForTimeout(300)
      expect(await popup(page).isVisible()).toBe(true)
      await page.keyboard.press('Escape')
      expect(await popup(page).isVisible()).toBe(false)
    }))

  test('Enter moves to the names of a row, the arrows from one to the next', () =>
    read(`/zh${chapter}`, {}, async (page) => {
      await rows(page, 'SessionStore.Set').nth(1).focus()
      await page.keyboard.press('Enter')
      await page.waitForFunction(() => document.activeElement?.matches('.name'))
      expect(await focused(page)).toBe('st')
      await page.keyboard.press('ArrowRight')
      expect(await focused(page)).toBe('*')
      await page.keyboard.press('ArrowRight')
      expect(await focused(page)).toBe('SessionStore')
      const name = page.locator('.name:focus')
      await expectBeside(page, name)
      expect(await name.getAttribute('aria-describedby')).toBe('name-popup')
      expect(await popup(page).textContent()).toContain('type SessionStore')
      await page.keyboard.press('ArrowLeft')
      await page.keyboard.press('ArrowLeft')
      expect(await focused(page)).toBe('st')
      await page.keyboard.press('Escape')
      expect(await popup(page).isVisible()).toBe(false)
      expect(await focused(page)).toContain('func (st *SessionStore) Set')
    }))

  test('a sign opens its note by pointer, and by the arrow keys', () =>
    read(`/ja${chapter}`, {}, async (page) => {
      const row = rows(page, 'Provider.SessionRead').filter({
        hasText: 'element.Value.(*SessionStore), nil',
      })
      await row.hover()
      const sign = row.locator('td.go .name', { hasText: /^\.\($/ })
      await sign.hover()
      await expectBeside(page, sign)
      const notes = await page.evaluate(async () => {
        const response = await fetch('/names/ja.json')
        const { names } = (await response.json()) as {
          names: { note?: string }[]
        }
        return names.map(({ note }) => note?.replaceAll('`', ''))
      })
      expect(notes).toContain(await popup(page).textContent())
      await row.focus()
      await page.keyboard.press('Enter')
      for (const word of ['element', 'Value', '.(', '*', 'SessionStore']) {
        await page.waitForFunction(
          (wanted) => document.activeElement?.textContent === wanted,
          word,
        )
        await page.keyboard.press('ArrowRight')
      }
    }))

  test('documentation in the page’s language is not marked as English', () =>
    read(`/zh${chapter}`, {}, async (page) => {
      const row = rows(page, 'SessionStore').nth(3)
      await row.hover()
      const name = row.locator('td.go .name', { hasText: 'sid' })
      await name.hover()
      await popup(page).waitFor()
      const doc = popup(page).locator('p')
      expect(await doc.getAttribute('lang')).toBeNull()
      expect(await doc.textContent()).toMatch(/\p{Script=Han}/u)
    }))

  test('a tap opens the popup, a tap elsewhere closes it', () =>
    read(
      chapter,
      { viewport: { width: 390, height: 800 }, hasTouch: true, isMobile: true },
      async (page) => {
        const row = rows(page, 'Provider.SessionGC').nth(10)
        await row.scrollIntoViewIfNeeded()
        const marked = await behind(row)
        // The first tap already opens the popup: it loads what it needs.
        const code = row.locator('td.go .line')
        const at = await code.evaluate((line) => {
          const range = document.createRange()
          const text = document.createTreeWalker(line, NodeFilter.SHOW_TEXT)
          while (text.nextNode()) {
            const start = text.currentNode.textContent?.indexOf('Value') ?? -1
            if (start < 0) continue
            range.setStart(text.currentNode, start)
            range.setEnd(text.currentNode, start + 5)
            break
          }
          const { x, y, width, height } = range.getBoundingClientRect()
          return { x: x + width / 2, y: y + height / 2 }
        })
        await page.touchscreen.tap(at.x, at.y)
        await expectBeside(page, row.locator('.name.told'))
        expect(await popup(page).textContent()).toContain('Value any')
        expect(await page.locator('[role=status]').textContent()).toContain(
          'Value any',
        )
        const now = await behind(row)
        expect(now[0]).not.toBe(marked[0])
        expect(now[1]).not.toBe(marked[1])
        await page.locator('h2:visible').first().tap()
        expect(await popup(page).isVisible()).toBe(false)
      },
    ))
})
