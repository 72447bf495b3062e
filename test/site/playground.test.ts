/** Tests the playground: its steps, its links, its form, with and without. */
import { describe, expect, test } from 'vitest'
import { interfaceOf } from '../../.vitepress/site/interface.ts'
import { openEngines } from '../../src/evidence/runs.ts'
import { MOST_TEXT } from '../../src/playground/limits.ts'
import { writeFragment } from '../../src/playground/link.ts'
import { presets } from '../../src/playground/presets.ts'
import { fill } from '../../src/trace/say.ts'
import {
  eventually,
  foreignRequests,
  holdTimers,
  loadOriginal,
  openFragment,
  openPort,
  paste,
  places,
  play,
  redTexts,
  rowsFor,
  shiftsOf,
  shownRows,
  traced,
  traceEditor,
  traceText,
  watchShifts,
} from './playground.ts'
import {
  address,
  axeFinds,
  homes,
  overflowOf,
  read,
  toTheme,
} from './reader.ts'

const summary = '.summary li'

describe('playground', () => {
  test('every trace of a claim has the steps of Node on both engines', () =>
    play(async (page) => {
      await loadOriginal(page)
      const engines = openEngines()
      for (const { id, trace } of traced) {
        const [port = []] = engines.port.run([trace])
        const [original = []] = engines.original.run([trace])
        const wanted = rowsFor(port, original)
        await page.locator('.trace-side select').selectOption(id)
        const look = async () => {
          const more = page.locator('.steps > button')
          while (await more.isVisible()) await more.click()
          return shownRows(page)
        }
        await eventually(look).toEqual(wanted)
        const good = page.locator(`${summary}[data-good=true]`)
        await eventually(() => good.count()).toBe(2)
        expect(await page.locator(`${summary}[data-good=false]`).count()).toBe(
          0,
        )
      }
      expect(traced.length).toBeGreaterThan(35)
    }))

  test.each(['', '/zh', '/ja', '/es'])(
    '%s/playground names an example by the first sentence of its claim',
    (home) =>
      play(
        async (page) => {
          const select = page.locator('.trace-side select')
          await select.selectOption('gc-tail-first')
          const name = await select.locator('option:checked').textContent()
          expect(name?.trim().length).toBeGreaterThan(20)
          const statement = page.locator('.trace-side .statement')
          expect(await statement.textContent()).toContain(name?.trim())
        },
        { path: `${home}/playground` },
      ),
  )

  test('the original is loaded only when asked for, from the site itself', () =>
    read('/', {}, async (page) => {
      const foreign = foreignRequests(page)
      const programs: string[] = []
      page.on('request', (request) => {
        if (/\.wasm$/.test(request.url())) programs.push(request.url())
      })
      await page.goto(`${address}/playground`, { waitUntil: 'networkidle' })
      await page.locator('.steps').waitFor()
      expect(programs).toEqual([])
      await loadOriginal(page)
      expect(programs).toHaveLength(1)
      expect(foreign()).toEqual([])
    }))

  test('a failed download of the original can be tried again', () =>
    play(async (page) => {
      await page.route('**/*.wasm', (route) => route.abort(), { times: 1 })
      await page.locator('.original button').click()
      await page.locator('.original[data-state=failed]').waitFor()
      await loadOriginal(page)
    }))

  test('where the engines differ, both states are shown', () =>
    play(async (page) => {
      await loadOriginal(page)
      // The port refuses this lifetime, and in Go it overflows.
      await paste(traceEditor(page), `init ana\ngc ${2n ** 63n - 1n}`)
      await eventually(() => page.locator('.steps tr.differs').count()).toBe(1)
      const names = page.locator('.steps tr.differs td:last-child small')
      expect(await names.allTextContents()).toEqual(['port', 'original'])
      const wrong = page.locator(`${summary}[data-good=false]`)
      expect(await redTexts(page)).toEqual(await wrong.allTextContents())
      expect(await wrong.count()).toBe(1)
    }))

  test('a mistake is told in the language of the page', () =>
    play(
      async (page) => {
        await paste(traceEditor(page), 'init\u3000ana')
        const { mistakes } = interfaceOf('ja').playground
        const code = 'U+3000'
        await eventually(() =>
          page.locator('.trace-side .problem').textContent(),
        ).toContain(fill(mistakes.ideographicSpace, { code }))
      },
      { path: '/ja/playground' },
    ))

  test('a mistake is named with its line, and the buttons append lines', () =>
    play(async (page) => {
      const before = await shownRows(page)
      const waiting = await holdTimers(page, 400)
      await paste(traceEditor(page), 'init ana\nlits')
      await eventually(() =>
        page.locator('.trace-side .problem').textContent(),
      ).toContain('Line 2: found "lits"')
      await waiting.end()
      await page.locator('.result-side[aria-busy=true] .scene').waitFor()
      expect(await shownRows(page)).toEqual(before)
      await eventually(() => page.locator('.cm-lintRange-error').count()).toBe(
        1,
      )
      await paste(traceEditor(page), '')
      for (const name of ['init', 'set', 'wait', 'gc', 'list']) {
        await page.getByRole('button', { name, exact: true }).click()
      }
      await waiting.end()
      expect(await traceText(page)).toBe(
        'ana = init ana\nana.set "user" "Ann"\nwait 10s\ngc 10\nlist',
      )
      await eventually(() => shownRows(page)).toHaveLength(5)
    }))

  test.each([
    ['/playground', 1440],
    ['/playground', 390],
    ['/ja/playground', 1440],
    ['/ja/playground', 390],
  ])('%s, %i pixels wide: nothing moves while a line is typed', (path, width) =>
    play(
      async (page) => {
        await page.locator('.scene-player').waitFor()
        if (width < 900) await page.locator('#tab-trace').click()
        await traceEditor(page).press('Control+End')
        const before = await places(page)
        await watchShifts(page)
        const waiting = await holdTimers(page, 400)
        for (const [typed, rows] of [
          ['lits', 18],
          ['\b\bst =', 18],
          ['> ana', 19],
        ] as const) {
          for (const key of typed) {
            await page.keyboard.press(key === '\b' ? 'Backspace' : key)
          }
          // What an unfinished line must not do would be done by now.
          await waiting.end()
          const busy = `.result-side[aria-busy=${rows === 18}]`
          await page.locator(busy).waitFor({ state: 'attached' })
          await eventually(() => shownRows(page)).toHaveLength(rows)
          expect(await places(page), typed).toEqual(before)
        }
        expect(await shiftsOf(page)).toEqual([])
      },
      { path, viewport: { width, height: 900 } },
    ),
  )

  test('operations and ids are completed', () =>
    play(async (page) => {
      await paste(traceEditor(page), 'init ana\n')
      await traceEditor(page).press('Control+End')
      await page.keyboard.type('des')
      await page.locator('.cm-tooltip-autocomplete').waitFor()
      // The list takes keys only some time after it opens, against slips.
      await eventually(async () => {
        await page.keyboard.press('ArrowDown')
        return page.locator('.cm-tooltip [aria-selected=true]').count()
      }).toBe(1)
      await page.keyboard.press('Enter')
      await eventually(() => traceText(page)).toBe('init ana\ndestroy')
    }))

  test('the keyboard alone is enough, and Tab leaves the editor', () =>
    play(async (page) => {
      const tabTo = async (selector: string) => {
        for (let n = 0; n < 60; n++) {
          await page.keyboard.press('Tab')
          const there = await page.evaluate(
            (wanted) => document.activeElement?.matches(wanted),
            selector,
          )
          if (there) return
        }
        expect.fail(`Tab does not reach ${selector}`)
      }
      await tabTo('.trace-side select')
      await tabTo('.trace-side .cm-content')
      await page.keyboard.press('Control+a')
      await page.keyboard.type('init bo\n')
      await tabTo('.operations button')
      await page.keyboard.press('Enter')
      expect(await traceText(page)).toBe('init bo\nana = init ana')
      await tabTo('.share button')
      await page.keyboard.press('Enter')
      await eventually(() => page.locator('.share input').count()).toBe(1)
      await tabTo('.original button')
      await tabTo('.port > button')
      await page.keyboard.press('Enter')
      await tabTo('.port select')
      await tabTo('.port-tools button')
      await tabTo('.port .cm-content')
      await tabTo('.page-footer a')
    }))
})

describe('links of the playground', () => {
  test('a link opens its trace on its edit, in every language', async () => {
    const edit = presets[1]?.name
    const trace = 'init ana\ninit bo\nlist => ana bo\n'
    const fragment = await writeFragment({ trace, edit })
    for (const home of homes) {
      await play(
        async (page) => {
          expect(await traceText(page)).toBe(trace.trimEnd())
          await page.locator('.result-side .edited').waitFor()
          await eventually(() =>
            page.locator('.steps tr.differs').count(),
          ).toBeGreaterThan(0)
          expect(await page.locator('.port select').inputValue()).toBe(edit)
        },
        { path: `${home}/playground${fragment}` },
      )
    }
  })

  test('the panel of a claim leads to its trace, and the scene shows it', () =>
    read('/zh/session-storage#claim-gc-tail-first', {}, async (page) => {
      await page.locator('#claim-gc-tail-first').click()
      await page.locator('.claim-panel a[href*="playground#claim="]').click()
      await page.locator('.scene-player').waitFor()
      const select = page.locator('.trace-side select')
      await eventually(() => select.inputValue()).toBe('gc-tail-first')
      const scene = page.locator('.result-side .scene-player')
      expect(await scene.locator('.scene-head code').textContent()).toMatch(
        /^gc /,
      )
      // It opens where the chapter's scene of it ends.
      const range = scene.locator('[type=range]')
      expect(await range.inputValue()).toBe('14')
      const shown = page.locator('.steps tr.at td').first()
      const before = await shown.textContent()
      await scene.locator('.scene-controls button').first().click()
      await eventually(() => shown.textContent()).not.toBe(before)
      // The comments of the trace are in the language of the page.
      expect(await traceText(page)).toMatch(/^# .*\p{Script=Han}/u)
    }))

  test('the button writes a link that a new visit can open', () =>
    play(async (page) => {
      const trace = 'a = init "<b>"\na.set "</script>" "&amp;"'
      await paste(traceEditor(page), trace)
      await page.locator('.share button').click()
      await page.locator('.share input').waitFor()
      const link = await page.locator('.share input').inputValue()
      expect(page.url()).toBe(link)
      await play(async (other) => expect(await traceText(other)).toBe(trace), {
        path: link.slice(address.length),
      })
    }))
})

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
