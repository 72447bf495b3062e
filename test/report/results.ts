/** What the report of `npm test` knows of a run: its tests and its errors. */
import { relative } from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import type { TestCase, TestModule } from 'vitest/node'
import { claimIn } from '../../src/evidence/sides.ts'
import type { Side } from '../../src/evidence/verdict-types.ts'
import { formatProblem, type Problem } from '../../src/project/problem.ts'

/** What a test notes for the report. */
export interface Meta {
  /** The only sides on which a failed test failed. */
  failedOn?: Side[]
  /** The file of the trace that a test runs on both engines. */
  trace?: string
  /** The file of the record that a test compares with its claim. */
  record?: string
  /** Whether that record is older than what it was measured on. */
  stale?: boolean
}

declare module 'vitest' {
  interface TaskMeta extends Meta {}
}

/** A place in a file of the project. */
export interface Place {
  /** Path from the project's root. */
  readonly file: string
  /** From 1. */
  readonly line: number
}

/** A test with its result. */
export interface Ran extends Place, Readonly<Meta> {
  /** The claim that its title begins with. */
  readonly id?: string | undefined
  /** Its title. */
  readonly title: string
  readonly passed: boolean
  /** Whether it did not run, because it was skipped or left out. */
  readonly left: boolean
  /** Whether it did not run although it was asked for. */
  readonly skipped?: boolean
}

/** Why a test failed, or why a file of tests did not load. */
export interface Failure {
  /** The test or the file. */
  readonly of: Place & Pick<Ran, 'title' | 'id'>
  /** Whether the tests of the file did not run for this reason. */
  readonly loading: boolean
  readonly message: string
  /** What was expected and what came, as lines; may be empty. */
  readonly diff: string
  /** Where it was thrown in this project, the innermost place first. */
  readonly places: readonly Place[]
  /** The side as which something else ran, if that was thrown. */
  readonly impostor?: Side | undefined
}

/** An error as vitest reports it. */
interface Reported {
  readonly message?: string
  readonly name?: string
  readonly diff?: string
  readonly stack?: string
  readonly side?: Side
}

/**
 * Reads the tests and the failures of a run.
 * @param errors What was thrown outside of tests.
 * @param root The project's root.
 * @param isAsked Whether a test of this full name was asked for.
 */
export function resultsOf(
  modules: readonly TestModule[],
  errors: readonly unknown[],
  root: string,
  isAsked: (fullName: string) => boolean,
) {
  const tests: Ran[] = []
  const failures: Failure[] = []
  const fail = (
    of: Failure['of'],
    loading: boolean,
    errors: readonly unknown[],
  ) =>
    failures.push(...errors.map((error) => failure(of, loading, error, root)))
  for (const module of modules) {
    const file = nameIn(root, module.moduleId)
    fail({ file, line: 1, title: 'did not load' }, true, module.errors())
    for (const suite of module.children.allSuites()) {
      const { line = 1 } = suite.location ?? {}
      fail({ file, line, title: suite.name }, true, suite.errors())
    }
    for (const test of module.children.allTests()) {
      const ran = ranOf(test, file, isAsked)
      tests.push(ran)
      fail(ran, false, test.result().errors ?? [])
    }
  }
  const outside = { file: 'test', line: 1, title: 'outside of the tests' }
  fail(outside, true, errors)
  return { tests, failures }
}

/** A problem in a file that the report itself reads, as a failure. */
export function failureOf(problem: Problem): Failure {
  const { file, line } = problem
  const message = formatProblem(problem)
  const of = { file, line, title: 'the report' }
  return { of, loading: true, message, diff: '', places: [] }
}

function ranOf(
  test: TestCase,
  file: string,
  isAsked: (fullName: string) => boolean,
): Ran {
  const { state } = test.result()
  const left = state !== 'passed' && state !== 'failed'
  return {
    file,
    line: test.location?.line ?? 1,
    id: claimIn(test.name)?.id,
    title: test.name,
    passed: state === 'passed',
    left,
    skipped: left && isAsked(test.fullName),
    ...test.meta(),
  }
}

function failure(
  of: Failure['of'],
  loading: boolean,
  error: unknown,
  root: string,
): Failure {
  const { name, message = '', diff = '', stack = '', side } = error as Reported
  const kind = name && name !== 'AssertionError' && name !== 'Error' ? name : ''
  return {
    of,
    loading,
    message: plain(
      kind && !message.startsWith(kind) ? `${kind}: ${message}` : message,
    ),
    diff: plain(diff),
    places: placesIn(stack, root),
    impostor: name === 'IdentityError' ? side : undefined,
  }
}

const plain = (text: string) => stripVTControlCharacters(text).trim()

/** The lines of a stack that are of this project. */
function placesIn(stack: string, root: string): Place[] {
  const frames = stack.matchAll(
    /^\s+at .*?\(?((?:file:\/\/)?\/[^\s()]+?):(\d+):\d+\)?$/gm,
  )
  return [...frames].flatMap(([, path = '', line]) => {
    const file = nameIn(root, path.replace(/^file:\/\//, ''))
    if (/^\.\.|^node_modules/.test(file)) return []
    return [{ file, line: Number(line) }]
  })
}

const nameIn = (root: string, path: string) =>
  relative(root, path).replaceAll('\\', '/')
