/**
 * Lies to the report of `npm test`: results in which a test failed, was
 * skipped or is missing, and which verdicts the report must give.
 */
import { expect, it } from 'vitest'
import {
  but,
  claim,
  failed,
  good,
  losing,
  other,
  otherTest,
  ran,
  recordOf,
  skipped,
  told,
  traceOf,
} from './report/example.ts'
import { type Failure, failureOf, type Ran } from './report/results.ts'

const onPort = ran('traced', 'Holds [port, original]', {
  ...{ ...traceOf('traced'), ...failed },
  failedOn: ['port'],
})
const holding = '3 hold on the port; 3 hold'
const oneFails = '2 hold on the port, 1 fails; 3 hold'
const goFails = '3 hold on the port; 2 hold on the original, 1 fails.'
const bothFail = '2 hold on the port, 1 fails; 2 hold on the original, 1 fails.'
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
  ['a trace fails on the original', traced('original'), 'traced ✓ ✗', goFails],
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
])('%s', (_, tests, line, counts) => {
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
])('a claim whose only test is %s does not hold', (_, tests) => {
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
])('what holds if %s', (_, failure, marks) => {
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
])('a test %s that was skipped is told', (_, tests) => {
  for (const filtered of [true, false]) {
    const report = told(tests, { filtered, failures: [] })
    expect(report.good).toBe(false)
    expect(report.text).toContain('did not run; remove the skip, todo or')
    expect(report.text).toContain('1 test failed; 1 cause')
  }
})

it('a failure that is of no claim makes the run not good', () => {
  const broken = failureOf({ file: 'x.json', line: 3, message: 'broken' })
  for (const list of ['unread', 'failures']) {
    const report = told(but({}), { [list]: [broken] })
    expect(report.good, list).toBe(false)
    expect(report.text).toContain('x.json:3: broken')
  }
})

it('a run without tests or claims is not good', () => {
  expect(told([]).good).toBe(false)
  expect(told([], { registry: [] }).good).toBe(false)
  // Evidence of a kind that does not exist asks for no test.
  expect(told([], { registry: [claim('odd', 'tost')] }).good).toBe(false)
})
