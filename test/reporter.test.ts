/** Tests that the report reaches the terminal and the exit code. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { TestModule } from 'vitest/node'
import { openProject } from '../src/project/project.ts'
import { claims } from './claims.ts'
import ClaimsReporter from './reporter.ts'

const { root } = openProject()

/** The reporter without a terminal; keeps what it says. */
class Quiet extends ClaimsReporter {
  readonly said: string[] = []
  override log(...parts: unknown[]): void {
    this.said.push(parts.join(' '))
  }
  override reportTestSummary(): void {
    this.said.push('the number of tests')
  }
}

type State = 'passed' | 'failed' | 'skipped'

/** The tests of a run by their titles, as vitest gives them to a reporter. */
function moduleOf(states: Readonly<Record<string, State>>) {
  const tests = Object.entries(states).map(([name, state]) => ({
    name,
    location: { line: 3 },
    meta: () => ({}),
    result: () => ({
      state,
      errors: state === 'failed' ? [{ message: 'wrong' }] : [],
    }),
  }))
  return {
    moduleId: `${root}test/a.test.ts`,
    task: {},
    errors: () => [],
    children: { allSuites: () => [], allTests: () => tests },
  } as unknown as TestModule
}

/** What a run says, and the exit code that it leaves. */
function reported(
  modules: readonly TestModule[],
  { errors = [], ...config }: { errors?: unknown[]; testNamePattern?: RegExp },
) {
  const reporter = new Quiet()
  const ctx = { config: { root, ...config }, filenamePattern: [] }
  reporter.ctx = ctx as unknown as typeof reporter.ctx
  reporter.onTestRunEnd(modules, errors as never, 'passed')
  return { said: reporter.said, code: process.exitCode }
}

const id = 'differs-nil'
const some = { testNamePattern: new RegExp(`${id}:`) }
const title = `${id}: as a value [port, original]`

describe('reporter', () => {
  let before: typeof process.exitCode
  beforeEach(() => {
    before = process.exitCode
    process.exitCode = undefined
  })
  afterEach(() => {
    process.exitCode = before
  })

  it('a run without most claims ends with an error, and counts them', () => {
    const { said, code } = reported([moduleOf({ [title]: 'passed' })], {})
    expect(code).toBe(1)
    expect(said.join('\n')).toContain(`${claims.length} claims: `)
    expect(said.join('\n')).toContain(`${claims.length - 1} not run`)
  })

  it.each<[string, number | undefined, State, unknown[]]>([
    ['holds', undefined, 'passed', []],
    ['fails', 1, 'failed', []],
    [
      'holds, and something else is thrown',
      1,
      'passed',
      [new Error('outside')],
    ],
  ])(
    'a claim that was asked for and %s: exit code %s',
    (_, wanted, state, errors) => {
      const all = moduleOf({ [title]: state, other: 'skipped' })
      const { said, code } = reported([all], { ...some, errors })
      expect(code).toBe(wanted)
      const text = said.join('\n')
      expect(text).toContain(id)
      expect(text.includes('wrong')).toBe(state === 'failed')
      expect(text.includes('outside')).toBe(errors.length > 0)
      // The failures stand before the number of tests, and the sums after it.
      const at = said.indexOf('the number of tests')
      expect(said.findIndex((line) => line.includes('wrong'))).toBeLessThan(at)
      expect(
        said.findIndex((line) => line.includes(' claims: ')),
      ).toBeGreaterThan(at)
    },
  )

  it('a name that nothing has ends with an error', () => {
    const all = moduleOf({ [title]: 'skipped' })
    const { said, code } = reported([all], { testNamePattern: /no-such/ })
    expect(code).toBe(1)
    expect(said.join('\n')).toContain('found no claim')
  })
})
