/** Tests how much prose and how many claims the chapter has in a row. */
import { expect, test } from 'vitest'
import { chapter, read } from './reader.ts'

const homes = ['', '/zh', '/ja', '/es']
const window = { width: 1440, height: 900 }

test.each(homes)(
  '%s/session-storage: at most one screen of prose before the next figure',
  (home) =>
    read(`${home}${chapter}`, { viewport: window }, async (page) => {
      const long = await page.evaluate((most) => {
        const figures = document.querySelectorAll(
          'main :is(.chunk, .scene, .drawing)',
        )
        const title = document.querySelector('main h1')
        let above = title?.getBoundingClientRect()
        const found: string[] = []
        for (const [i, figure] of figures.entries()) {
          const box = figure.getBoundingClientRect()
          const gap = Math.round(box.top - (above?.bottom ?? 0))
          // The opening also says what the page is for and how to read it.
          const limit = i === 0 ? (most * 4) / 3 : most
          if (gap > limit) found.push(`${gap} px before ${figure.outerHTML}`)
          above = box
        }
        return found.map((each) => each.slice(0, 80))
      }, window.height)
      expect(long).toEqual([])
    }),
)

test.each(homes)(
  '%s/session-storage: at most five claims before the next heading',
  (home) =>
    read(`${home}${chapter}`, {}, async (page) => {
      const counts = await page
        .locator('main :is(h1, h2, h3, h4, .claim)')
        .evaluateAll((all) => {
          const found: number[] = []
          for (const each of all) {
            if (each.matches('.claim')) found.push((found.pop() ?? 0) + 1)
            else found.push(0)
          }
          return found
        })
      expect(Math.max(...counts)).toBeLessThanOrEqual(5)
      expect(counts.reduce((sum, n) => sum + n)).toBeGreaterThan(50)
    }),
)
