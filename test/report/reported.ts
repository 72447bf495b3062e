/** Runs the reporter of `npm test` on tests that end as a test of it says. */
import type { TestModule } from 'vitest/node'
import { openProject } from '../../src/project/project.ts'
import ClaimsReporter from '../reporter.ts'
import type { Meta } from './results.ts'

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

export type State = 'passed' | 'failed' | 'skipped'

/** What else a run has. */
interface Others {
  /** What the tests note for the report. */
  readonly meta?: Meta
  /** What else is thrown by a test that fails. */
  readonly error?: object
  /** Why the file did not load. */
  readonly file?: string
  /** Why a suite did not load. */
  readonly suite?: string
}

const errorsOf = (message: string | undefined) => (message ? [{ message }] : [])

/** The tests of a run by their titles, as vitest gives them to a reporter. */
export function moduleOf(
  states: Readonly<Record<string, State>>,
  others: Others = {},
) {
  const tests = Object.entries(states).map(([name, state]) => ({
    name,
    fullName: `a suite > ${name}`,
    location: { line: 3 },
    meta: () => others.meta ?? {},
    result: () => ({
      state,
      errors: state === 'failed' ? [{ message: 'wrong', ...others.error }] : [],
    }),
  }))
  const suites = [
    { name: 'a suite before', state: 'passed', errors: () => [] },
    {
      name: 'suite',
      state: others.suite ? 'failed' : 'passed',
      errors: () => errorsOf(others.suite),
    },
  ]
  // As vitest does, with a state each gives only those that have it.
  const inState =
    <T>(all: readonly T[], stateOf: (one: T) => string) =>
    (wanted?: string) =>
      all.filter((one) => wanted === undefined || stateOf(one) === wanted)
  return {
    moduleId: `${root}test/a.test.ts`,
    task: {},
    errors: () => errorsOf(others.file),
    children: {
      allSuites: inState(suites, ({ state }) => state),
      allTests: inState(tests, (test) => test.result().state),
    },
  } as unknown as TestModule
}

/** What a run says, and the exit code that it leaves. */
export function reported(
  modules: readonly TestModule[],
  {
    errors = [],
    filenamePattern = [],
    ...config
  }: {
    errors?: unknown[]
    testNamePattern?: RegExp
    root?: string
    filenamePattern?: string[]
  },
) {
  const reporter = new Quiet()
  const ctx = { config: { root, ...config }, filenamePattern }
  reporter.ctx = ctx as unknown as typeof reporter.ctx
  reporter.onTestRunEnd(modules, errors as never, 'passed')
  return { said: reporter.said, code: process.exitCode }
}
