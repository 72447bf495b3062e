/** Tests that code and list are in one view at each step of each scene. */
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { axeFinds, chapter, playButton, read, toTheme } from './reader.ts'

/**
 * What covers what at a step, in pixels of the window: the player draws the
 * list in one frame, and scrolls to the code in the next.
 */
const look = (page: Page) =>
  page.evaluate(async () => {
    await new Promise(requestAnimationFrame)
    await new Promise(requestAnimationFrame)
    const box = (element: Element | null) => element?.getBoundingClientRect()
    const bench = box(document.querySelector('.workbench'))
    const list = box(document.querySelector('.workbench .scene-list'))
    const now = box(document.querySelector('.workbench .scene-now'))
    const head = Number.parseFloat(
      getComputedStyle(document.documentElement).scrollPaddingTop,
    )
    if (!bench || !list || !now) throw new Error('there is no player')
    const docked = bench.top > head + 20
    const bottom = docked ? bench.top : innerHeight
    const lines = [...document.querySelectorAll('.line.ran')].flatMap(
      (line) => box(line) ?? [],
    )
    const seen = lines.filter(
      (line) =>
        line.top >= head &&
        line.bottom <= bottom &&
        line.right <= innerWidth &&
        (docked || line.right <= bench.left),
    )
    return {
      listIsIn:
        list.height > 0 &&
        list.top >= (docked ? bench.top : 0) - 1 &&
        Math.min(list.bottom, bench.bottom) <= innerHeight,
      share: docked ? bench.height / innerHeight : 0,
      lit: lines.length,
      isSeen: seen.length > 0,
      height: document.documentElement.scrollHeight,
      last: document
        .querySelectorAll('.workbench .scene-controls button')[3]
        ?.getAttribute('aria-disabled'),
    }
  })

/** How much of the page has moved without being asked for. */
const shiftOf = (page: Page) =>
  page.evaluate(() => Number(Reflect.get(window, 'shift')))

test.each([
  [1440, 900],
  [1024, 768],
  [390, 844],
])(
  'at %i × %i, each step of each scene shows its code and its list',
  (width, height) =>
    read(
      chapter,
      { viewport: { width, height }, reducedMotion: 'reduce' },
      async (page) => {
        await page.waitForFunction(
          () => document.documentElement.dataset.drawn !== undefined,
        )
        await page.evaluate(() => {
          Object.assign(window, { shift: 0 })
          new PerformanceObserver((list) => {
            for (const entry of list.getEntries()) {
              // The list may move, and does so late on a busy machine; the
              // outline comes back into the rail between two scenes; the
              // header changes when the page is scrolled.
              const sources: { node: Node | null }[] = Reflect.get(
                entry,
                'sources',
              )
              const moved = sources.flatMap(
                ({ node }) => node?.parentElement ?? [],
              )
              if (
                moved.every((each) => each.closest('.rail, .workbench, header'))
              )
                continue
              const value = Number(Reflect.get(entry, 'value'))
              Object.assign(window, {
                shift: Reflect.get(window, 'shift') + value,
              })
            }
          }).observe({ type: 'layout-shift' })
        })
        const scenes = page.locator('.prose .scene[data-trace]')
        const count = await scenes.count()
        expect(count).toBeGreaterThan(5)
        let lit = 0
        for (let scene = 0; scene < count; scene++) {
          const name = await scenes.nth(scene).getAttribute('data-trace')
          await (await playButton(scenes.nth(scene))).click()
          await page.locator('.workbench .scene-player').waitFor()
          const before = await look(page)
          await page.keyboard.press('Home')
          for (let step = 1; ; step++) {
            const seen = await look(page)
            const where = `${name}, step ${step}`
            expect(seen.listIsIn, `the list of ${where}`).toBe(true)
            expect(seen.share, `the height at ${where}`).toBeLessThanOrEqual(
              0.4,
            )
            if (seen.lit > 0)
              expect(seen.isSeen, `lines of ${where}`).toBe(true)
            expect(seen.height, `the page at ${where}`).toBe(before.height)
            lit += seen.lit
            if (seen.last === 'true') break
            await page.keyboard.press('ArrowRight')
          }
          await page.keyboard.press('Escape')
          await page.locator('.workbench').waitFor({ state: 'detached' })
        }
        expect(lit).toBeGreaterThan(50)
        expect(await shiftOf(page)).toBe(0)
      },
    ),
)

test('the player leaves with its section, and comes back', () =>
  read(chapter, { viewport: { width: 390, height: 844 } }, async (page) => {
    const bench = page.locator('.workbench')
    await (await playButton(page.locator('.scene').first())).click()
    await bench.waitFor()
    await page.evaluate(() => window.scrollTo(0, document.body.scrollHeight))
    await bench.waitFor({ state: 'hidden' })
    await page.locator('.scene').first().scrollIntoViewIfNeeded()
    await bench.waitFor()
  }))

test.each([1440, 390])(
  'axe finds nothing while a scene is played at %i',
  (width) =>
    read(
      `${chapter}?scene=gc-tail-first&step=14.3`,
      { viewport: { width, height: 900 } },
      async (page) => {
        await page.locator('.workbench .scene-player').waitFor()
        for (const theme of ['light', 'dark'] as const) {
          await toTheme(page, theme)
          expect(await axeFinds(page)).toEqual([])
        }
      },
    ),
)
