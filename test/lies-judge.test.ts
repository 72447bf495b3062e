/** Lies about a claim's evidence: each is told, and seen to fail. */
import { describe, expect, it } from 'vitest'
import type { Claim } from '../src/evidence/claims.ts'
import { type Evidence, judge } from '../src/evidence/judge.ts'
import { recordedFile } from '../src/evidence/recorded.ts'
import { sidesOf } from '../src/evidence/sides.ts'
import type {
  ClaimTest,
  Recorded,
  TraceRun,
  Verdict,
} from '../src/evidence/verdict-types.ts'
import { parse } from '../src/trace/parse.ts'
import { change, runOf } from './steps.ts'

const empty: Claim = {
  ...{ id: 'gc-empty', kind: 'shown', symbol: 'SessionGC', page: 'p' },
  ...{ evidence: 'trace', record: [], line: 1 },
}

describe('sides', () => {
  it.each([
    ['x', ['port']],
    ['x [port]', ['port']],
    ['x [original]', ['original']],
    ['x [port, original]', ['port', 'original']],
    ['x [original, port]', ['port', 'original']],
    ['x [port with continue]', ['port']],
    ['x [original] y', ['port']],
    ['[original] x', ['port']],
    ['x [originals]', ['port']],
    ['x [support]', ['port']],
    ['the original does', ['port']],
  ])('%j is about %j', (title, wanted) => {
    expect(sidesOf(title)).toEqual(wanted)
  })
})

/** Tests of a claim, by whether they pass. */
const tests = (...passed: [string, boolean][]): ClaimTest[] =>
  passed.map(([title, pass]) => ({ file: 'test/a.ts', title, passed: pass }))

const record = (verdict: Verdict): Recorded => ({
  ...{ file: 'a.json', version: 'go', machine: undefined, date: '2026-01-01' },
  ...{ measured: new Map(), verdict },
})

function runWith(...failing: ('port' | 'original')[]): TraceRun {
  const run = runOf(parse('init a'))
  for (const side of failing) change(run[side][0], { ok: false })
  const problems = failing.map(() => ({ file: 'a', line: 1, message: 'b' }))
  return { ...run, text: 'init a', problems }
}

/** Evidence, and what it shows on the port and on the original. */
const judged: Record<string, [string, Evidence, [Verdict, Verdict]]> = {
  'a trace': ['trace', { run: runWith() }, ['holds', 'holds']],
  'a trace, no test': [
    'trace',
    { run: runWith(), tests: [] },
    ['holds', 'holds'],
  ],
  'the port': ['trace', { run: runWith('port') }, ['fails', 'holds']],
  'the original': ['trace', { run: runWith('original') }, ['holds', 'fails']],
  both: ['trace', { run: runWith('port', 'original') }, ['fails', 'fails']],
  'a test after a trace that holds': [
    'trace',
    { run: runWith(), tests: tests(['x [port, original]', false]) },
    ['fails', 'fails'],
  ],
  'a trace before tests that pass': [
    'trace',
    { run: runWith('original'), tests: tests(['x [port, original]', true]) },
    ['holds', 'fails'],
  ],
  'the last of two tests': [
    'test',
    { tests: tests(['x', true], ['y', false]) },
    ['fails', 'none'],
  ],
  'the first of two tests': [
    'test',
    { tests: tests(['x', false], ['y', true]) },
    ['fails', 'none'],
  ],
  'a test of the original only': [
    'test',
    { tests: tests(['x', true], ['y [original]', false]) },
    ['holds', 'fails'],
  ],
  'no test': ['test', { tests: [] }, ['not-run', 'none']],
  'no report': ['test', {}, ['not-run', 'none']],
  'no test, and a record that fails': [
    'test',
    { tests: [], recorded: record('fails') },
    ['not-run', 'fails'],
  ],
  'no run, and tests that pass': [
    'trace',
    { tests: tests(['x [port, original]', true]) },
    ['not-run', 'not-run'],
  ],
  'no record': ['go', { tests: [] }, ['none', 'not-run']],
  'no record, and a test that fails': [
    'go',
    { tests: tests(['x [original]', false]) },
    ['none', 'fails'],
  ],
  'a record that fails': [
    'go',
    { tests: tests(['x [original]', true]), recorded: record('fails') },
    ['none', 'fails'],
  ],
  'a record that is stale': [
    'go',
    { tests: tests(['x [original]', true]), recorded: record('not-run') },
    ['none', 'not-run'],
  ],
  'a stale record beside a trace that holds': [
    'trace',
    { run: runWith(), recorded: record('not-run') },
    ['holds', 'not-run'],
  ],
  'a stale record beside a trace that fails': [
    'trace',
    { run: runWith('original'), recorded: record('not-run') },
    ['holds', 'fails'],
  ],
}

describe('judge', () => {
  it.each(Object.entries(judged))(
    'a verdict by %s',
    (what, [evidence, has, wanted]) => {
      const claim = { ...empty, evidence }
      const { judged: found, problems } = judge(claim, has)
      expect([found.port, found.original]).toEqual(wanted)
      const failing = has.tests?.filter(({ passed }) => !passed).length ?? 0
      const missing = /^no (test|record|run)/.test(what) ? 1 : 0
      const inRun = has.run?.problems.length ?? 0
      expect(problems).toHaveLength(failing + missing + inRun)
    },
  )

  it.each(['trace', 'test'])(
    'a record that a claim of a %s needs is not there',
    (evidence) => {
      const title = 'x [port, original]'
      const has = { run: runWith(), tests: tests([title, true]) }
      const claim = { ...empty, evidence, record: ['n = 1'] }
      const { judged: found, problems } = judge(claim, has)
      expect([found.port, found.original]).toEqual(['holds', 'not-run'])
      expect(problems).toHaveLength(1)
    },
  )

  it('a test that a claim with a record needs is not there', () => {
    const has = { tests: [], recorded: record('holds') }
    const claim = { ...empty, evidence: 'test', record: ['n = 1'] }
    const { judged: found, problems } = judge(claim, has)
    expect([found.port, found.original]).toEqual(['not-run', 'holds'])
    expect(problems).toHaveLength(1)
  })

  it('names the record that is missing', () => {
    const { problems } = judge(
      { ...empty, id: 'race-values', evidence: 'go' },
      { tests: [] },
    )
    expect(problems[0]?.message).toContain(recordedFile('race-values'))
  })
})
