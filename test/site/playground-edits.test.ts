/** Tests what edited ports do in the playground: presets, and hostile code. */
import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Edit } from '../../src/evidence/edit.ts'
import { loadPort } from '../../src/evidence/edits.ts'
import { MOST_READS } from '../../src/playground/limits.ts'
import { presets } from '../../src/playground/presets.ts'
import { compareSteps } from '../../src/playground/verdicts.ts'
import * as memory from '../../src/providers/memory.ts'
import * as time from '../../src/time.ts'
import type { Step } from '../../src/trace/engine.ts'
import { portEngine } from '../../src/trace/port.ts'
import type { Port } from '../../src/trace/subject.ts'
import {
  codeEditor,
  eventually,
  foreignRequests,
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

/** The steps of each trace in Node; none if the port throws. */
function stepsOf(port: Port, some = traced): (readonly Step[])[] {
  const engine = portEngine(port, { maxReads: MOST_READS })
  return some.map(({ trace }) => {
    try {
      return engine.run([trace])[0] ?? []
    } catch {
      return []
    }
  })
}

const reference = stepsOf({ memory, time })

/** What Node says of each claim's trace on an edited port. */
async function verdictsOf(
  edits: readonly Edit[],
): Promise<Record<string, string>> {
  const verdicts: Record<string, string> = {}
  for (const [i, one] of traced.entries()) {
    // As in the page, each trace has a copy of its own.
    const [own = []] = stepsOf(await loadPort(edits), [one])
    const shown = compareSteps(own, reference[i] ?? [], true)
    verdicts[one.id] = own.length === 0 ? 'fails' : shown.verdict
  }
  return verdicts
}

const all = (verdict: string) =>
  Object.fromEntries(traced.map(({ id }) => [id, verdict]))

/** The text of the port as the editor shows it first. */
let code = ''

beforeAll(async () => {
  code = await portCode()
})

const choose = (page: Page, name: string) =>
  page.locator('.port select').selectOption(name)

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
      expect(await runAll(page)).toEqual(all('holds'))
      // A change of a comment turns nothing red.
      await paste(codeEditor(page), code.replace('// gc', '// the list'))
      expect(await page.locator('.port select').inputValue()).toBe('own')
      expect(await runAll(page)).toEqual(all('holds'))
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

/** Code that is put before or into the port, and what the page must say. */
const hostile: readonly [
  what: string,
  edit: (code: string) => string,
  RegExp,
][] = [
  ['an endless loop', (c) => `for(;;){}\n${c}`, /does not end/],
  [
    'a loop over memory',
    (c) => `const a: any[] = []; while (true) a.push(a)\n${c}`,
    /does not end|ended with an error/,
  ],
  [
    'an exception',
    (c) => `throw new Error('<b>no</b>')\n${c}`,
    /memory\.ts:1: Error: <b>no<\/b>/,
  ],
  [
    'deep recursion',
    (c) => `const f = (): any => f(); f()\n${c}`,
    /RangeError/,
  ],
  [
    'a message to the page',
    (c) => `postMessage({ kind: 'done' })\n${c}`,
    /cannot be loaded/,
  ],
  [
    'a new postMessage',
    (c) => `MessagePort.prototype.postMessage = () => {}\n${c}`,
    /cannot be loaded/,
  ],
  [
    'new built-ins',
    (c) => `Array.prototype.map = () => []\n${c}`,
    /cannot be loaded/,
  ],
  [
    'a new Map',
    (c) => `(globalThis as any).Map = class {}\n${c}`,
    /cannot be loaded/,
  ],
  [
    'a handler of messages',
    (c) => `(globalThis as any).onmessage = () => {}\n${c}`,
    /cannot be loaded/,
  ],
  [
    'a request',
    (c) => `fetch('https://example.org/')\n${c}`,
    /cannot be loaded/,
  ],
  [
    'an import',
    (c) => `import x from 'https://example.org/'; x()\n${c}`,
    /has no module/,
  ],
  [
    'a timer with a text',
    (c) => `setTimeout('1' as any)\n${c}`,
    /setTimeout takes a function/,
  ],
  ['the end of the worker', (c) => `close()\n${c}`, /cannot be loaded/],
  ['no port', () => 'export const nothing = 1', /\b0 of 39/],
  [
    'an endless operation',
    (c) => c.replace('const v = new Map', 'for (;;) {}\n    const v = new Map'),
    /does not end/,
  ],
]

describe('hostile code in the playground', () => {
  test('ends as it must, and the page stays usable and true', () =>
    play(async (page) => {
      const foreign = foreignRequests(page)
      await openPort(page)
      for (const [what, edit, said] of hostile) {
        await paste(codeEditor(page), edit(code))
        const shown = await runAll(page)
        expect(Object.values(shown), what).not.toContain('holds')
        const text = await page.locator('.claims-run').innerText()
        expect(text, what).toMatch(said)
        expect(await page.locator('.claims-run b').count()).toBe(0)
        await choose(page, '')
        expect(await runAll(page), what).toEqual(all('holds'))
      }
      expect(foreign()).toEqual([])
    }))

  const harmless: Readonly<Record<string, string>> = {
    globals: `(globalThis as any).judge = () => ({ ok: true })`,
    'work after its end': `(async () => { for (;;) await 0 })()`,
    'frozen built-ins': `Object.freeze(Object.prototype)`,
    listeners: `addEventListener('message', (e) => e.stopPropagation())`,
  }

  test('what it changes around itself does not change a verdict', () =>
    play(async (page) => {
      await openPort(page)
      const edited = code.replace('pushBack', 'pushFront')
      const preset = presets.find(({ name }) => name.includes('pushFront'))
      const wanted = await verdictsOf(preset?.edits ?? [])
      for (const [what, before] of Object.entries(harmless)) {
        await paste(codeEditor(page), `${before}\n${edited}`)
        expect(await runAll(page), what).toEqual(wanted)
      }
    }))

  const late: Readonly<Record<string, string>> = {
    'names of errors': `class NoSession extends Error {
        constructor() { super('no'); this.name = 'NoSession'; this.message = 'no' }
      }
      if (new NoSession().name !== 'NoSession') throw 1`,
    'properties with inherited names': `const own: any = {}; own.toString = () => 'own'; own.constructor = 1
      const items: any = []; items.map = 2
      function f(this: any) { this.valueOf = 3 }
      f.prototype.toString = f; (f as any).call = 4; new (f as any)()
      if (\`\${own}\` !== 'own') throw 1`,
    'a timer that throws': `setTimeout(() => { throw new Error('late') })`,
    'a late rejection': `(async () => { await 0; throw new Error('late') })()`,
    'a report of an error': `setTimeout(() => reportError('late'))`,
  }

  test('errors beside the port do not end a run', () =>
    play(async (page) => {
      await openPort(page)
      for (const [what, before] of Object.entries(late)) {
        await choose(page, '')
        await paste(codeEditor(page), `${before}\n${code}`)
        expect(await runAll(page), what).toEqual(all('holds'))
        await runEdited(page)
        await eventually(() => page.locator('.summary li').count(), what).toBe(
          4,
        )
        const wrong = page.locator(
          '.summary [data-good=false], .steps tr.differs',
        )
        expect(await wrong.allTextContents(), what).toEqual([])
      }
    }))

  const bars = "'|'.repeat(10_000_000)"
  test.each<[string, (code: string) => string]>([
    [
      'an error of 10 million characters',
      (c) => c.replace('const v = new Map', `throw new Error(${bars})\n$&`),
    ],
    [
      'an error of 300 million characters',
      (c) => c.replace('const v = new Map', `throw ${bars}.repeat(30)\n$&`),
    ],
    ['code that throws as much', (c) => `throw new Error(${bars})\n${c}`],
    [
      'a result of 10 million characters',
      (c) => c.replace(/return this\.sid/, `return ${bars}`),
    ],
    [
      'an id of 10 million characters',
      (c) => c.replace('const v = new Map', `sid += ${bars}\n    $&`),
    ],
    [
      'a session with 30,000 values',
      (c) =>
        c.replace(
          /const v = new Map.*/,
          `$&\n    for (let n = 0; n < 30_000; n++) v.set(n, n)`,
        ),
    ],
    [
      'a session whose values never end',
      (c) =>
        c.replace(
          /const v = new Map.*/,
          `$&\n    v[Symbol.iterator] = function* () { for (;;) yield [1, 1] } as any`,
        ),
    ],
    [
      'an error without a text',
      (c) => c.replace('const v = new Map', 'throw { toString: 1 }\n    $&'),
    ],
  ])('%s: the page makes only what is seen', (_, edit) =>
    play(async (page) => {
      await openPort(page)
      expect(edit(code)).not.toBe(code)
      await paste(codeEditor(page), edit(code))
      await runEdited(page)
      // Something is not as on the unedited port.
      await page
        .locator('.steps tr.differs, .summary [data-good=false]')
        .first()
        .waitFor()
      const size = await page.evaluate(() => document.body.innerHTML.length)
      expect(size).toBeLessThan(1_000_000)
      await page.locator('.result-side .edited button').click()
      await eventually(() => page.locator('.steps tr.differs').count()).toBe(0)
    }),
  )

  test('an endless operation is named, and the page runs on', () =>
    play(async (page) => {
      await openPort(page)
      const endless = code.replace(
        'const v = new Map',
        'for (;;) {}\n    const v = new Map',
      )
      await paste(codeEditor(page), endless)
      await eventually(() => page.locator('.summary').innerText()).toContain(
        'The operation in line 3, init ana, does not end',
      )
      await page.locator('.result-side .edited button').click()
      await eventually(() =>
        page.locator('.summary [data-good=false]').count(),
      ).toBe(0)
      expect((await shownRows(page)).length).toBeGreaterThan(5)
    }))
})
