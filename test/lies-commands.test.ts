/** Lies to `npm run trace` and `npm run soak`: what they print, how they end. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import * as reading from '../src/cmd/read-text.ts'
import { openCopy } from '../src/evidence/edits.ts'
import * as runs from '../src/evidence/runs.ts'
import * as hunting from '../src/soak/hunt.ts'
import type { Playable, Step } from '../src/trace/engine.ts'
import * as engines from '../src/trace/engine.ts'
import * as identity from '../src/trace/identity.ts'
import { parse } from '../src/trace/parse.ts'
import * as printing from '../src/trace/print.ts'
import * as sides from '../src/trace/sides.ts'
import { newFolder } from './folder.ts'
import { type Changed, change } from './steps.ts'

type Opened = ReturnType<typeof runs.openEngines>

/** What a lie does with a step, of which the index counts from 0. */
type Lie = (step: Step, index: number) => void

/** Engines of which one lies. */
function lying(side: keyof Opened, lie: Lie): Opened {
  const { port, original } = runs.openEngines()
  let index = 0
  const told = (step: Step) => {
    lie(step, index++)
    return step
  }
  if (side === 'original') {
    const play: Opened['original']['play'] = (traces, take) =>
      original.play(traces, (step, at) => take(told(step), at))
    const { run } = engines.engineOf('original', play)
    return { port, original: { ...original, play, run } }
  }
  function* steps(trace: Playable) {
    for (const step of port.steps(trace)) yield told(step)
  }
  const run: Opened['port']['run'] = (traces) =>
    traces.map((trace) => [...steps(trace)])
  return { port: { ...port, steps, run }, original }
}

/** Engines of which one makes no steps of a trace from an index on. */
function silent(side: keyof Opened, from: number): Opened {
  const { port, original } = runs.openEngines()
  const first = (trace: Playable) => ({
    operations: [...trace.operations].slice(0, from),
  })
  if (side === 'original') {
    const play: Opened['original']['play'] = (traces, take) =>
      original.play(traces.map(first), take)
    return { port, original: { ...original, play } }
  }
  function* steps(trace: Playable) {
    let made = 0
    for (const step of port.steps(trace)) {
      if (made++ === from) return
      yield step
    }
  }
  return { port: { ...port, steps }, original }
}

/** Few traces at a time, so that the tests are fast. */
const hunt: typeof hunting.hunt = (engines, options) =>
  hunting.hunt(engines, { ...options, batch: 2 })

/** The port, which says that it is the original. */
function impostor(): Opened {
  const { port } = runs.openEngines()
  return { port, original: { ...port, name: 'original' } }
}

let said: string[]
const exit = new Error('the program has ended')

/** Runs a program of src/cmd/ with these engines. Returns its exit code. */
async function ended(
  program: string,
  args: readonly string[],
  openEngines: typeof runs.openEngines,
  hunted = hunt,
  given: Readonly<Record<string, object>> = {},
): Promise<typeof process.exitCode> {
  process.argv = ['node', program, ...args]
  const write = Object.assign((text: string) => said.push(text), { end() {} })
  const { load } = openCopy([], {
    'cmd/output.ts': { write },
    'evidence/runs.ts': { ...runs, openEngines },
    'soak/hunt.ts': { hunt: hunted },
    'trace/engine.ts': engines,
    'trace/identity.ts': identity,
    'trace/print.ts': printing,
    'trace/sides.ts': sides,
    ...given,
  })
  try {
    await load(`cmd/${program}.ts`)
  } catch (thrown) {
    if (thrown !== exit) throw thrown
  }
  return process.exitCode
}

const { argv, exitCode } = process
beforeEach(() => {
  said = []
  process.exitCode = undefined
  for (const name of ['log', 'error'] as const) {
    vi.spyOn(console, name).mockImplementation((text) => said.push(text))
  }
  vi.spyOn(process, 'exit').mockImplementation((code) => {
    process.exitCode = code ?? 0
    throw exit
  })
})
afterEach(() => {
  Object.assign(process, { argv })
  process.exitCode = exitCode
  vi.restoreAllMocks()
})

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
    expect(await ended('trace', files, runs.openEngines)).toBe(0)
    expect(said.join('')).not.toContain('✗')
    expect(said.at(-1)).toBe(`2 of 2 traces good on port and original: ${both}`)
  })

  it.each(['port', 'original'])('lies: none on the %s alone', async (name) => {
    const args = ['--engine', name, ...files]
    expect(await ended('trace', args, runs.openEngines)).toBe(0)
    expect(said.at(-1)).toBe(`2 of 2 traces good on ${name}: ${both}`)
  })

  it.each(silences)('lies: the %s makes no step from the %i', async (...of) => {
    const open = () => silent(...of)
    expect(await ended('trace', files, open)).toBe(1)
    expect(said.at(-1)).toMatch(/^0 of 2 traces good on port and original: /)
  })

  it.each(lies)('lies: %s on the %s', async (_, side, at, changed) => {
    const lie = () =>
      lying(side, (step, index) => {
        if (index === at) change(step, changed)
      })
    expect(await ended('trace', files, lie)).toBe(1)
    expect(said.join('')).toContain('✗')
    expect(said.at(-1)).toMatch(/^1 of 2 traces good on port and original: /)
    said = []
    expect(await ended('trace', ['--json', ...files], lie)).toBe(1)
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
      expect(await ended('trace', [option, ...files], impostor)).toBe(2)
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
    expect(await ended('trace', [file], runs.openEngines)).toBe(code)
    // Nothing runs unless all files can be read.
    const both = [...files, file, 'no-such.trace']
    said = []
    expect(await ended('trace', both, runs.openEngines)).toBe(2)
    expect(said.join('')).not.toContain('list:')
  })

  it.each([
    ['that is no trace', 'init ana => ana\nlost ana\n', 2],
    ['that is met', 'init ana => ana\n', 0],
    ['that is not met', 'init ana => bo\n', 1],
  ])('lies: an input %s', async (_, text, code) => {
    const readText = () => ({ text, bytes: text.length })
    const given = { 'cmd/read-text.ts': { ...reading, readText } }
    const open = runs.openEngines
    expect(await ended('trace', ['-'], open, hunt, given)).toBe(code)
  })

  const args = ['port', 'original', ''].flatMap((engine) =>
    ['memory', 'repaired'].map((store) => [engine, store] as const),
  )
  it.each(args)('lies: %s runs the store %s', async (engine, store) => {
    // The repaired store ends the first session of an id that is taken.
    writeFileSync(file, 'init a\ninit a\nlist => a\n')
    const on = engine ? ['--engine', engine] : []
    const all = ['--provider', store, ...on, file]
    const code = await ended('trace', all, runs.openEngines)
    expect(code).toBe(store === 'repaired' ? 0 : 1)
  })

  it('lies: of a large state, each engine shows what it has changed', async () => {
    const sids = Array.from({ length: 25 }, (_, index) => `s${index}`)
    writeFileSync(file, sids.map((sid) => `init ${sid}\n`).join(''))
    const shown = []
    for (const engine of ['port', 'original']) {
      said = []
      await ended('trace', ['--engine', engine, file], runs.openEngines)
      shown.push(said.slice(0, -1))
    }
    expect(shown[1]).toEqual(shown[0])
    expect(shown[0]?.join('')).toContain('list: 25 sessions, + s24@0 at 24 |')
  })
})

describe('npm run soak', () => {
  const few = ['--ops', '50', '--seed', '1']

  it('lies: none is told', async () => {
    expect(await ended('soak', few, runs.openEngines)).toBeUndefined()
    expect(said.join('\n')).toMatch(/^\d+ operations on both engines, seed 1, /)
    expect(said).toHaveLength(1)
  })

  it.each<[string, hunting.Hunted, number | undefined]>([
    ['no difference', { operations: 123 }, undefined],
    ['a difference', { operations: 123, found: 'init a' }, 1],
    ['a difference that has no text', { operations: 123, found: '' }, 1],
  ])('lies: after %s', async (_, hunted, code) => {
    const asked: hunting.HuntOptions[] = []
    const args = ['--ops', '60', '--seed', '7']
    const ran = await ended('soak', args, runs.openEngines, (_, options) => {
      asked.push(options)
      return hunted
    })
    expect(ran).toBe(code)
    expect(asked).toMatchObject([{ operations: 60, seed: 7 }])
    expect(said[0]).toMatch(/^123 operations on both engines, seed 7, /)
    expect(said.length > 1).toBe(code === 1)
  })

  it.each(['memory', 'repaired'])('lies: on the store %s', async (store) => {
    // Only the engines of that store lie.
    const open: typeof runs.openEngines = (provider) =>
      provider === store
        ? lying('port', (step) => change(step, { visited: -1 }))
        : runs.openEngines(provider)
    expect(await ended('soak', [...few, '--provider', store], open)).toBe(1)
    expect(said.join('\n')).toContain('The engines differ on this trace:')
  })

  it('lies: the port says that it is the original', async () => {
    expect(await ended('soak', few, impostor)).toBe(2)
    expect(said.join('\n')).toContain('soak: the original did not make')
  })
})

const [file = ''] = files

it.each<[string, string[]]>([
  ['trace', []],
  ['trace', ['--engine=ports', file]],
  ['trace', ['--engine=', file]],
  ['trace', ['--provider=no', file]],
  ['trace', ['--ok', file]],
  ...['0', '-5', '10x', '1.5', ''].map((n): [string, string[]] => [
    'soak',
    [`--ops=${n}`],
  ]),
  ...['', 'x', '1.5', '4294967296'].map((n): [string, string[]] => [
    'soak',
    ['--ops=9', `--seed=${n}`],
  ]),
  ['soak', ['--provider=no']],
  ['soak', ['9']],
])('lies: npm run %s -- %j runs nothing', async (program, args) => {
  expect(await ended(program, args, runs.openEngines)).toBe(2)
  expect(said).toHaveLength(1)
  expect(said[0]).toContain(`\nusage: npm run ${program} `)
})

it.each(['memory', 'repaired'])(
  'lies: a link names the store %s',
  async (store) => {
    const linkLine = (trace: string, on: string) => `${on}: ${trace}`
    const given = { 'cmd/link.ts': { linkLine } }
    const hunted = () => ({ operations: 9, found: 'init a' })
    const ran = (program: string, args: string[]) =>
      ended(
        program,
        [...args, '--provider', store],
        runs.openEngines,
        hunted,
        given,
      )
    await ran('soak', [])
    expect(said.at(-1)).toBe(`\n${store}: init a`)
    await ran('trace', [file])
    expect(said.join('')).toContain(`${store}: ${readFileSync(file, 'utf8')}`)
  },
)
