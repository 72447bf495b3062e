/** Lies about who runs a trace: each is told here, and refused. */
import { describe, expect, it } from 'vitest'
import { problemsOfRun } from '../src/evidence/judge-run.ts'
import { openOriginal } from '../src/evidence/original.ts'
import { openEngines, openPort, runTraces } from '../src/evidence/runs.ts'
import { openProject } from '../src/project/project.ts'
import { hunt } from '../src/soak/hunt.ts'
import { type Engine, engineOf, type Step } from '../src/trace/engine.ts'
import { parse } from '../src/trace/parse.ts'
import { checkSide, checkSides } from '../src/trace/sides.ts'
import type { Trace } from '../src/trace/trace.ts'
import { once } from './once.ts'
import { stepsOn } from './steps.ts'

const { port, original } = openEngines()
const trace = parse('init ana => ana\nlist => ana')

/** An engine that does something with the steps of another. */
const from = (engine: Engine, change: (steps: Step[]) => Step[]): Engine => ({
  ...engine,
  run: (traces) => engine.run(traces).map(change),
})

const copied = (steps: Step[]) => structuredClone(steps)
const spread = (steps: Step[]) => steps.map((step) => ({ ...step }))
const frozen = (steps: Step[]) => spread(steps).map(Object.freeze) as Step[]
const heirs = (steps: Step[]) => steps.map((step) => Object.create(step))
/** Only the last step is not what it is said to be. */
const lastOf = (engine: Engine) => (steps: Step[]) => [
  ...steps.slice(0, -1),
  ...stepsOn(engine, trace).slice(-1),
]

/** Pairs of engines of which one is not what it is said to be. */
const lies: Record<string, [Engine, Engine, 'port' | 'original']> = {
  'the port under another name': [
    port,
    { ...openPort(), name: 'original' },
    'original',
  ],
  'an engine around the port': [
    port,
    engineOf('original', openPort().play),
    'original',
  ],
  'the port on both sides': [port, port, 'original'],
  'the original on both sides': [original, original, 'port'],
  'the sides in the other order': [original, port, 'port'],
  'a program that is not asked': [
    port,
    openOriginal({ anonymous: true }),
    'original',
  ],
  'a copy of the original’s steps': [port, from(original, copied), 'original'],
  'the original’s steps, spread': [port, from(original, spread), 'original'],
  'the original’s steps, frozen': [port, from(original, frozen), 'original'],
  'heirs of the original’s steps': [port, from(original, heirs), 'original'],
  'a copy of the port’s steps': [from(port, copied), original, 'port'],
  'a last step of the port': [port, from(original, lastOf(port)), 'original'],
  'a last step of the original': [
    from(port, lastOf(original)),
    original,
    'port',
  ],
}

describe.each(Object.entries(lies))('identity: %s', (_, [one, other, side]) => {
  const said = new RegExp(
    `^the ${side} did not make the step "[\\s\\S]*; give only`,
  )
  const ours = once(() => stepsOn(one, trace))
  const theirs = once(() => stepsOn(other, trace))

  it('is refused where steps are compared', () => {
    const check = () => checkSides(ours(), theirs())
    expect(check).toThrow(said)
    expect(check).toThrow(
      expect.objectContaining({ name: 'IdentityError', side }),
    )
  })

  it('is refused where a claim is judged', () => {
    const run = { trace, port: ours(), original: theirs() }
    expect(() => problemsOfRun(run)).toThrow(said)
    const engines = { port: one, original: other }
    const ids = ['gc-empty']
    expect(() => runTraces(openProject(), ids, engines)).toThrow(said)
  })

  it('is refused by the hunt', () => {
    const few = { operations: 10, seed: 1, batch: 2 }
    expect(() => hunt([one, other], few)).toThrow(said)
  })
})

it('identity: a stranger after many steps is refused', () => {
  const long = parse('destroy a\n'.repeat(1500))
  const [ours, theirs] = [stepsOn(port, long), stepsOn(original, long)]
  const last = (steps: readonly Step[]) =>
    steps.with(-1, { ...theirs[0] } as Step)
  expect(() => checkSides(ours, theirs)).not.toThrow()
  expect(() => checkSides(last(ours), theirs)).toThrow('the port did not')
  expect(() => checkSides(ours, last(theirs))).toThrow('the original did not')
})

it('identity: the port and the original are what they are said to be', () => {
  const [ours, theirs] = [stepsOn(port, trace), stepsOn(original, trace)]
  expect(() => checkSides(ours, theirs)).not.toThrow()
  expect(ours).toHaveLength(2)
  expect(theirs).toHaveLength(2)
})

it('identity: a second program is asked too, and its steps are the original’s', () => {
  // Together they pass more time than one program can count.
  const [half, more] = [1_226_400, 1_401_600].map((hours) =>
    parse(`init ana\nclock -876000h\nwait ${hours}h`),
  ) as [Trace, Trace]
  const runs = original.run([half, more, more, half])
  expect(runs.map((steps) => steps.map(({ ok }) => ok))).toEqual(
    runs.map(() => [true, true, true]),
  )
  for (const steps of runs) checkSide('original', steps)
})
