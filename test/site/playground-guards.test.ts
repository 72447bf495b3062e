/** Tests that the playground bears hostile input, and fits every screen. */
import { describe, expect, test } from 'vitest'
import { MOST_TEXT } from '../../src/playground/limits.ts'
import { writeFragment } from '../../src/playground/link.ts'
import {
  eventually,
  openFragment,
  openPort,
  paste,
  play,
  shownRows,
  traced,
  traceEditor,
  traceText,
} from './playground.ts'
import { axeFinds, homes, overflowOf, read, toTheme } from './reader.ts'

const summary = '.summary li'

describe('hostile input to the playground', () => {
  const bad: readonly [string, string][] = [
    ['without data', '#trace='],
    ['not base64url', '#trace=%3Cscript%3E'],
    ['not deflated', '#trace=____________'],
    ['too long', `#trace=${'A'.repeat(9000)}`],
    ['with code', '#trace=y8zLLFFIzEsEAA&code=alert(1)'],
    ['with an edit alone', '#edit=x'],
    ['with an unknown claim', '#claim=constructor'],
    ['with an unknown edit of a claim', '#claim=gc-empty&edit=x'],
    ['with an unknown edit', '#trace=y8zLLFFIzEvkAgA&edit=constructor'],
  ]
  const { title } = traced.find(({ id }) => id === 'fresh-shields-expired')
    ?.trace ?? { title: '?' }

  test('a bad link is refused, and an example is shown instead', () =>
    play(async (page) => {
      const whole = await writeFragment({ trace: 'init ana\ninit bo' })
      const all = [...bad, ['truncated', whole.slice(0, -4)] as const]
      for (const [what, fragment] of all) {
        await paste(traceEditor(page), 'init ana')
        await openFragment(page, fragment)
        await eventually(() => traceText(page)).toContain(title)
        expect(await page.locator('.refused').count(), what).toBe(1)
      }
      await openFragment(page, await writeFragment({ trace: 'init bo' }))
      await eventually(() => traceText(page)).toBe('init bo')
      expect(await page.locator('.refused').count()).toBe(0)
    }))

  const texts: Readonly<Record<string, string>> = {
    'one megabyte': 'init ana\n'.repeat(120_000),
    'one line of a megabyte': `init ${'x'.repeat(1_000_000)}`,
    'one byte too much': '#'.repeat(MOST_TEXT + 1),
  }

  test('a trace that is too long is refused', () =>
    play(async (page) => {
      for (const [what, text] of Object.entries(texts)) {
        await paste(traceEditor(page), text)
        const problem = page.locator('.trace-side .problem')
        await eventually(() => problem.textContent(), what).toContain(
          'too large',
        )
        await paste(traceEditor(page), 'init bo')
        await eventually(() => shownRows(page), what).toHaveLength(1)
      }
    }))

  test('many sessions end the run, and the page says why', () =>
    play(async (page) => {
      const ids = Array.from({ length: 1500 }, (_, i) => `init s${i}`)
      await paste(traceEditor(page), ids.join('\n'))
      await eventually(() => page.locator(summary).allTextContents()).toEqual([
        expect.stringContaining('1,000,000 sessions'),
      ])
    }))

  test('ids and values are text, whatever they contain', () =>
    play(async (page) => {
      const said: string[] = []
      page.on('dialog', (dialog) => {
        said.push(dialog.message())
        void dialog.dismiss()
      })
      const image = '<img src=x onerror=alert(1)>'
      const trace = `a = init "${image}"\na.set "{{ 1 + 1 }}" "${image}"\ninit __proto__`
      await paste(traceEditor(page), trace)
      await eventually(() => shownRows(page)).toHaveLength(3)
      const shown = (await shownRows(page)).flat().join('\n')
      expect(shown).toContain(image)
      expect(shown).toContain('{{ 1 + 1 }}')
      expect(shown).toContain('__proto__')
      expect(await page.locator('.playground img').count()).toBe(0)
      expect(said).toEqual([])
    }))
})

describe('playground for everyone', () => {
  test('axe finds nothing, wide and narrow, light and dark, and it fits', () =>
    play(async (page) => {
      await openPort(page)
      await paste(traceEditor(page), 'init ana => bo\nlits')
      await eventually(() =>
        page.locator('.trace-side .problem').textContent(),
      ).not.toBe('')
      await paste(traceEditor(page), 'init ana => bo\nlist => ana')
      await page.locator('.port select').selectOption({ index: 2 })
      await page.locator('.port-tools button').last().click()
      await page.locator('.claims-run li').first().waitFor()
      await page.locator('.claims-run li button').first().click()
      await page.locator('.steps tr.differs').first().waitFor()
      for (const width of [1440, 390]) {
        await page.setViewportSize({ width, height: 900 })
        for (const colorScheme of ['light', 'dark'] as const) {
          await toTheme(page, colorScheme)
          const tabs = await page.getByRole('tab').all()
          for (const tab of width < 900 ? tabs : [undefined]) {
            await tab?.click()
            expect(await axeFinds(page)).toEqual([])
          }
        }
        expect(await overflowOf(page)).toBe(0)
      }
    }))

  test('a phone shows one part at a time, above a stepper that stays', () =>
    play(
      async (page) => {
        const parts = ['.trace-side', '.port', '.result-side .scene']
        await page.locator('#tab-result').focus()
        for (const [key, at] of [
          ['ArrowRight', 0],
          ['ArrowRight', 1],
          ['ArrowLeft', 0],
          ['End', 2],
          ['Home', 0],
        ] as const) {
          await page.keyboard.press(key)
          // The code is loaded when its tab is chosen.
          await page.locator(parts[at] ?? '').waitFor()
          const shown = await Promise.all(
            parts.map((part) => page.locator(part).isVisible()),
          )
          expect(shown.filter(Boolean), key).toHaveLength(1)
          const focused = page.locator('[role=tab]:focus')
          expect(await focused.getAttribute('aria-selected')).toBe('true')
          const box = await page.locator('.scene-controls').boundingBox()
          expect((box?.y ?? 0) + (box?.height ?? 0)).toBe(844)
        }
        const range = page.locator('.scene-controls [type=range]')
        await page.locator('.scene-controls button').first().click()
        await eventually(() => range.inputValue()).toBe('1')
        expect(await overflowOf(page)).toBe(0)
      },
      { viewport: { width: 390, height: 844 } },
    ))

  test('a wide window shows trace, code and result side by side', () =>
    play(
      async (page) => {
        await openPort(page)
        const boxes = await Promise.all(
          [
            traceEditor(page),
            page.locator('.port .code'),
            page.locator('.scene'),
          ].map((part) => part.boundingBox()),
        )
        const [first, ...others] = boxes.map((box) => box?.x ?? 0)
        expect(others.toSorted((a, b) => a - b)).toEqual(others)
        expect(others[0]).toBeGreaterThan(first ?? 0)
        const tops = boxes.map((box) => box?.y ?? 0)
        expect(Math.max(...tops) - Math.min(...tops)).toBeLessThan(200)
      },
      { viewport: { width: 1440, height: 900 } },
    ))

  test.each(homes)(
    '%s/playground without JavaScript leads to the claims',
    (home) =>
      read(`${home}/playground`, { javaScriptEnabled: false }, async (page) => {
        const link = page.locator('.playground a')
        expect(await link.isVisible()).toBe(true)
        const path = await link.evaluate(
          (element) => new URL((element as HTMLAnchorElement).href).pathname,
        )
        expect(path).toBe(`${home}/claims`)
      }),
  )
})
