/**
 * Lies to the report of `npm test`: results in which a test failed, was
 * skipped or is missing, and what the report must say of them.
 */
import { stripVTControlCharacters } from 'node:util'
import { describe, expect, it } from 'vitest'
import type { Claim } from '../src/evidence/claims.ts'
import { type Report, reportOf } from './report/report.ts'
import { type Failure, failureOf, type Ran } from './report/results.ts'

const claim = (id: string, evidence: string, record: string[] = []): Claim => ({
  ...{ id, evidence, record, line: 7 },
  ...{ kind: 'shown', symbol: 'Get', page: 'session-storage' },
})
const registry = [
  claim('traced', 'trace'),
  claim('tested', 'test'),
  claim('measured', 'go', ['n = 1']),
  claim('both', 'test', ['n = 1']),
]

const ran = (id: string, title: string, more: Partial<Ran> = {}): Ran => ({
  ...{ id, title: `${id}: ${title}`, file: 'test/a.test.ts', line: 3 },
  ...{ passed: true, left: false },
  ...more,
})
const record = (id: string) => `go-reference/recorded/${id}.json`
const recordOf = (id: string, more: Partial<Ran> = {}) =>
  ran(id, 'recorded with go1.26.8 linux/amd64 on 2026-11-22 [original]', {
    ...{ file: 'test/b.test.ts', record: record(id), ...more },
  })
const traceOf = (id: string) => ({ trace: `test/claims/${id}.trace` })
const good = {
  traced: ran('traced', 'Holds [port, original]', traceOf('traced')),
  tested: ran('tested', 'does it'),
  measured: recordOf('measured'),
  both: ran('both', 'does it [port]'),
  bothRecord: recordOf('both'),
}

const otherTest = ran('other', 'does', { id: undefined, title: 'other' })
const failed = { passed: false }
const skipped = { passed: false, left: true }

const place = { file: 'test/x.test.ts', line: 3, title: 'other' }
/** A failure that is of no claim, unless its place has an id. */
const other = (more: Partial<Failure>, of: Failure['of'] = place): Failure => ({
  ...{ of, loading: false, message: 'wrong', diff: '', places: [] },
  ...more,
})
/** Tests are lost. */
const losing = { loading: true }

interface Told extends Report {
  readonly text: string
  /** The marks and the evidence of a claim in the list. */
  of(id: string): string | undefined
}

/** The report of these tests; tests that failed get a failure. */
function told(
  tests: readonly Ran[],
  more: Partial<Parameters<typeof reportOf>[0]> = {},
): Told {
  const failures = tests
    .filter(({ passed, left }) => !passed && !left)
    .map((of) => ({
      ...{ of, loading: false, message: 'wrong', diff: '' },
      places: [{ file: of.file, line: 9 }],
    }))
  const report = reportOf({
    registry,
    statements: new Map([['traced', 'What it states.']]),
    tests,
    failures,
    unread: [],
    filtered: false,
    changed: () => [],
    ...more,
  })
  const lines = [...report.before, ...report.after]
  const text = stripVTControlCharacters(lines.join('\n'))
  const of = (id: string) =>
    new RegExp(`^ (\\S \\S) ${id} +(.*)$`, 'm').exec(text)?.slice(1).join(' ')
  return { ...report, text, of }
}

const all = { ...good }
const but = (change: Partial<Record<keyof typeof good, Ran | undefined>>) =>
  Object.values({ ...all, ...change }).filter((test) => test !== undefined)

describe('verdicts', () => {
  const onPort = ran('traced', 'Holds [port, original]', {
    ...{ ...traceOf('traced'), ...failed },
    failedOn: ['port'],
  })
  const holding = '3 hold on the port; 3 hold'
  const oneFails = '2 hold on the port, 1 fails; 3 hold'
  const goFails = '3 hold on the port; 2 hold on the original, 1 fails.'
  const bothFail =
    '2 hold on the port, 1 fails; 2 hold on the original, 1 fails.'
  const oneLacks = '2 hold on the port, 1 without a verdict; 3 hold'
  const goLacks =
    '3 hold on the port; 2 hold on the original, 1 without a verdict.'
  const noSide = but({ traced: { ...good.traced, ...failed } })
  const stale = { ...skipped, stale: true }
  const traced = (...failedOn: ('port' | 'original')[]) =>
    but({ traced: { ...onPort, failedOn } })
  const onBoth = traced('port', 'original')
  const tested = but({ tested: { ...good.tested, ...failed } })
  const second = (how: Partial<Ran>) => ran('tested', 'more', how)
  const oneOfTwo = (how: Partial<Ran>) => [...but({}), second(how)]
  const mixed = [...tested, second(skipped)]
  const measured = (how: Partial<Ran>) =>
    but({ measured: recordOf('measured', how) })
  const both = (how: Partial<Ran>) => but({ bothRecord: recordOf('both', how) })
  const lost = (name: 'both' | 'bothRecord') => but({ [name]: undefined })

  it.each<[string, Ran[], string, string]>([
    ['all pass', but({}), 'traced ✓ ✓', holding],
    ['a trace fails on the port', traced('port'), 'traced ✗ ✓', oneFails],
    [
      'a trace fails on the original',
      traced('original'),
      'traced ✓ ✗',
      goFails,
    ],
    ['a trace fails on both', onBoth, 'traced ✗ ✗', bothFail],
    ['a trace fails before it notes a side', noSide, 'traced ✗ ✗', bothFail],
    ['a trace fails and notes no side', traced(), 'traced ✗ ✗', bothFail],
    ['a test fails', tested, 'tested ✗ –', oneFails],
    ['one of two tests fails', oneOfTwo(failed), 'tested ✗ –', oneFails],
    ['a record fails', measured(failed), 'measured – ✗', goFails],
    ['a record beside a test fails', both(failed), 'both ✓ ✗', goFails],
    ['one of two is skipped', oneOfTwo(skipped), 'tested ? –', oneLacks],
    ['one of two fails, one is skipped', mixed, 'tested ✗ –', oneFails],
    ['a record is stale', measured(stale), 'measured – ?', goLacks],
    ['the record of a test is stale', both(stale), 'both ✓ ?', goLacks],
    ['a record is missing', lost('bothRecord'), 'both ✓ ?', goLacks],
    ['a test beside a record is missing', lost('both'), 'both ? ✓', oneLacks],
    [
      'a record names no side',
      measured({ title: 'measured: recorded with go1.26.8 on 2026-11-22' }),
      'measured ✓ ?',
      '4 hold on the port; 2 hold on the original, 1 without a verdict.',
    ],
    ...[
      recordOf('traced'),
      ran('traced', 'holds, too [port, original]'),
      ran('traced', 'Holds [port, original]', traceOf('tested')),
    ].map((traced): [string, Ran[], string, string] => [
      `a trace did not run, although this did: ${traced.title}`,
      but({ traced }),
      'traced ? ?',
      '2 hold on the port, 1 without a verdict; 2 hold on the original, 1 without a verdict.',
    ]),
  ])('verdicts: %s', (_, tests, line, counts) => {
    const report = told(tests)
    const [id = ''] = line.split(' ')
    expect(`${id} ${report.of(id)?.slice(0, 3)}`).toBe(line)
    expect(report.text).toContain(`4 claims: ${counts}`)
    expect(report.good).toBe(counts === holding)
    // Verdicts decide, also if vitest names no error.
    const silent = told(tests, { failures: [] })
    expect(silent.good).toBe(counts === holding)
    // Each claim without a verdict on a side is named.
    const open = silent.text.includes(`claim "${id}" has no verdict: `)
    expect(open).toBe(counts.includes('without a verdict'))
  })

  it.each<[string, Ran[]]>([
    ['missing', but({ traced: undefined })],
    ['skipped', but({ traced: { ...good.traced, ...skipped } })],
  ])('verdicts: a claim whose only test is %s does not hold', (_, tests) => {
    const report = told(tests)
    expect(report.good).toBe(false)
    expect(report.of('traced')).toBeUndefined()
    expect(report.text).toContain(
      '4 claims: 2 hold on the port; 2 hold on the original; 1 not run.',
    )
    expect(report.text).toContain('test/claims.json:7: claim "traced" has no')
  })

  it.each<[string, Partial<Failure>, string]>([
    ['something runs as the port', { impostor: 'port' }, '?✓'],
    ['something runs as the original', { impostor: 'original' }, '✓?'],
    ['tests are lost', losing, '??'],
    ['another test fails', {}, '✓✓'],
  ])('verdicts: what holds if %s', (_, failure, marks) => {
    const report = told(but({ tested: { ...good.tested, ...failed } }), {
      failures: [other({}), other(failure)],
    })
    const [port = '', original = ''] = marks
    expect(report.of('traced')).toContain(`${port} ${original} `)
    expect(report.of('both')).toContain(`${port} ${original} `)
    expect(report.of('measured')).toContain(`– ${original} `)
    expect(report.of('tested')).toContain('✗ – ')
    const [ours, theirs] = report.text.match(/\d hold on the \w+[^;.]*/g) ?? []
    expect(ours).toBe(
      port === '✓'
        ? '2 hold on the port, 1 fails'
        : '0 hold on the port, 1 fails, 2 without a verdict',
    )
    expect(theirs).toBe(
      original === '✓'
        ? '3 hold on the original'
        : '0 hold on the original, 3 without a verdict',
    )
    expect(report.good).toBe(false)
  })

  it.each([
    ['of a claim', but({ both: { ...good.both, ...skipped, skipped: true } })],
    ['of no claim', [...but({}), { ...otherTest, ...skipped, skipped: true }]],
  ])('verdicts: a test %s that was skipped is told', (_, tests) => {
    for (const filtered of [true, false]) {
      const report = told(tests, { filtered, failures: [] })
      expect(report.good).toBe(false)
      expect(report.text).toContain('did not run; remove the skip, todo or')
      expect(report.text).toContain('1 test failed; 1 cause')
    }
  })

  it('verdicts: a failure that is of no claim makes the run not good', () => {
    const broken = failureOf({ file: 'x.json', line: 3, message: 'broken' })
    for (const list of ['unread', 'failures']) {
      const report = told(but({}), { [list]: [broken] })
      expect(report.good, list).toBe(false)
      expect(report.text).toContain('x.json:3: broken')
    }
  })

  it('verdicts: a run without tests or claims is not good', () => {
    expect(told([]).good).toBe(false)
    expect(told([], { registry: [] }).good).toBe(false)
    // Evidence of a kind that does not exist asks for no test.
    expect(told([], { registry: [claim('odd', 'tost')] }).good).toBe(false)
  })
})

it('records: their number is that of the records that were compared', () => {
  expect(told(but({})).text).toContain('Go itself. 2 records of what')
  const stale = recordOf('both', { ...skipped, stale: true })
  const text = told(but({ bothRecord: stale })).text
  expect(text).toContain('Go itself. 1 record of what')
  expect(text).toContain(`${record('both')}:1 (stale)`)
  const left = recordOf('both', skipped)
  expect(told(but({ bothRecord: left })).text).toContain(
    `${record('both')}:1 (not compared)`,
  )
  expect(told(but({})).text).not.toContain('Not run here: Redis')
})

it('records: those of Redis are counted apart', () => {
  const redis = ran(
    'both',
    'recorded with Redis 7.0.15 on 2026-11-22 [original]',
    {
      record: 'test/redis/recorded/both.json',
    },
  )
  const { text } = told(but({ bothRecord: redis }))
  expect(text).toContain('Redis. 1 record of what')
  expect(text).toContain('Go itself. 1 record of what')
})

it('lines: say that both engines ran only if they did', () => {
  const said = 'Run here: the port, and the original as trace.wasm.'
  expect(told(but({})).text).toContain(said)
  for (const traced of [
    undefined,
    { ...good.traced, ...skipped },
    { ...good.traced, trace: undefined },
  ])
    expect(told(but({ traced })).text).not.toContain(said)
  for (const lie of [
    { impostor: 'port' },
    { impostor: 'original' },
    losing,
  ] as const)
    expect(told(but({}), { failures: [other(lie)] }).text).not.toContain(said)
})

it('lines: say how many tests that are of no claim failed', () => {
  const of = (failures: readonly Failure[]) => told(but({}), { failures }).text
  const [one, second] = [other({}), other({}, { ...place, line: 4 })]
  expect(of([])).not.toContain('Not proven')
  expect(of([one, one])).toContain('Not proven: 1 test or file that is of no')
  expect(of([one, second])).toContain('Not proven: 2 tests or files that are')
  const ofClaim = other({}, { ...place, id: 'traced' })
  expect(of([ofClaim])).not.toContain('Not proven')
  expect(of([{ ...ofClaim, ...losing }])).toContain(
    'Not proven: 1 test or file',
  )
})

it('lines: say how many tests of a claim failed, and how many did not run', () => {
  const tests = [
    ran('tested', 'second', failed),
    ran('tested', 'third', failed),
    ran('tested', 'fourth', skipped),
  ]
  const line = (more: readonly Ran[]) =>
    told([...but({}), ...more]).of('tested')
  expect(line([])).toMatch(/a\.test\.ts:3$/)
  expect(line(tests)).toContain('(4 tests, 2 failed, 1 not run)')
})

describe('a name was asked for', () => {
  const filtered = { filtered: true, named: 'traced' }
  const only = (change: Partial<Ran>) => [
    { ...good.traced, ...change },
    ...but({ traced: undefined }).map((test) => ({ ...test, ...skipped })),
  ]

  it('named: the claim is told in full, and the others are not run', () => {
    const report = told(only({}), filtered)
    expect(report.good).toBe(true)
    for (const part of [
      'traced   test/claims.json:7',
      'What it states.',
      'test/claims/traced.trace:1',
      'test/a.test.ts:3',
      '✓ on the port it holds',
      '✓ on the original it holds',
      '4 claims: 1 holds on the port; 1 holds on the original; 3 not run.',
    ]) {
      expect(report.text).toContain(part)
    }
    expect(report.text).not.toContain('fail')
  })

  it('named: a claim without a statement is told so', () => {
    const { text } = told(only({}), { ...filtered, statements: new Map() })
    expect(text).toContain('has no statement in docs/en/claims.json')
  })

  it('named: the run ends by the result', () => {
    const report = told(only({ ...failed, failedOn: ['original'] }), filtered)
    expect(report.good).toBe(false)
    expect(report.text).toContain('✗ on the original it fails')
    const stale = only({ ...skipped, record: record('traced'), stale: true })
    expect(told(stale, filtered).good).toBe(false)
    expect(told(stale, filtered).text).toContain(
      'on the port it has no verdict',
    )
  })

  it('named: a side that a claim is not about is told so', () => {
    const tests = but({}).map((test) =>
      test === good.tested ? test : { ...test, ...skipped },
    )
    const { text } = told(tests, { filtered: true, named: 'tested' })
    expect(text).toContain('✓ on the port it holds')
    expect(text).toContain('– on the original it is not about this side')
  })

  it.each([
    ['trade', 'did you mean npm test -- -t traced?'],
    ['unheard', 'the ids of the claims are in test/claims.json'],
  ])('named: %s is no name, which is an error', (named, advice) => {
    const none = but({}).map((test) => ({ ...test, ...skipped }))
    const report = told(none, { filtered: true, named })
    expect(report.good).toBe(false)
    expect(report.text).toBe(
      `found no claim and no test named "${named}"; ${advice}\n`,
    )
  })
})
