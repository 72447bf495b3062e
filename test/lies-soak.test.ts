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

/** The parts of a first entry of a list, each with another value. */
const entries: Record<string, object> = {
  number: { number: 99 },
  sid: { sid: 'other' },
  stamp: { stamp: -12_345 },
  values: { values: [['other', 1]] },
}

/** A difference in each part of a step with a session. */
const planted: Record<string, (step: Step) => Changed> = {
  result: ({ result }) => ({ result: `${result} and more` }),
  error: () => ({ error: 'broken' }),
  visited: ({ visited }) => ({ visited: visited + 1 }),
  orphans: ({ state }) => ({ state: { orphans: [...state.orphans, 99] } }),
  astray: ({ state }) => ({ state: { astray: { ...state.astray, z: 99 } } }),
  handles: ({ state }) => ({ state: { handles: { ...state.handles, z: 99 } } }),
  'the length of the list': ({ state }) => ({
    state: { list: state.list.slice(1) },
  }),
  'the order of the list': ({ state }) => ({
    state: { list: state.list.toReversed() },
  }),
  ...Object.fromEntries(
    Object.entries(entries).map(([name, entry]) => [
      `the ${name} of an entry`,
      ({ state: { list } }: Step) => ({
        state: {
          list: list.map((each, i) => (i === 1 ? { ...each, ...entry } : each)),
        },
      }),
    ]),
  ),
}

const few = { operations: 2000, seed }

describe.each([
  ['port', 0],
  ['original', 1],
] as const)('hunt: a lie of the %s', (_, side) => {
  it.each(Object.entries(planted))('about %s is found', (_, lie) => {
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
  })
})

const [first = [], second = []] = tracesOf(2)
const countOf = (traces: typeof first) =>
  traces.reduce((sum, { operations }) => sum + operations.length, 0)

describe('hunt: where a difference is', () => {
  it('in the first operation of a trace, it is found', () => {
    const lie = lying(port, (_, __, at) =>
      at === 0 ? { visited: -1 } : undefined,
    )
    const { found = '' } = hunt([lie, original], few)
    expect(parse(found).operations).toHaveLength(1)
  })

  it.each([
    ['the first trace', first[0]],
    ['the last trace of a batch', first.at(-1)],
    ['the last trace of the last batch', second.at(-1)],
  ])('in the last operation of %s, it is found', (_, trace) => {
    const last = trace?.operations.at(-1)
    const texts = JSON.stringify(trace?.operations.map(({ text }) => text))
    // Each engine tells the lie for this one trace, and no other.
    const lies = (traces: readonly Playable[]) =>
      port.run(traces).map((steps) => {
        const own = JSON.stringify(steps.map(({ text }) => text))
        if (own === texts) change(steps.at(-1), { visited: -1 })
        return steps
      })
    const all = countOf(first) + countOf(second)
    const engines: [Engine, Engine] = [{ ...port, run: lies }, original]
    const { found } = hunt(engines, { operations: all, seed })
    expect(found).toContain(last?.text)
    expect(found).toContain('# the engines differ in visited')
    expect(found?.split('\n').at(-1)).toMatch(/^# original: .*visited: \d+$/)
  })
})

describe('hunt: counts', () => {
  it('the operations that were run, and no others', () => {
    const told: number[] = []
    const onProgress = (count: number) => void told.push(count)
    const wanted = countOf(first) + 1
    const ran = hunt([port, original], {
      ...{ operations: wanted, seed, onProgress },
    })
    const both = [countOf(first), countOf(first) + countOf(second)]
    expect(told).toEqual(both)
    expect(ran).toEqual({ operations: both[1] })
  })

  it('no batch that it did not need', () => {
    const ran = hunt([port, original], { operations: countOf(first), seed })
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
      ...{ operations: 1, seed },
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
