/** Lies about who runs a trace in a worker: the page judges, and refuses. */
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { openCopy } from '../src/evidence/edits.ts'
import { builtFrom, readOriginalModule } from '../src/evidence/original.ts'
import { openEngines, openPort } from '../src/evidence/runs.ts'
import type { Request } from '../src/playground/messages.ts'
import { type Engine, runTraces } from '../src/playground/run.ts'
import { serve } from '../src/playground/serve.ts'
import { openProject } from '../src/project/project.ts'
import { packages } from '../src/trace/engine.ts'
import { formatSums } from '../src/trace/identity.ts'
import { originalEngine } from '../src/trace/original.ts'
import { parse } from '../src/trace/parse.ts'
import { type Answerer, workerOf } from './fake-worker.ts'

/** The worker of the page, as it is. */
let real: Answerer

beforeAll(async () => {
  vi.stubGlobal(
    'addEventListener',
    (_: string, take: (event: { data: Request }) => void) => {
      real = (data) => take({ data })
    },
  )
  await import('../src/playground/worker.ts')
  vi.unstubAllGlobals()
})

const built = formatSums({ sums: builtFrom(openProject()) })
const original: Extract<Engine, { on: 'original' }> = {
  on: 'original',
  program: readOriginalModule(),
  built,
}
const traces = [
  'init ana => ana',
  'list =>\ninit cy\nclock 1h\nupdate cy\ngc 10',
  'init bo => ana',
  // More operations than most traces have.
  'destroy a\n'.repeat(600),
].map((text) => parse(text))

const run = (answer: Answerer, engine: Engine = original) =>
  runTraces(workerOf(answer), engine, traces).ran

/** Each session has the next number, in all traces that this copy runs. */
const counting = `
  let count = 0
  const list = { init() {}, front: () => null, back() {}, len: () => 0 }
  const session = () => ({ sessionID: () => 'a' + ++count })
  exports.pder = { list, sessions: new Map(), sessionInit: session }`

it('edited worker: what the code keeps of one trace does not reach the next', async () => {
  let take: (event: object) => void = () => {}
  vi.stubGlobal('addEventListener', (kind: string, each: typeof take) => {
    if (kind === 'message') take = each
  })
  const { load } = openCopy([], { 'playground/lock-down.ts': { lockDown } })
  const locked: unknown[] = []
  function lockDown(scope: unknown) {
    locked.push(scope)
  }
  await load('playground/edited-worker.ts')
  vi.unstubAllGlobals()
  const answer: Answerer = (data) =>
    take({ data, stopImmediatePropagation() {} })
  const code = { memory: counting }
  const two = ['init a => a1\ninit a => a2', 'init a => a1', 'init a => a1']
  const { end, runs } = await runTraces(
    ...([workerOf(answer), { on: 'edited', code }] as const),
    two.map((text) => parse(text)),
  ).ran
  expect([end, locked]).toEqual(['done', [globalThis]])
  expect(runs.flat().map(({ ok }) => ok)).toEqual([true, true, true, true])
})

describe.each(packages)('worker: on %s', (provider) => {
  it('gives the steps of the port and of the original', async () => {
    const engines = openEngines(provider)
    const port = await run(real, { on: 'port', provider })
    expect(port).toMatchObject({ end: 'done', whole: traces.length })
    expect(port.runs).toEqual(engines.port.run(traces))
    const theirs = await run(real, { ...original, provider })
    expect(theirs).toMatchObject({ end: 'done', whole: traces.length, built })
    expect(theirs.runs).toEqual(engines.original.run(traces))
  })
})

it('worker: the traces that have ended are counted without the challenge', async () => {
  const ended: number[] = []
  const onProgress = (n: number) => void ended.push(n)
  await runTraces(workerOf(real), original, traces, { onProgress }).ran
  expect(ended).toEqual([1, 2, 3])
})

/** A worker that makes its engines in another way. */
const making =
  (make: Parameters<typeof serve>[2]): Answerer =>
  ({ ask, channel }) =>
    serve(ask, channel, make)

const honest = () => ({ ...originalEngine(readOriginalModule()), built })

/** Drops or changes answers of the honest worker. */
const changing =
  (change: (answer: { kind: string; trace?: number }) => unknown): Answerer =>
  ({ ask, channel }) =>
    serve(
      ask,
      {
        postMessage(answer: { kind: string }) {
          const changed = change(answer)
          if (changed) channel.postMessage(changed)
        },
      } as MessagePort,
      honest,
    )

const lies: Record<string, Answerer> = {
  'runs the port': making(() => openPort()),
  'runs the port and says the right sums': making(() => ({
    ...openPort(),
    built,
  })),
  'says no sums': making(() => ({ ...honest(), built: '' })),
  'says other sums': making(() => ({ ...honest(), built: `${built}0` })),
  'runs another store': making(() => ({
    ...originalEngine(readOriginalModule(), { provider: 'repaired' }),
    built,
  })),
  'cannot make the original': making(() => {
    throw new Error('no')
  }),
  'leaves out the challenge': changing((answer) =>
    answer.trace === 0 ? undefined : answer,
  ),
  'fails at the challenge': changing((answer) =>
    answer.trace === 0 ? { kind: 'broken', trace: 0, why: 'no' } : answer,
  ),
  'has other results': changing((answer) =>
    answer.trace === 0 ? { ...answer, error: 'no' } : answer,
  ),
}

describe.each(Object.entries(lies))('a worker that %s', (_, answer) => {
  it('is refused, and none of its steps is shown', async () => {
    const { end, runs, whole } = await run(answer)
    expect(end).toBe('impostor')
    expect(whole).toBe(0)
    const steps = traces.map(({ operations }) => operations.length)
    expect(runs.map((each) => each.length)).toEqual(steps)
    for (const { ok, error, state } of runs.flat()) {
      expect([ok, error, state.list]).toEqual([
        false,
        'not run: the run has ended before',
        [],
      ])
    }
  })
})

it('a worker that is silent is refused too; one that was stopped is not', async () => {
  const options = { patience: 1 }
  const silent = workerOf(({ channel }) =>
    channel.postMessage({ kind: 'begun' }),
  )
  const { end, runs } = await runTraces(silent, original, traces, options).ran
  expect(end).toBe('impostor')
  expect(runs.flat().some(({ ok }) => ok)).toBe(false)
  const { ran, stop } = runTraces(
    workerOf(() => {}),
    original,
    traces,
  )
  stop()
  expect((await ran).end).toBe('stopped')
})
