/** Tests the playground: its steps, its examples and its links. */
import { isDeepStrictEqual } from 'node:util'
import { describe, expect, test } from 'vitest'
import { interfaceOf } from '../../.vitepress/site/interface.ts'
import { openEngines } from '../../src/evidence/runs.ts'
import { writeFragment } from '../../src/playground/link.ts'
import { presets } from '../../src/playground/presets.ts'
import { fill } from '../../src/trace/say.ts'
import {
  eventually,
  foreignRequests,
  holdTimers,
  loadOriginal,
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
import { address, homes, read } from './reader.ts'

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
        // The tab and the end of the trace may still come into view.
        let before = await places(page)
        await eventually(async () => {
          const earlier = before
          before = await places(page)
          return isDeepStrictEqual(before, earlier)
        }).toBe(true)
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
      await eventually(() => page.url()).toBe(link)
      await play(async (other) => expect(await traceText(other)).toBe(trace), {
        path: link.slice(address.length),
      })
    }))
})
