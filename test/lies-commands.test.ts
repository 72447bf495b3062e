/** Lies to `npm run trace`: what it prints, how it ends. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import * as reading from '../src/cmd/read-text.ts'
import { parse } from '../src/trace/parse.ts'
import { newFolder } from './folder.ts'
import {
  ended,
  impostor,
  lying,
  type Opened,
  said,
  silent,
  useCommands,
} from './lying.ts'
import { type Changed, change } from './steps.ts'

useCommands()

const files = ['gc-idempotent', 'gc-empty'].map(
  (id) => `test/claims/${id}.trace`,
)
const operations = files.flatMap(
  (file) => parse(readFileSync(file, 'utf8')).operations,
)
const expected = operations.filter((each) => each.expected)
const both = `${operations.length} operations, ${expected.length} expectations\n`

const silences: [keyof Opened, number][] = [
  ['port', 0],
  ['port', 2],
  ['original', 0],
  ['original', 2],
]
const lies: [string, keyof Opened, number, Changed][] = (
  ['port', 'original'] as const
).flatMap((side) => [
  ['the first step fails', side, 0, { ok: false }],
  ['the second step fails', side, 1, { ok: false }],
  ['the first step differs', side, 0, { visited: -1 }],
  ['the second step differs', side, 1, { visited: -1 }],
])

describe('npm run trace', () => {
  it('lies: none is told', async () => {
    expect(await ended('trace', files)).toBe(0)
    expect(said.join('')).not.toContain('✗')
    expect(said.at(-1)).toBe(`2 of 2 traces good on port and original: ${both}`)
  })

  it.each(['port', 'original'])('lies: none on the %s alone', async (name) => {
    const args = ['--engine', name, ...files]
    expect(await ended('trace', args)).toBe(0)
    expect(said.at(-1)).toBe(`2 of 2 traces good on ${name}: ${both}`)
  })

  it.each(silences)('lies: the %s makes no step from the %i', async (...of) => {
    const open = () => silent(...of)
    expect(await ended('trace', files, { open })).toBe(1)
    expect(said.at(-1)).toMatch(/^0 of 2 traces good on port and original: /)
  })

  it.each(lies)('lies: %s on the %s', async (_, side, at, changed) => {
    const lie = () =>
      lying(side, (step, index) => {
        if (index === at) change(step, changed)
      })
    expect(await ended('trace', files, { open: lie })).toBe(1)
    expect(said.join('')).toContain('✗')
    expect(said.at(-1)).toMatch(/^1 of 2 traces good on port and original: /)
    expect(await ended('trace', ['--json', ...files], { open: lie })).toBe(1)
    const { ok, traces } = JSON.parse(said.join(''))
    expect([ok, ...traces.map((each: { ok: boolean }) => each.ok)]).toEqual([
      false,
      false,
      true,
    ])
    const [{ operations }] = traces
    expect(operations[at].differs).toEqual('ok' in changed ? [] : ['visited'])
    expect(operations[at][side]).toMatchObject(changed)
  })

  it.each(['--json', '--engine=original'])(
    'lies: the port says that it is the original, with %s',
    async (option) => {
      expect(await ended('trace', [option, ...files], { open: impostor })).toBe(
        2,
      )
      expect(said.join('')).toContain('trace: the original did not make')
    },
  )
})

describe('npm run trace -- FILE', () => {
  const file = join(newFolder('traces'), 'own.trace')

  it.each([
    ['no operation', '# It holds\n', 2],
    ['a last line that is none', 'init ana => ana\nlost ana\n', 2],
    ['an expectation that is met', 'init ana => ana\n', 0],
    ['one that is not met', 'init ana => bo\n', 1],
  ])('lies: a trace with %s', async (_, text, code) => {
    writeFileSync(file, text)
    expect(await ended('trace', [file])).toBe(code)
    // Nothing runs unless all files can be read.
    const both = [...files, file, 'no-such.trace']
    expect(await ended('trace', both)).toBe(2)
    expect(said.join('')).not.toContain('list:')
  })

  it.each([
    ['that is no trace', 'init ana => ana\nlost ana\n', 2],
    ['that is met', 'init ana => ana\n', 0],
    ['that is not met', 'init ana => bo\n', 1],
  ])('lies: an input %s', async (_, text, code) => {
    const readText = () => ({ text, bytes: text.length })
    const modules = { 'cmd/read-text.ts': { ...reading, readText } }
    expect(await ended('trace', ['-'], { modules })).toBe(code)
  })

  const args = ['port', 'original', ''].flatMap((engine) =>
    ['memory', 'repaired'].map((store) => [engine, store] as const),
  )
  it.each(args)('lies: %s runs the store %s', async (engine, store) => {
    // The repaired store ends the first session of an id that is taken.
    writeFileSync(file, 'init a\ninit a\nlist => a\n')
    const on = engine ? ['--engine', engine] : []
    const all = ['--provider', store, ...on, file]
    const code = await ended('trace', all)
    expect(code).toBe(store === 'repaired' ? 0 : 1)
  })

  it('lies: of a large state, each engine shows what it has changed', async () => {
    const sids = Array.from({ length: 25 }, (_, index) => `s${index}`)
    writeFileSync(file, sids.map((sid) => `init ${sid}\n`).join(''))
    const shown = []
    for (const engine of ['port', 'original']) {
      await ended('trace', ['--engine', engine, file])
      shown.push(said.slice(0, -1))
    }
    expect(shown[1]).toEqual(shown[0])
    expect(shown[0]?.join('')).toContain('list: 25 sessions, + s24@0 at 24 |')
  })
})
