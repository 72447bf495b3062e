/** Lies about a run in the page: each is told here, and seen to fail. */
import { describe, expect, it } from 'vitest'
import { summaryOf } from '../.vitepress/playground/page/summary.ts'
import { interfaceOf } from '../.vitepress/site/interface.ts'
import { check } from '../src/playground/check.ts'
import { MOST_TEXT } from '../src/playground/limits.ts'
import type { Answer, Report, Request } from '../src/playground/messages.ts'
import { ReportReader, ReportWriter } from '../src/playground/reports.ts'
import { type Ran, runTraces } from '../src/playground/run.ts'
import { compareSteps, isMet, runAll } from '../src/playground/verdicts.ts'
import type { Step } from '../src/trace/engine.ts'
import { parse } from '../src/trace/parse.ts'
import { fill } from '../src/trace/say.ts'
import { workerOf } from './fake-worker.ts'
import { ran, steps, text, withStep } from './short-run.ts'

const trace = parse(text)

describe('compareSteps', () => {
  it.each([
    ['the same steps', steps, true, 'holds', -1],
    ['the same steps, not begun', steps, false, 'notRun', -1],
    ['another first step', withStep(0, { visited: 1 }), true, 'differs', 0],
    ['another last step', withStep(2, { visited: 1 }), true, 'differs', 2],
    ['a first step that fails', withStep(0, { ok: false }), true, 'fails', -1],
    ['a last step that fails', withStep(2, { ok: false }), true, 'fails', -1],
    ['a step less', steps.slice(1), true, 'differs', 0],
    ['no last step', steps.slice(0, 2), true, 'differs', 2],
    ['a step more', [...steps, ...steps.slice(2)], true, 'differs', 3],
    ['no step', [], true, 'differs', 0],
  ] as const)('%s', (_, own, ran, verdict, at) => {
    expect(compareSteps(own, steps, ran)).toMatchObject({ verdict, at })
  })
})

it('a challenge is met by traces that hold or differ, and by no others', () => {
  const verdicts = ['holds', 'differs', 'fails', 'notRun'] as const
  const met = verdicts.filter((verdict) => isMet({ verdict }))
  expect(met).toEqual(['holds', 'differs'])
})

describe('the summary of a run', () => {
  const texts = interfaceOf('en').playground
  const names = { port: 'TypeScript', other: 'Go' }
  const { expected, agree, differ } = texts.summary

  type Said = [good: boolean | undefined, text: string, values: object]
  const met: Said = [true, expected, { met: 2, all: 2 }]
  const unmet: Said = [undefined, expected, { met: 1, all: 2 }]
  const agreeing: Said = [true, agree, names]
  const differing: Said = [false, differ, { ...names, line: 3 }]
  const failed = withStep(0, { ok: false })
  const other = withStep(2, { visited: 1 })

  it.each<[string, Step[], Step[], Said[]]>([
    ['that is as it must be', steps, steps, [met, agreeing]],
    ['that fails', failed, steps, [unmet, agreeing]],
    ['on engines that differ', steps, other, [met, differing]],
  ])('%s', (_, own, theirs, wanted) => {
    const both = { port: ran([own]), other: ran([theirs]) }
    const results = { run: 1, text: '', store: 'memory', ...both } as const
    const said = summaryOf(
      { ...results, otherIs: 'original' },
      0,
      undefined,
      texts,
      names,
    )
    expect(said).toEqual(
      wanted.map(([good, text, values]) => ({
        good,
        text: fill(text, values as Record<string, string>),
      })),
    )
  })
})

describe('runAll', () => {
  /** Ends in these ways, one after the other, each after `whole` traces. */
  async function ended(whole: number, ...ends: (Ran['end'] | 'unready')[]) {
    const told: number[] = []
    const all = await runAll(
      (traces) => {
        const how = ends.shift() ?? 'done'
        const ready = how !== 'unready'
        const end = ready ? how : 'silent'
        const runs = traces.map(() => steps)
        const done = end === 'done' ? traces.length : whole
        const ran = { end, ready, runs, whole: done }
        return { ran: Promise.resolve(ran), stop: () => {} }
      },
      Array.from({ length: 9 }, () => trace),
      (n) => void told.push(n),
    )
    return [all.begun, all.runs.length, told.at(-1), all.last.end]
  }

  it.each([
    ['to its end', 0, [], [9, 9, 9, 'done']],
    ['again after a silent worker', 1, ['silent'], [9, 9, 9, 'done']],
    [
      'no more after three workers that were ended',
      1,
      ['silent', 'failed', 'large'],
      [6, 9, 6, 'large'],
    ],
    [
      'no more after a worker that did not load',
      0,
      ['unready'],
      [0, 9, 0, 'silent'],
    ],
    ['no more after it was stopped', 2, ['stopped'], [2, 9, 2, 'stopped']],
    ['no more after a refusal', 0, ['refused'], [0, 9, 0, 'refused']],
  ] as const)('runs %s', async (_, whole, ends, wanted) => {
    expect(await ended(whole, ...ends)).toEqual(wanted)
  })
})

describe('check', () => {
  const line = 'init a\n'
  const full = line.repeat(Math.floor(MOST_TEXT / line.length))
  it.each([
    ['nothing', '', { none: 'empty' }],
    ['only a comment', '# only a comment\n', { none: 'empty' }],
    ['a line too many', `${full}${line}`, { none: 'large' }],
    ['too many bytes', `# ${'é'.repeat(MOST_TEXT / 2)}`, { none: 'large' }],
    ['a misspelt line', 'init a\nlost a', { line: 2 }],
  ])('refuses %s', (_, text, wanted) => {
    expect(check(text)).toMatchObject(wanted)
    expect(check(text)).not.toHaveProperty('trace')
  })

  it('takes a text of the largest size', () => {
    expect(check(full)).toHaveProperty('trace')
  })
})

describe('reports', () => {
  const [operation] = parse('init a => error').operations
  if (!operation) throw new Error('there is no operation')
  const report: Report = {
    ...{ kind: 'step', trace: 0, added: [], list: [], orphans: [] },
    ...{ astray: {}, handles: {}, visited: 0, error: 'not run: it has ended' },
  }
  const read = (changed: object) =>
    new ReportReader().read(operation, { ...report, ...changed })

  it('an operation that was not run is not ok', () => {
    expect(read({}).ok).toBe(false)
  })

  it('an error without a text is an error', () => {
    expect(read({ error: '' })).toMatchObject({ error: '', ok: true })
    const [expectsNone] = parse('init a').operations
    if (!expectsNone) throw new Error('there is no operation')
    const step = new ReportReader().read(expectsNone, { ...report, error: '' })
    expect(step.ok).toBe(false)
  })

  it('every part of a step is read as it was written, again and again', () => {
    const writer = new ReportWriter()
    const reader = new ReportReader()
    const entry = { number: 1, sid: 'a', stamp: 0, values: [] }
    const values = [[' k ', ' v\n'] as const, ['l', null] as const]
    const later = { ...entry, stamp: 7, values }
    const state = {
      list: [entry, { ...entry, number: 2, sid: 'b' }],
      orphans: [2],
      astray: { c: 3 },
      handles: { h: 1 },
    }
    const { name, line, text, expected } = operation
    const step = { name, line, text, expected, state, visited: 4 }
    for (const each of [
      { ...step, error: 'no', ok: true },
      { ...step, state: { ...state, list: [later] }, error: '', ok: true },
      { ...step, result: 'a', ok: false },
      { ...step, result: null, visited: 0, ok: false },
    ]) {
      const read = reader.read(operation, writer.write(0, each))
      expect(read).toEqual(each)
    }
  })

  it('what is no scalar is told by its kind, and is no nil', () => {
    const values = [undefined, {}, [], () => {}].map((value) => ['k', value])
    const list = [{ number: 1, sid: 'a', stamp: 0, values }]
    const state = { list, orphans: [], astray: {}, handles: {} }
    const step = { name: 'init', line: 1, text: '', visited: 0, ok: true }
    const made = { ...step, state } as unknown as Step
    const read = new ReportReader().read(
      operation,
      new ReportWriter().write(0, made),
    )
    expect(read.state.list[0]?.values.map(([, value]) => value)).toEqual([
      ...['(undefined)', '(object)', '(array)', '(function)'],
    ])
  })

  const entry = { number: 1, sid: 'a', stamp: 0, values: [] }
  it.each([
    ['number', 1.5],
    ['number', '1'],
    ['sid', {}],
    ['sid', 1],
    ['stamp', '0'],
    ['stamp', null],
  ])('an entry with the %s %j is refused', (name, value) => {
    expect(read({ added: [entry] }).ok).toBe(false)
    const added = [{ ...entry, [name]: value }]
    expect(() => read({ added })).toThrow('malformed')
  })
})

it.each<[string, Answer[], Ran['end']]>([
  ['before it has begun', [], 'unloaded'],
  ['later', [{ kind: 'begun' }], 'failed'],
])('a worker that fails %s has not done its work', async (_, answers, end) => {
  let fail = () => {}
  const worker = workerOf(
    ({ channel }) => {
      for (const answer of answers) channel.postMessage(answer)
      // After the answers have arrived.
      setTimeout(() => setTimeout(() => fail()))
    },
    (failed) => {
      fail = failed
    },
  )
  const ran = await runTraces(worker, { on: 'port' }, [trace]).ran
  expect(ran).toMatchObject({ end, whole: 0 })
  expect(ran.runs[0]?.some(({ ok }) => ok)).toBe(false)
})

it('the worker is not told what it must answer', async () => {
  const asked: Request[] = []
  const worker = workerOf((request) => asked.push(request))
  const program = {} as WebAssembly.Module
  const engine = { on: 'original', program, built: 'secret' } as const
  const { ran, stop } = runTraces(worker, engine, [trace])
  stop()
  await ran
  expect(asked).toHaveLength(1)
  expect(asked[0]?.ask).not.toHaveProperty('built')
  const expectations = asked[0]?.ask.traces.flat().map((each) => each.expected)
  expect(expectations?.every((each) => each === undefined)).toBe(true)
})
