/** Plants differences for the hunt: each is found, and made small. */
import { describe, expect, it } from 'vitest'
import { openEngines } from '../src/evidence/runs.ts'
import { hunt } from '../src/soak/hunt.ts'
import type { Engine, Playable, Step } from '../src/trace/engine.ts'
import { parse } from '../src/trace/parse.ts'
import type { Operation } from '../src/trace/trace.ts'
import { seed, tracesOf } from './sampled.ts'
import { type Changed, change } from './steps.ts'

const { port, original } = openEngines()

/** An engine whose steps are changed where a lie says so. */
function lying(
  engine: Engine,
  lie: (step: Step, operation: Operation, at: number) => Changed | undefined,
): Engine {
  const run = (traces: readonly Playable[]) =>
    engine.run(traces).map((steps, index) => {
      const operations = [...(traces[index]?.operations ?? [])]
      for (const [at, step] of steps.entries()) {
        const operation = operations[at]
        const changed = operation && lie(step, operation, at)
        if (changed) change(step, changed)
      }
      return steps
    })
  return { ...engine, run }
}

/** On each side a difference in a step; `differences` finds all others. */
const planted: readonly [string, 0 | 1, string, (step: Step) => Changed][] = [
  [
    'port about a result',
    0,
    'and more',
    ({ result }) => ({ result: `${result} and more` }),
  ],
  [
    'original about the order of the list',
    1,
    '',
    ({ state }) => ({ state: { list: state.list.toReversed() } }),
  ],
  ['original about the visited', 1, 'visited: -7', () => ({ visited: -7 })],
]

/** Few traces at a time, so that the tests are fast. */
const batch = 20
const few = { operations: 2000, seed, batch }

it.each(planted)('hunt: a lie of the %s is found', (_, side, said, lie) => {
  const engines: [Engine, Engine] = [port, original]
  engines[side] = lying(engines[side], (step) =>
    step.state.list.length > 1 ? lie(step) : undefined,
  )
  const { found = '' } = hunt(engines, few)
  // Two sessions are the fewest that show it.
  expect(parse(found).operations).toHaveLength(2)
  expect(found.match(/^# /gm)).toHaveLength(3)
  const shown = engines.map((engine) => engine.run([parse(found)])[0]?.at(-1))
  expect(shown[0]).not.toEqual(shown[1])
  // Each side is shown with its own step.
  const [, ...lines] = found.match(/^# .*$/gm) ?? []
  for (const [index, { name }] of engines.entries()) {
    expect(lines[index]).toMatch(`# ${name}: `)
    if (said) expect(lines[index]?.includes(said)).toBe(index === side)
  }
})

const [first = [], second = []] = tracesOf(2, batch)
const countOf = (traces: typeof first) =>
  traces.reduce((sum, { operations }) => sum + operations.length, 0)

/** The number of the last trace that has an operation, from 1. */
const lastIn = (traces: typeof first) =>
  traces.findLastIndex(({ operations }) => operations.length > 0) + 1

describe('hunt: where a difference is', () => {
  it('in the first operation of a trace, it is found', () => {
    const lie = lying(port, (_, __, at) =>
      at === 0 ? { visited: -1 } : undefined,
    )
    const { found = '' } = hunt([lie, original], few)
    expect(parse(found).operations).toHaveLength(1)
  })

  it.each([
    ['the last trace of a batch', lastIn(first), 0],
    [
      'the last trace of the last batch',
      first.length + lastIn(second),
      countOf(first),
    ],
  ])('in the last operation of %s, it is found', (_, place, before) => {
    let ran = 0
    // From that trace on, so that what is found can be made small.
    const late = {
      ...port,
      run: (traces: readonly Playable[]) => {
        const all = port.run(traces)
        const last = all[0]?.at(-1)
        if (++ran >= place && last) change(last, { visited: -1 })
        return all
      },
    }
    const operations = countOf(first) + countOf(second)
    const hunted = hunt([late, original], { operations, seed, batch })
    expect(hunted.operations).toBe(before)
    expect(hunted.found).toContain('# the engines differ in visited')
  })
})

it.each([
  ['the port', 0, 'one more'],
  ['the port', 0, 'one less'],
  ['the original', 1, 'one more'],
  ['the original', 1, 'one less'],
] as const)('hunt: if %s (%i) makes %s step, it is found', (_, side, lie) => {
  const engines: [Engine, Engine] = [port, original]
  const engine = engines[side]
  const run = (traces: readonly Playable[]) =>
    engine
      .run(traces)
      .map((steps) =>
        lie === 'one less'
          ? steps.slice(0, -1)
          : [...steps, ...steps.slice(-1)],
      )
  engines[side] = { ...engine, run }
  expect(hunt(engines, few).found).toBeDefined()
})

it.each([
  ['the port', [port]],
  ['the original', [original]],
  ['both', [port, original]],
])('hunt: if %s makes no step, it is found', (_, silent) => {
  const of = (engine: Engine) => {
    const run = (traces: readonly Playable[]) => traces.map(() => [])
    return silent.includes(engine) ? { ...engine, run } : engine
  }
  const { found = '' } = hunt([of(port), of(original)], few)
  expect(parse(found).operations).toHaveLength(1)
})

it('hunt: if the original leaves out the last trace, it is found', () => {
  const run = (traces: readonly Playable[]) =>
    original.run(traces).slice(0, Math.max(1, traces.length - 1))
  expect(hunt([port, { ...original, run }], few).found).toBeDefined()
})

describe('hunt: counts', () => {
  it('the operations that were run, and no others', () => {
    const told: number[] = []
    const onProgress = (count: number) => void told.push(count)
    const wanted = countOf(first) + 1
    const ran = hunt([port, original], {
      ...{ operations: wanted, seed, batch, onProgress },
    })
    const both = [countOf(first), countOf(first) + countOf(second)]
    expect(told).toEqual(both)
    expect(ran).toEqual({ operations: both[1] })
  })

  it('no batch that it did not need', () => {
    const ran = hunt([port, original], {
      operations: countOf(first),
      seed,
      batch,
    })
    expect(ran.operations).toBe(countOf(first))
  })

  it('each operation runs on both engines', () => {
    const ran = { port: 0, original: 0 }
    const counting = (engine: Engine): Engine =>
      lying(engine, () => {
        ran[engine.name]++
        return undefined
      })
    const { operations } = hunt([counting(port), counting(original)], {
      ...{ operations: 1, seed, batch },
    })
    expect(ran).toEqual({ port: operations, original: operations })
  })
})

it('shrink: the smallest trace has no operation that it can lose', () => {
  const lied = lying(port, (step, { name }) =>
    name === 'gc' && step.state.list.some(({ values }) => values.length > 0)
      ? { error: 'broken' }
      : undefined,
  )
  const { found = '' } = hunt([lied, original], few)
  const { operations } = parse(found)
  // A session, a value in it, and the pass: `init` and `read` both make one.
  const [, ...rest] = operations.map(({ name }) => name)
  expect(rest).toEqual(['set', 'gc'])
})
