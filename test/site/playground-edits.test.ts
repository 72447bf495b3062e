/** Tests what edited ports do in the playground, and how they are told. */
import { beforeAll, describe, expect, test } from 'vitest'
import { presets } from '../../src/playground/presets.ts'
import {
  codeEditor,
  eventually,
  holdTimers,
  loadOriginal,
  openPort,
  paste,
  play,
  portCode,
  redTexts,
  runAll,
  runEdited,
  shownRows,
  traced,
} from './playground.ts'
import { allHold, choose, verdictsOf } from './playground-edits.ts'

/** The text of the port as the editor shows it first. */
let code = ''

beforeAll(async () => {
  code = await portCode()
})

describe('edits of the port', () => {
  test('marks and names the lines that an edit changes, until it is undone', () =>
    play(async (page) => {
      await openPort(page)
      const marked = page.locator('.port .cm-changed')
      const named = page.locator('.port .changed')
      expect(await marked.count()).toBe(0)
      await choose(page, 'SessionInit: pushFront')
      await eventually(() => marked.count()).toBe(1)
      expect(await marked.textContent()).toContain('pushFront')
      const at = code.split('\n').findIndex((line) => /pushBack/.test(line))
      expect(await named.textContent()).toContain(`${at + 1}`)
      expect(await redTexts(page)).toEqual([])
      await choose(page, '')
      await eventually(() => marked.count()).toBe(0)
      await codeEditor(page).focus()
      await page.keyboard.press('Control+Home')
      await page.keyboard.type('/')
      await eventually(() => marked.count()).toBe(1)
      await page.keyboard.press('Control+z')
      await eventually(() => marked.count()).toBe(0)
      expect(await named.count()).toBe(0)
    }))

  test('each preset turns the same claims red as in Node, the port and a comment none', () =>
    play(async (page) => {
      await openPort(page)
      expect(await runAll(page)).toEqual(allHold)
      // A change of a comment turns nothing red.
      await paste(codeEditor(page), code.replace('// gc', '// the list'))
      expect(await page.locator('.port select').inputValue()).toBe('own')
      expect(await runAll(page)).toEqual(allHold)
      const wrong: unknown[] = []
      let red = 0
      for (const { name, edits } of presets) {
        await choose(page, name)
        const wanted = await verdictsOf(edits)
        const shown = await runAll(page)
        if (Object.values(shown).includes('fails')) red++
        for (const { id } of traced) {
          if (shown[id] !== wanted[id])
            wrong.push([name, id, shown[id], wanted[id]])
        }
      }
      expect(wrong).toEqual([])
      expect(red).toBeGreaterThan(50)
    }))

  test('a red claim opens at the first step that differs', () =>
    play(async (page) => {
      await openPort(page)
      await choose(page, 'SessionInit: pushFront')
      await runAll(page)
      const claim = page.locator('.claims-run li', {
        hasText: 'touch-unshields',
      })
      await claim.locator('button').click()
      const first = page.locator('.steps tr.differs').first()
      await first.waitFor()
      await eventually(() => first.getAttribute('class')).toContain('at')
      expect(await page.locator('.trace-side select').inputValue()).toBe(
        'touch-unshields',
      )
      await page.locator('.result-side .edited button').click()
      await eventually(() => page.locator('.steps tr.differs').count()).toBe(0)
    }))

  test('code that cannot be compiled is refused with its line', () =>
    play(async (page) => {
      await openPort(page)
      await paste(codeEditor(page), `${code}\nconst = 1`)
      const line = code.split('\n').length + 1
      await eventually(() =>
        page.locator('.port .problem').last().textContent(),
      ).toContain(`Line ${line}:`)
      expect(await page.locator('.port-tools button').isDisabled()).toBe(true)
      // The results of the last text that could be compiled stay.
      await page.locator('.result-side[aria-busy=true] .scene').waitFor()
      expect(await shownRows(page)).not.toEqual([])
    }))

  test('an edit runs by itself, 400 ms after the last key', () =>
    play(async (page) => {
      await openPort(page)
      const waiting = await holdTimers(page, 400)
      const ran = page.locator('.edited')
      for (const more of ['', ' ', '  ']) {
        const edit = code.replace('pushBack', 'pushFront') + more
        await paste(codeEditor(page), edit)
        // The timer of the last text is no longer waiting.
        expect(await waiting.count(), more).toBe(1)
        expect(await ran.count(), more).toBe(0)
      }
      await waiting.end()
      await eventually(() => ran.count()).toBe(1)
      await page.locator('.steps tr.differs').first().waitFor()
    }))
})

describe('a change that is no error', () => {
  const link = '/playground#claim=fresh-shields-expired'
  test.each([
    ['an edit', '&edit=SessionInit%3A%20pushFront', '.port-tools button'],
    ['another store', '&store=repaired', '.stores button'],
  ])('%s: what it changes is told, and nothing is red', (_, on, all) =>
    play(
      async (page) => {
        const said = page.locator('.summary')
        await eventually(() => said.innerText()).toContain('4 → 1')
        await page.locator(all).last().click()
        await page.locator('[data-verdict=fails]').first().waitFor()
        expect(await redTexts(page)).toEqual([])
      },
      { path: link + on },
    ),
  )

  test('an edit is no error beside the original either; what cannot be run is one', () =>
    play(
      async (page) => {
        await loadOriginal(page)
        await page.locator('.steps tr.differs').first().waitFor()
        expect(await redTexts(page)).toEqual([])
        await paste(codeEditor(page), 'throw 1')
        await runEdited(page)
        await eventually(() => redTexts(page)).toHaveLength(1)
      },
      { path: `${link}&edit=SessionInit%3A%20pushFront` },
    ))
})
