/** Lies about how a trace ran: each is told here, and seen to fail. */
import { describe, expect, it } from 'vitest'
import { outcomeOn, problemsOfRun } from '../src/evidence/judge-run.ts'
import {
  claimsOnRepaired,
  runsOnRepaired,
} from '../src/evidence/repaired-claims.ts'
import { openEngines, runTraces } from '../src/evidence/runs.ts'
import { type Side, sides } from '../src/evidence/verdict-types.ts'
import { openProject } from '../src/project/project.ts'
import { differences } from '../src/trace/compare.ts'
import type { Playable } from '../src/trace/engine.ts'
import { parse } from '../src/trace/parse.ts'
import { isGood } from '../src/trace/print.ts'
import { change, changes, runOf, stepsOn } from './steps.ts'

const trace = parse('h = init a\nh.set "k" 1\nh.id')
/** More operations than any claim's trace has. */
const long = parse('destroy a\n'.repeat(1500))

/** What a run shows on the port and on the original, and why. */
function judged(lie: (run: ReturnType<typeof runOf>) => void) {
  const run = runOf(trace)
  lie(run)
  const problems = problemsOfRun(run)
  const of = (side: Side) => outcomeOn(side, { ...run, problems })
  return { shown: sides.map(of), problems }
}

describe('a run', () => {
  it('holds on both sides if nothing is changed', () => {
    const { shown, problems } = judged(() => {})
    expect(shown).toEqual(['holds', 'holds'])
    expect(problems).toEqual([])
  })

  it.each([0, 1, 2])('fails on the side whose step %i fails', (at) => {
    for (const side of sides) {
      const { shown, problems } = judged((run) =>
        change(run[side][at], { ok: false }),
      )
      expect(shown).toEqual(
        sides.map((each) => (each === side ? 'fails' : 'holds')),
      )
      expect(problems).toHaveLength(1)
      expect(problems[0]).toMatchObject({ line: at + 1 })
      expect(problems[0]?.message).toContain(` on the ${side}: expected`)
    }
  })

  it('fails on the side whose last step of many fails', () => {
    const { port, original } = openEngines()
    for (const side of sides) {
      const run = {
        trace: long,
        port: stepsOn(port, long),
        original: stepsOn(original, long),
      }
      change(run[side].at(-1), { ok: false })
      const problems = problemsOfRun(run)
      expect(problems.map(({ line }) => line)).toEqual([1500])
      expect(outcomeOn(side, { ...run, problems })).toBe('fails')
    }
  })

  it('fails on both sides if both fail', () => {
    const { shown, problems } = judged(({ port, original }) => {
      change(port[0], { ok: false })
      change(original[2], { ok: false })
    })
    expect(shown).toEqual(['fails', 'fails'])
    expect(problems).toHaveLength(2)
  })

  it.each(Object.entries(changes).filter(([, { error }]) => !error))(
    'fails on both sides if they differ only in %s',
    (_, changed) => {
      for (const side of sides) {
        const { shown, problems } = judged((run) =>
          change(run[side][2], changed),
        )
        expect(shown).toEqual(['fails', 'fails'])
        expect(problems).toHaveLength(1)
        expect(problems[0]?.message).toContain('port and original differ in')
      }
    },
  )

  it.each(sides)('fails if the %s lacks a step or has one more', (side) => {
    const other = side === 'port' ? 'original' : 'port'
    for (const lie of ['pop', 'clear', 'more'] as const) {
      const { shown, problems } = judged((run) => {
        const steps = run[side]
        if (lie === 'pop') steps.pop()
        if (lie === 'clear') steps.length = 0
        if (lie === 'more') steps.push(...steps.slice(-1))
      })
      expect(shown[sides.indexOf(side)], lie).toBe('fails')
      expect(shown[sides.indexOf(other)], lie).toBe('holds')
      expect(problems.length, lie).toBeGreaterThan(0)
    }
  })

  it('of no operation fails on both sides', () => {
    const run = { trace: parse('# It holds\n'), port: [], original: [] }
    const problems = problemsOfRun(run)
    expect(problems).toHaveLength(1)
    const of = (side: Side) => outcomeOn(side, { ...run, problems })
    expect(sides.map(of)).toEqual(['fails', 'fails'])
  })

  it('of no step on either side fails', () => {
    const { shown } = judged((run) => {
      run.port.length = 0
      run.original.length = 0
    })
    expect(shown).toEqual(['fails', 'fails'])
  })
})

describe('steps', () => {
  it.each(Object.entries(changes))('differ in %s', (_, changed) => {
    const { port, original } = runOf(trace)
    const [one, other] = [port[2], original[2]]
    if (!one || !other) expect.fail('a step is missing')
    expect(differences(one, other)).toEqual([])
    change(other, changed)
    expect(differences(one, other)).toHaveLength(1)
    expect(differences(other, one)).toHaveLength(1)
    const before = one.state
    expect(
      isGood([
        { engine: 'port', step: one, before },
        { engine: 'original', step: other, before },
      ]),
    ).toBe(false)
  })

  it('are printed as bad if one of them fails', () => {
    const { port } = runOf(trace)
    const [good, bad] = port.map((step) => ({ ...step }))
    if (!good || !bad) expect.fail('a step is missing')
    const of = (step: typeof good, ok: boolean) =>
      ({ engine: 'port', step: { ...step, ok }, before: step.state }) as const
    expect(isGood([of(good, true)])).toBe(true)
    expect(isGood([of(good, false)])).toBe(false)
    expect(isGood([of(good, true), of(good, false)])).toBe(false)
  })
})

it('a claim holds on each side of the repaired store by its own steps', () => {
  const project = openProject()
  const runs = runsOnRepaired(project)
  const kept = claimsOnRepaired(project, runs)
  const both = [...kept].filter(([, on]) => on.port && on.original)
  const [[one] = [], [other] = []] = both
  change(runs.get(one ?? '')?.port.at(-1), { ok: false })
  change(runs.get(other ?? '')?.original.at(-1), { ok: false })
  const found = claimsOnRepaired(project, runs)
  expect(found.get(one ?? '')).toEqual({ port: false, original: true })
  expect(found.get(other ?? '')).toEqual({ port: true, original: false })
  // The runs are kept for the process: put them back.
  change(runs.get(one ?? '')?.port.at(-1), { ok: true })
  change(runs.get(other ?? '')?.original.at(-1), { ok: true })
  expect(claimsOnRepaired(project, runs)).toEqual(kept)
})

it('a run is not that of other engines', () => {
  const project = openProject()
  const { port, original } = openEngines()
  const lying = (traces: readonly Playable[]) => {
    const runs = port.run(traces)
    for (const steps of runs) change(steps[0], { ok: false })
    return runs
  }
  const pairs = [port, { run: lying }, port, { run: lying }]
  const found = pairs.map((port) => {
    const runs = runTraces(project, ['gc-empty'], { port, original })
    return runs.get('gc-empty')?.problems.length
  })
  expect(found).toEqual([0, 1, 0, 1])
})

it('a run is not that of another text of the same length', () => {
  const engines = { ...openEngines() }
  const project = openProject()
  const holds = (text: string) => {
    const read = () => text
    const runs = runTraces({ ...project, read }, ['gc-empty'], engines)
    return runs.get('gc-empty')?.problems.length === 0
  }
  expect(holds('init ana => ana')).toBe(true)
  expect(holds('init ana => bob')).toBe(false)
})
