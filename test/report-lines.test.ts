/** Tests what the report of `npm test` says of records, engines and one claim. */
import { describe, expect, it } from 'vitest'
import {
  but,
  failed,
  good,
  losing,
  other,
  place,
  ran,
  record,
  recordOf,
  skipped,
  told,
} from './report/example.ts'
import type { Failure, Ran } from './report/results.ts'

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

  it('the claim is told in full, and the others are not run', () => {
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

  it('a claim without a statement is told so', () => {
    const { text } = told(only({}), { ...filtered, statements: new Map() })
    expect(text).toContain('has no statement in docs/en/claims.json')
  })

  it('the run ends by the result', () => {
    const report = told(only({ ...failed, failedOn: ['original'] }), filtered)
    expect(report.good).toBe(false)
    expect(report.text).toContain('✗ on the original it fails')
    const stale = only({ ...skipped, record: record('traced'), stale: true })
    expect(told(stale, filtered).good).toBe(false)
    expect(told(stale, filtered).text).toContain(
      'on the port it has no verdict',
    )
  })

  it('a side that a claim is not about is told so', () => {
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
  ])('%s is no name, which is an error', (named, advice) => {
    const none = but({}).map((test) => ({ ...test, ...skipped }))
    const report = told(none, { filtered: true, named })
    expect(report.good).toBe(false)
    expect(report.text).toBe(
      `found no claim and no test named "${named}"; ${advice}\n`,
    )
  })
})
