/** What a reader can do with the chunks of the chapter. */
import { readFileSync } from 'node:fs'
import type { BrowserContextOptions, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openSite, type Site } from './site.ts'

let site: Site
beforeAll(async () => {
  site = await openSite()
})
afterAll(() => site?.close())

/** Opens the chapter, with the address's path and query, as a new reader. */
async function read(
  path: string,
  options: BrowserContextOptions,
  look: (page: Page) => Promise<void>,
): Promise<void> {
  const context = await site.browser.newContext({
    viewport: { width: 1280, height: 800 },
    ...options,
  })
  try {
    const page = await context.newPage()
    await page.goto(site.address + path, { waitUntil: 'networkidle' })
    await look(page)
  } finally {
    await context.close()
  }
}

const chapter = '/session-storage'
const chunk = (page: Page, name: string) => page.locator(`[id="chunk-${name}"]`)
const rows = (page: Page, name: string) =>
  chunk(page, name).locator('tbody > tr')
const popup = (page: Page) => page.locator('#name-popup')

/** The colours behind both cells of a row. */
const behind = (row: Locator) =>
  row
    .locator('td')
    .evaluateAll((cells) =>
      cells.map((cell) => getComputedStyle(cell).backgroundColor),
    )

/** What has the focus: a row by its text, a name by its own. */
const focused = (page: Page) =>
  page.evaluate(() => document.activeElement?.textContent?.trim())

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

  test('Tab enters a chunk once; the arrows lead through it', () =>
    read(chapter, {}, async (page) => {
      const figure = chunk(page, 'SessionStore.Set')
      const stops = await figure
        .locator('tr, td, td *')
        .evaluateAll((all) =>
          all.flatMap((each) =>
            each instanceof HTMLElement && each.tabIndex >= 0
              ? [each.tagName]
              : [],
          ),
        )
      expect(stops).toEqual(['TR'])
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

  test('who enters a chunk hears which keys there are, once', () =>
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

  test('a line number leads to its source, a gap to its claim', () =>
    read(chapter, {}, async (page) => {
      const line = rows(page, 'SessionStore.Set').locator('td.go .line').first()
      expect(await line.getAttribute('data-line')).toBe('18')
      const link = line.locator('a')
      expect(await link.getAttribute('href')).toMatch(
        /\/memory\.go(\.txt)?#L18$/,
      )
      const gap = rows(page, 'SessionStore.Get').locator('.gap-reason a')
      await gap.click()
      expect(new URL(page.url()).hash).toBe('#claim-unreachable-return')
      expect(await page.locator('#claim-unreachable-return').count()).toBe(1)
    }))
})

describe('code choice', () => {
  const side = (page: Page, name: string) => page.getByRole('radio', { name })

  const shown = (page: Page) =>
    page.evaluate(() => document.documentElement.dataset.code)

  test('is remembered, and stands in the address', () =>
    read(chapter, {}, async (page) => {
      expect(await shown(page)).toBe('both')
      await side(page, 'Go').check()
      expect(new URL(page.url()).search).toBe('?code=go')
      expect(await page.locator('td.ts:visible').count()).toBe(0)
      expect(await page.locator('td.go.gap:visible').count()).toBe(0)
      await page.goto(`${site.address}/zh${chapter}`)
      expect(await shown(page)).toBe('go')
      expect(await side(page, 'Go').isChecked()).toBe(true)
    }))

  test('a link wins over the memory and leaves it alone', () =>
    read(chapter, {}, async (page) => {
      await side(page, 'Go').check()
      await page.goto(`${site.address}${chapter}?code=typescript`)
      expect(await page.locator('td.go:visible').count()).toBe(0)
      expect(await side(page, 'TypeScript').isChecked()).toBe(true)
      await page.goto(`${site.address}${chapter}?code=nonsense`)
      expect(await shown(page)).toBe('go')
    }))

  test('is settled before anything of the page is there', () =>
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

  test('leaves what is being read where it is', () =>
    read(chapter, {}, async (page) => {
      const heading = page.locator('#session-gc')
      await heading.evaluate((each) => each.scrollIntoView())
      const top = () =>
        heading.evaluate((each) => each.getBoundingClientRect().top)
      const before = await top()
      // As a hand would: Playwright's own click scrolls the page.
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

  test.each(
    [390, 768, 1280].flatMap((width) =>
      ['both', 'go', 'typescript'].map((code) => [width, code] as const),
    ),
  )('at %d pixels, %s fits without scrolling', (width, code) =>
    read(
      `/ja${chapter}?code=${code}`,
      { viewport: { width, height: 800 } },
      async (page) => {
        const over = await page.evaluate(() => {
          const parts = document.querySelectorAll<HTMLElement>(
            'html, .chunk, .chunk td, .chunk th, .code-choice',
          )
          return Array.from(parts)
            .filter((part) => part.scrollWidth > part.clientWidth + 1)
            .map((part) => `${part.tagName} ${part.textContent?.slice(0, 40)}`)
        })
        expect(over).toEqual([])
      },
    ),
  )
})

describe('copy', () => {
  test('takes one side as it stands in the source, and says so', () =>
    read(
      `${chapter}?code=both`,
      { permissions: ['clipboard-read', 'clipboard-write'] },
      async (page) => {
        // Names that were made elements must not change what is copied.
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

describe('names', () => {
  /** Is the popup in sight, apart from the name that it tells of? */
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

  test('cost nothing until a reader turns to a chunk', () =>
    read(chapter, {}, async (page) => {
      const asked: string[] = []
      page.on('request', (request) => {
        asked.push(new URL(request.url()).pathname)
      })
      await page.locator('h1').hover()
      await page.mouse.wheel(0, 4000)
      expect(asked).toEqual([])
      await rows(page, 'pder').nth(1).hover()
      await page.locator('.name').first().waitFor()
      expect(asked).toContain('/names/en.json')
    }))

  test('every name that is told of becomes an element, the text stays', () =>
    read(chapter, {}, async (page) => {
      const text = await page.locator('.prose').textContent()
      const figures = await page.locator('.chunk').all()
      for (const figure of figures) {
        await figure.locator('tbody tr').first().hover()
        await figure.locator('.name').first().waitFor()
      }
      expect(await page.locator('.prose').textContent()).toBe(text)
      const told = JSON.parse(
        readFileSync('.vitepress/dist/names/en.json', 'utf8'),
      ) as { files: Record<string, Record<string, unknown[]>> }
      const count = Object.values(told.files)
        .flatMap((lines) => Object.values(lines))
        .reduce((sum, { length }) => sum + length, 0)
      expect(await page.locator('.name').count()).toBe(count)
    }))

  test('the mouse has them told, Escape silences them', () =>
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
      // It can be reached with the pointer, and read in peace.
      await popup(page).hover()
      await page.waitForTimeout(300)
      expect(await popup(page).isVisible()).toBe(true)
      await page.keyboard.press('Escape')
      expect(await popup(page).isVisible()).toBe(false)
    }))

  test('Enter leads to the names of a row, the arrows from one to the next', () =>
    read(`/zh${chapter}`, {}, async (page) => {
      await rows(page, 'SessionStore.Set').nth(1).focus()
      await page.keyboard.press('Enter')
      await page.waitForFunction(() => document.activeElement?.matches('.name'))
      expect(await focused(page)).toBe('st')
      await page.keyboard.press('ArrowRight')
      expect(await focused(page)).toBe('SessionStore')
      const name = page.locator('.name:focus')
      await expectBeside(page, name)
      expect(await name.getAttribute('aria-describedby')).toBe('name-popup')
      expect(await popup(page).textContent()).toContain('type SessionStore')
      await page.keyboard.press('ArrowLeft')
      expect(await focused(page)).toBe('st')
      await page.keyboard.press('Escape')
      expect(await popup(page).isVisible()).toBe(false)
      expect(await focused(page)).toContain('func (st *SessionStore) Set')
    }))

  test('documentation in the page’s language is not called English', () =>
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

  test('a tap has them told, a tap elsewhere silences them', () =>
    read(
      chapter,
      { viewport: { width: 390, height: 800 }, hasTouch: true, isMobile: true },
      async (page) => {
        const row = rows(page, 'Provider.SessionGC').nth(10)
        await row.scrollIntoViewIfNeeded()
        const marked = await behind(row)
        // The very first tap already tells, though nothing is loaded yet.
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
