/** Tests what the engines report of a store: its list, its map and its handles. */
import { describe, expect, it } from 'vitest'
import { openOriginal } from '../src/evidence/original.ts'
import { openEngines, openPort } from '../src/evidence/runs.ts'
import * as time from '../src/time.ts'
import { differences } from '../src/trace/compare.ts'
import {
  EMPTY,
  packages,
  readProvider,
  type Step,
} from '../src/trace/engine.ts'
import { checkSide } from '../src/trace/sides.ts'
import { stepsOn as run } from './steps.ts'

/** More than one read or write of a program can hold. */
const long = 'ア'.repeat(3000)

/** Traces whose expectations both stores meet. */
const traces = {
  'values of several kinds': `h = init a
    h.set "k" "v" => nil
    h.get "k" => "v"
    h.set 1 1.5
    h.get 1 => 1.5
    h.delete "k" => nil
    h.get "k" => nil
    h.id => a
    i = read a
    same h i => true
    j = init b
    same h j => false
    update a
    list => a b
    map => a b`,
  'two providers': `init a
    provider second
    list =>
    init b
    init c
    update b => nil
    list => b c
    provider first
    list => a
    map => a
    provider second
    map => b c
    provider first
    provider first
    list => a`,
  'a map that is not in the order of the list': `init b
    init a
    update b
    list => b a
    map => a b`,
  'a handle with a strange name': `__proto__ = init a
    constructor = init b
    __proto__.id => a
    same __proto__ constructor => false`,
  'a long sid': `init ${long} => ${long}\ninit b\nupdate b\nlist => b ${long}`,
}

describe.each(packages)('on %s', (provider) => {
  const { port, original } = openEngines(provider)

  it.each(Object.entries(traces))('both engines agree: %s', (_, text) => {
    const [ours, theirs] = [run(port, text), run(original, text)]
    for (const [index, step] of ours.entries()) {
      const other = theirs[index] as Step
      const line = `line ${step.line}`
      expect([step.ok, other.ok], line).toEqual([true, true])
      expect(differences(step, other), line).toEqual([])
    }
  })

  it.each([port, original])(
    'names of handles are own keys: $name',
    (engine) => {
      const [step] = run(engine, '__proto__ = init a')
      expect(Object.entries(step?.state.handles ?? {})).toEqual([
        ['__proto__', 1],
      ])
    },
  )

  it.each([port, original])(
    'a pass visits what it looks at: $name',
    (engine) => {
      const [, , , gc] = run(engine, 'init a\ninit b\nwait 11s\ngc 10')
      expect(gc?.state.list).toEqual([])
      expect(gc?.visited).toBe(2)
    },
  )

  it.each([port, original])(
    'a failure at once has no state: $name',
    (engine) => {
      const [failed, next] = run(engine, 'clock 2562047h\nlist')
      expect(failed).toMatchObject({ ok: false, state: EMPTY, visited: 0 })
      expect(EMPTY).toEqual({ list: [], orphans: [], astray: {}, handles: {} })
      expect(next?.result).toBeUndefined()
      expect(failed?.error).toBe(
        'ClockError: the wall clock would leave the years 1885 to 2157, in which Go measures ages without it; move it less far',
      )
    },
  )
})

describe.each(Object.values(openEngines()))('on memory, $name', (engine) => {
  it('has the orphans and those whom the map leads to', () => {
    const steps = run(engine, 'init a\ninit a\nupdate a\nmap => a\ndestroy a')
    expect(steps.every(({ ok }) => ok)).toBe(true)
    expect(steps.map(({ state }) => state.orphans)).toEqual([
      [],
      [1],
      [1],
      [1],
      [1],
    ])
  })

  it.each([
    ['-1ns', -1],
    ['-1ms', -1],
    ['-1000001ns', -2],
    ['1ns', 0],
    ['1999999ns', 1],
  ])('rounds stamps down: %s after 1970', (text, stamp) => {
    const steps = run(engine, `clock -946684800s\nclock ${text}\ninit a`)
    expect(steps.at(-1)?.state.list[0]?.stamp).toBe(-946_684_800_000 + stamp)
  })
})

it('on repaired: stamps are whole milliseconds of elapsed time', () => {
  for (const engine of Object.values(openEngines('repaired'))) {
    const steps = run(engine, 'clock 1h\nwait 2999999ns\nh = init a\nh.id')
    expect(steps.at(-1)?.state.list[0]?.stamp, engine.name).toBe(2)
  }
})

it('on repaired: a run puts the monotonic clock back', () => {
  run(openPort('repaired'), 'wait 1000000h\ninit a')
  expect(time.monotonic()).toBeLessThan(3.6e12)
})

it.each(['port', 'original'] as const)(
  'checkSide: says who made no step: %s',
  (side) => {
    const [step] = run(openPort(), 'init a')
    const makers = {
      port: 'the port, which openPort of src/evidence/runs.ts opens',
      original:
        'a program that has shown that it is the original, which openOriginal of src/evidence/original.ts opens',
    }
    expect(() => checkSide(side, [{ ...(step as Step) }])).toThrow(
      `the ${side} did not make the step "init a" that is said to be its own; give only steps of ${makers[side]}`,
    )
  },
)

it('readProvider: knows both stores, and refuses other names', () => {
  expect(packages.map(readProvider)).toEqual(['memory', 'repaired'])
  expect(() => readProvider('redis')).toThrow(
    '--provider: want memory or repaired, got redis',
  )
})

it('the engines have the names of their sides', () => {
  expect([openPort().name, openOriginal().name]).toEqual(['port', 'original'])
})

it('the program that runs traces writes nothing to the console', () => {
  const said: unknown[] = []
  const { log } = console
  console.log = (...texts) => void said.push(texts)
  try {
    run(openOriginal(), 'init a')
  } finally {
    console.log = log
  }
  expect(said).toEqual([])
})
