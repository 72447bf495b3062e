/** Tests that hostile code in the playground ends, and changes no verdict. */
import { beforeAll, expect, test } from 'vitest'
import { presets } from '../../src/playground/presets.ts'
import {
  codeEditor,
  eventually,
  foreignRequests,
  openPort,
  paste,
  play,
  portCode,
  runAll,
  runEdited,
  shownRows,
} from './playground.ts'
import { allHold, choose, verdictsOf } from './playground-edits.ts'

let code = ''

beforeAll(async () => {
  code = await portCode()
})

/** Puts code before the line that makes the values of a session, or after it. */
const before = (text: string) => (port: string) =>
  port.replace(/const v = new Map.*/, `${text}\n    $&`)
const after = (text: string) => (port: string) =>
  port.replace(/const v = new Map.*/, `$&\n    ${text}`)

/** Code that is put before or into the port, and what the page must say. */
const hostile: Readonly<
  Record<string, [string | ((port: string) => string), RegExp]>
> = {
  'an endless loop': ['for(;;){}', /does not end/],
  'a loop over memory': [
    'const a: any[] = []; while (true) a.push(a)',
    /does not end|ended with an error/,
  ],
  'an exception': [
    `throw new Error('<b>no</b>')`,
    /memory\.ts:1: Error: <b>no<\/b>/,
  ],
  'deep recursion': ['const f = (): any => f(); f()', /RangeError/],
  'a message to the page': [
    `postMessage({ kind: 'done' })`,
    /cannot be loaded/,
  ],
  'a new postMessage': [
    'MessagePort.prototype.postMessage = () => {}',
    /cannot be loaded/,
  ],
  'new built-ins': ['Array.prototype.map = () => []', /cannot be loaded/],
  'a new Map': ['(globalThis as any).Map = class {}', /cannot be loaded/],
  'a handler of messages': [
    '(globalThis as any).onmessage = () => {}',
    /cannot be loaded/,
  ],
  'a request': [`fetch('https://example.org/')`, /cannot be loaded/],
  'an import': [`import x from 'https://example.org/'; x()`, /has no module/],
  'a timer with a text': [
    `setTimeout('1' as any)`,
    /setTimeout takes a function/,
  ],
  'the end of the worker': ['close()', /cannot be loaded/],
  'no port': [() => 'export const nothing = 1', /\b0 of 39/],
  'an endless operation': [before('for (;;) {}'), /does not end/],
}

test('hostile code ends as it must, and the page stays usable and true', () =>
  play(async (page) => {
    const foreign = foreignRequests(page)
    await openPort(page)
    for (const [what, [edit, said]] of Object.entries(hostile)) {
      const edited = typeof edit === 'string' ? `${edit}\n${code}` : edit(code)
      await paste(codeEditor(page), edited)
      const shown = await runAll(page)
      expect(Object.values(shown), what).not.toContain('holds')
      const text = await page.locator('.claims-run').innerText()
      expect(text, what).toMatch(said)
      expect(await page.locator('.claims-run b').count()).toBe(0)
      await choose(page, '')
      expect(await runAll(page), what).toEqual(allHold)
    }
    expect(foreign()).toEqual([])
  }))

const harmless: Readonly<Record<string, string>> = {
  globals: `(globalThis as any).judge = () => ({ ok: true })`,
  'work after its end': `(async () => { for (;;) await 0 })()`,
  'frozen built-ins': `Object.freeze(Object.prototype)`,
  listeners: `addEventListener('message', (e) => e.stopPropagation())`,
}

test('what hostile code changes around itself does not change a verdict', () =>
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
      expect(await runAll(page), what).toEqual(allHold)
      await runEdited(page)
      await eventually(() => page.locator('.summary li').count(), what).toBe(4)
      const wrong = page.locator(
        '.summary [data-good=false], .steps tr.differs',
      )
      expect(await wrong.allTextContents(), what).toEqual([])
    }
  }))

const bars = "'|'.repeat(10_000_000)"
test.each<[string, (port: string) => string]>([
  ['an error of 10 million characters', before(`throw new Error(${bars})`)],
  ['an error of 300 million characters', before(`throw ${bars}.repeat(30)`)],
  ['code that throws as much', (port) => `throw new Error(${bars})\n${port}`],
  [
    'a result of 10 million characters',
    (port) => port.replace(/return this\.sid/, `return ${bars}`),
  ],
  ['an id of 10 million characters', before(`sid += ${bars}`)],
  [
    'a session with 30,000 values',
    after('for (let n = 0; n < 30_000; n++) v.set(n, n)'),
  ],
  [
    'a session whose values never end',
    after('v[Symbol.iterator] = function* () { for (;;) yield [1, 1] } as any'),
  ],
  ['an error without a text', before('throw { toString: 1 }')],
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
    await paste(codeEditor(page), before('for (;;) {}')(code))
    await eventually(() => page.locator('.summary').innerText()).toContain(
      'The operation in line 3, init ana, does not end',
    )
    await page.locator('.result-side .edited button').click()
    await eventually(() =>
      page.locator('.summary [data-good=false]').count(),
    ).toBe(0)
    expect((await shownRows(page)).length).toBeGreaterThan(5)
  }))
