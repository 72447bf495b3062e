/** Tests how the registry, its records and edits are read, and refused. */
import { describe, expect, it } from 'vitest'
import {
  kinds,
  readClaims,
  traceFile,
  tracesOf,
} from '../src/evidence/claims.ts'
import { applyEdits } from '../src/evidence/edit.ts'
import { readRecord, readRecorded } from '../src/evidence/recorded.ts'
import { repairOf, repairs } from '../src/evidence/repairs.ts'
import { formatProblem, problemsOf } from '../src/project/problem.ts'
import { projectWith } from './project-with.ts'

/** The project with one file of another value. */
const projectOf = (file: string, value: unknown) =>
  projectWith({ [file]: JSON.stringify(value) })

const registry = 'test/claims.json'
const claim = { id: 'a-b', kind: 'shown', symbol: 'S', evidence: 'trace' }

describe('readClaims', () => {
  const read = (...entries: unknown[]) =>
    readClaims(projectOf(registry, entries))

  it('fills in what a claim leaves out', () => {
    const { line: _, ...first } = read(claim).get('a-b') ?? {}
    expect(first).toEqual({ ...claim, page: 'session-storage', record: [] })
    const record = ['n = 1', 'm >= 2', 'k = true']
    const other = { ...claim, page: 'repaired', record }
    expect(read(other).get('a-b')).toMatchObject(other)
  })

  it('knows which claims have a trace', () => {
    const claims = read(
      { ...claim, evidence: 'go' },
      { ...claim, id: 'c' },
      { ...claim, id: 'd', evidence: 'test' },
      ...kinds.map((kind) => ({ ...claim, id: kind, kind })),
    )
    expect(tracesOf(claims)).toEqual(['c', ...kinds])
    expect(traceFile('c')).toBe('test/claims/c.trace')
  })

  it.each([
    [{}, 'is not a list of claims'],
    [[{}], 'undefined is not an id; write words-like-this'],
    [[null], 'undefined is not an id; write words-like-this'],
    [[{ ...claim, id: 7 }], '7 is not an id; write words-like-this'],
    [[{ ...claim, id: 'Aa' }], '"Aa" is not an id; write words-like-this'],
    [[{ ...claim, id: 'aA' }], '"aA" is not an id; write words-like-this'],
    [[claim, claim], 'claim "a-b" occurs twice; delete one'],
    [
      [{ ...claim, kind: 'shwon' }],
      'claim "a-b" has the kind "shwon"; did you mean "shown"?',
    ],
    [
      [{ ...claim, kind: 'not shown' }],
      'claim "a-b" has the kind "not shown"; did you mean "shown"?',
    ],
    [
      [{ ...claim, kind: 'other-words' }],
      'claim "a-b" has the kind "other-words"; the kinds are stated, shown, surprise, differs',
    ],
  ])('refuses %j', (value, message) => {
    const found = problemsOf(() => readClaims(projectOf(registry, value)))
    expect(found.map(formatProblem)).toEqual([`${registry}:1: ${message}`])
  })
})

describe('readRecord', () => {
  const sources = { 'src/a.ts': '' }
  const go = 'go1.26.8 linux/amd64'
  const versions = { Redis: '7.0.15', machine: 'two cores' }
  const rest = { date: '2026-11-29', sources, measured: {}, seal: '' }
  const remedies = {
    'go-reference/recorded': 'run cd go-reference && UPDATE=1 go test ./...',
    'test/redis/recorded': 'run UPDATE=1 npm run test:redis',
  }
  const onGo = { ...rest, claim: 'a', go }
  const onRedis = { ...rest, claim: 'a', versions }

  it.each([
    ['go-reference/recorded', onGo, go, undefined],
    ['test/redis/recorded', onRedis, 'Redis 7.0.15', 'two cores'],
  ] as const)('reads a record of %s', (folder, value, version, machine) => {
    const file = `${folder}/a.json`
    const { recorded, stale } = readRecord(projectOf(file, value), 'a') ?? {}
    const { date } = rest
    const measured = new Map()
    expect(recorded).toEqual({ file, version, machine, date, measured })
    expect(stale?.map(({ message }) => message)).toEqual([
      `was changed by hand; ${remedies[folder]}`,
    ])
    expect(readRecord(projectOf('another', value), 'a')).toBeUndefined()
  })

  const bad: unknown[] = [
    null,
    {},
    ...['claim', 'date', 'go', 'sources', 'measured', 'seal'].flatMap(
      (name) => [
        { ...onGo, [name]: undefined },
        { ...onGo, [name]: 7 },
      ],
    ),
    { ...onGo, sources: null },
    { ...onGo, sources: {} },
    { ...onGo, measured: null },
    { ...onRedis, versions: { Redis: '7' } },
    { ...onRedis, versions: { machine: 'two cores' } },
  ]

  it.each(bad)('refuses %j', (value) => {
    for (const [folder, remedy] of Object.entries(remedies)) {
      const file = `${folder}/a.json`
      const found = problemsOf(() => readRecord(projectOf(file, value), 'a'))
      expect(found.map(formatProblem)).toEqual([
        `${file}:1: is not a record of what was measured; ${remedy}`,
      ])
    }
  })

  it('has one reason if it is stale, whatever the claim asks', () => {
    const asked = readClaims(
      projectOf(registry, [{ ...claim, id: 'a', record: ['n = 1'] }]),
    ).get('a')
    const file = 'go-reference/recorded/a.json'
    const found = asked && readRecorded(projectOf(file, onGo), asked)
    expect(found?.recorded.verdict).toBe('not-run')
    expect(found?.problems).toHaveLength(1)
  })

  it('refuses the record of another claim', () => {
    const file = 'go-reference/recorded/b.json'
    const found = problemsOf(() => readRecord(projectOf(file, onGo), 'b'))
    expect(found.map(({ message }) => message)).toEqual([
      'is the record of "a"; run cd go-reference && UPDATE=1 go test ./...',
    ])
  })
})

describe('applyEdits', () => {
  const edit = (find: string, replace: string, file = 'a.ts') => ({
    ...{ file, find, replace },
  })

  it('makes the edits of a file in their order, and leaves others out', () => {
    const edits = [edit('b', 'x$&'), edit('x', 'y'), edit('c', 'z', 'b.ts')]
    expect(applyEdits('a.ts', 'abc', edits)).toBe('ay$&c')
    expect(applyEdits('a.ts', 'abc', [])).toBe('abc')
  })

  it.each([
    ['d', 0],
    ['a', 2],
  ])('refuses a text that does not occur once: %s', (find, count) => {
    expect(() => applyEdits('a.ts', 'aba', [edit(find, '')])).toThrow(
      `a.ts: found "${find}" ${count} times, expected it once; correct the edit in test/breaks.json, or in mutants.ts, repairs.json or changes.json in src/evidence/`,
    )
  })
})

it('repairOf: finds the repair of each surprise', () => {
  for (const repair of repairs) {
    for (const id of repair.surprises) expect(repairOf(id)).toBe(repair)
  }
  expect(repairOf('gc-tail-first')).toBeUndefined()
})
