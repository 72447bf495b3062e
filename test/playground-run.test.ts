/** Tests how the playground runs traces in a worker and judges them. */
import { describe, expect, it } from 'vitest'
import { openPort } from '../src/evidence/runs.ts'
import { MOST_ERROR } from '../src/playground/limits.ts'
import { loadEdited } from '../src/playground/load-edited.ts'
import type { Answer } from '../src/playground/messages.ts'
import { ENDLESS, type Engine, runTraces } from '../src/playground/run.ts'
import { serve } from '../src/playground/serve.ts'
import * as memory from '../src/providers/memory.ts'
import * as time from '../src/time.ts'
import { parse } from '../src/trace/parse.ts'
import { portEngine } from '../src/trace/port.ts'
import { claims, traceOf } from './claims.ts'
import { workerOf } from './fake-worker.ts'

const honest = (most?: number) =>
  workerOf(({ ask, channel }) =>
    serve(
      ask,
      channel,
      (maxReads) =>
        ask.on === 'edited'
          ? portEngine(loadEdited(ask.code), { maxReads })
          : portEngine({ memory, time }, { maxReads }),
      most,
    ),
  )

/** A worker that sends these answers. */
const sends = (...answers: unknown[]) =>
  workerOf(({ channel }) => {
    for (const answer of answers) channel.postMessage(answer)
  })

/** How many claims are run here: the tests in the browser run all. */
const few = 6

const port: Engine = { on: 'port' }
const begun: Answer = { kind: 'begun' }
const report: Answer = {
  ...{ kind: 'step', trace: 0, added: [], list: [], orphans: [] },
  ...{ astray: {}, handles: {}, visited: 0, result: 'ana' },
}
const trace = parse('init ana => ana\nlist => ana')

describe('playground', () => {
  it('gives the steps that the engine itself gives', async () => {
    const traces = claims
      .filter(({ evidence }) => evidence === 'trace')
      .map(({ id }) => traceOf(id))
      .slice(0, few)
    const ended: number[] = []
    const onProgress = (n: number) => void ended.push(n)
    const { ran } = runTraces(honest(), port, traces, { onProgress })
    const { end, runs, whole } = await ran
    expect(end).toBe('done')
    expect(whole).toBe(traces.length)
    expect(ended).toEqual(traces.slice(1).map((_, i) => i + 1))
    expect(runs).toEqual(openPort().run(traces))
  })

  it('judges the steps itself: an answer cannot say that it is right', async () => {
    const said = { ...report, ok: true, expected: { value: 'ana' } }
    const { ran } = runTraces(
      sends(begun, said, said, { kind: 'done' }),
      port,
      [trace],
    )
    const { runs } = await ran
    expect(runs[0]?.map(({ ok }) => ok)).toEqual([true, false])
  })

  it.each<[string, unknown]>([
    ['no object', null],
    ['an entry that is none', { ...report, list: [7] }],
    ['a number that is none', { ...report, visited: '<b>' }],
    ['a sid that is none', { ...report, added: [{ number: 1, sid: {} }] }],
    ['one answer too many', { ...report, trace: 1 }],
  ])('ends a worker that answers %s', async (_, answer) => {
    const bad = sends(begun, answer)
    const { end, runs } = await runTraces(bad, port, [trace]).ran
    expect(end).toBe('failed')
    expect(bad.ended).toBe(1)
    expect(runs[0]?.map(({ ok }) => ok)).toEqual([false, false])
  })

  it('names the operation at which a worker was ended', async () => {
    const bad = sends(begun, report, { ...report, visited: '<b>' })
    const { runs } = await runTraces(bad, port, [trace]).ran
    const errors = runs[0]?.map(({ error }) => error)
    expect(errors).toEqual([undefined, 'has ended the engine'])
  })

  it.each<[string, Answer[]]>([
    ['more steps than operations', [report, report, report]],
    ['for a trace that has ended', [report, { ...report, trace: 1 }, report]],
  ])('ends a worker that answers %s', async (_, answers) => {
    const bad = sends(begun, ...answers)
    const { end } = await runTraces(bad, port, [trace, trace]).ran
    expect(end).toBe('failed')
  })

  it('tells why a trace was not run to its end, and runs those after it', async () => {
    const engine = openPort()
    let played = 0
    const breaks = workerOf(({ ask, channel }) =>
      serve(ask, channel, () => ({
        play(traces, take) {
          if (++played === 2) throw new Error('out of order')
          engine.play(traces, take)
        },
      })),
    )
    const { end, runs, whole } = await runTraces(
      ...[breaks, port, [trace, trace, trace]],
    ).ran
    expect([end, whole]).toEqual(['done', 3])
    const right = [true, true]
    expect(runs.map((steps) => steps.map(({ ok }) => ok))).toEqual([
      ...[right, [false, false], right],
    ])
    expect(runs[1]?.[0]?.error).toContain('out of order')
  })

  it('ends a silent worker, and names the operation', async () => {
    const silent = sends(begun, report)
    const options = { patience: 1 }
    const long = parse('init ana => ana\nlist => ana\nlist\nmap')
    const { end, runs, whole } = await runTraces(silent, port, [long], options)
      .ran
    expect(end).toBe('silent')
    expect(silent.ended).toBe(1)
    expect(whole).toBe(0)
    const left = 'not run: the run has ended before'
    const errors = runs[0]?.map(({ error }) => error)
    expect(errors).toEqual([undefined, ENDLESS, left, left])
  })

  it.each([
    ["throw new Error('no')", 'memory.ts:1: Error: no'],
    ['\n\nnull.x', 'memory.ts:3: TypeError'],
    ["require('node:fs')", 'has no module "node:fs"'],
    ['}', 'SyntaxError'],
    ['throw { toString() { throw 1 } }', 'cannot be shown as text'],
  ])('refuses code that cannot be loaded: %j', async (code, said) => {
    const edited: Engine = { on: 'edited', code: { memory: code } }
    const { end, refused, runs, whole } = await runTraces(honest(), edited, [
      trace,
    ]).ran
    expect([end, whole]).toEqual(['refused', 0])
    expect(refused).toContain(said)
    expect(runs[0]?.some(({ ok }) => ok)).toBe(false)
  })

  it.each<[string, string]>([
    ['one state', `v.set(1, 'x'); for (let n = 0; n < 70; n++) v.set(n, long)`],
    ['all states together', `for (let n = 0; n < 50; n++) v.set(n, long)`],
  ])('ends a run with too many characters in %s', async (_, fill) => {
    const memory = `
      const long = 'x'.repeat(60_000)
      const v = new Map()
      ${fill}
      const time = { unixMilli: () => 946684800000 }
      const at = { value: { sid: 'a', timeAccessed: time, value: v, sessionID: () => 'a' }, next: () => null }
      const list = { init() {}, front: () => at, back() {}, len: () => 1 }
      exports.pder = { list, sessions: new Map([['a', at]]), sessionInit: () => at.value }`
    const edited: Engine = { on: 'edited', code: { memory } }
    const many = parse('init a\n'.repeat(30))
    const { end, runs } = await runTraces(honest(), edited, [many]).ran
    expect(end).toBe('large')
    expect(runs[0]).toHaveLength(30)
    const [error] = (runs[0] ?? []).flatMap(({ error }) => error ?? [])
    expect(error).toBe('makes the states too large')
  })

  it('sends no more of a text than tells that it is a wrong one', async () => {
    const memory = `throw new Error('x'.repeat(1_000_000))`
    const edited: Engine = { on: 'edited', code: { memory } }
    const { refused } = await runTraces(honest(), edited, [trace]).ran
    expect(refused?.length).toBeLessThan(2 * MOST_ERROR)
  })

  it('ends a run whose states are too large', async () => {
    const four = parse('init a\ninit b\ninit c\ninit d')
    expect((await runTraces(honest(10), port, [four]).ran).end).toBe('done')
    expect((await runTraces(honest(9), port, [four]).ran).end).toBe('large')
  })
})
