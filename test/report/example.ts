/** The report of a small registry: four claims, and a test for each. */
import { stripVTControlCharacters } from 'node:util'
import type { Claim } from '../../src/evidence/claims.ts'
import { type Report, reportOf } from './report.ts'
import type { Failure, Ran } from './results.ts'

export const claim = (
  id: string,
  evidence: string,
  record: string[] = [],
): Claim => ({
  ...{ id, evidence, record, line: 7 },
  ...{ kind: 'shown', symbol: 'Get', page: 'session-storage' },
})
const registry = [
  claim('traced', 'trace'),
  claim('tested', 'test'),
  claim('measured', 'go', ['n = 1']),
  claim('both', 'test', ['n = 1']),
]

export const ran = (
  id: string,
  title: string,
  more: Partial<Ran> = {},
): Ran => ({
  ...{ id, title: `${id}: ${title}`, file: 'test/a.test.ts', line: 3 },
  ...{ passed: true, left: false },
  ...more,
})
export const record = (id: string) => `go-reference/recorded/${id}.json`
export const recordOf = (id: string, more: Partial<Ran> = {}) =>
  ran(id, 'recorded with go1.26.8 linux/amd64 on 2026-11-22 [original]', {
    ...{ file: 'test/b.test.ts', record: record(id), ...more },
  })
export const traceOf = (id: string) => ({ trace: `test/claims/${id}.trace` })
export const good = {
  traced: ran('traced', 'Holds [port, original]', traceOf('traced')),
  tested: ran('tested', 'does it'),
  measured: recordOf('measured'),
  both: ran('both', 'does it [port]'),
  bothRecord: recordOf('both'),
}

export const otherTest = ran('other', 'does', { id: undefined, title: 'other' })
export const failed = { passed: false }
export const skipped = { passed: false, left: true }

export const place = { file: 'test/x.test.ts', line: 3, title: 'other' }
/** A failure that is of no claim, unless its place has an id. */
export const other = (
  more: Partial<Failure>,
  of: Failure['of'] = place,
): Failure => ({
  ...{ of, loading: false, message: 'wrong', diff: '', places: [] },
  ...more,
})
/** Tests are lost. */
export const losing = { loading: true }

interface Told extends Report {
  readonly text: string
  /** The marks and the evidence of a claim in the list. */
  of(id: string): string | undefined
}

/** The report of these tests; tests that failed get a failure. */
export function told(
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

/** The tests of all claims with some changed; undefined leaves one out. */
export const but = (
  change: Partial<Record<keyof typeof good, Ran | undefined>>,
) => Object.values({ ...good, ...change }).filter((test) => test !== undefined)
