/** What runs a trace, and what it reports of each operation. */
import { compareCodePoints } from './order.ts'
import type { Expectation, Operation, Result, Scalar, Trace } from './trace.ts'

/** One entry of the list. */
export interface SessionState {
  readonly sid: string
  /** Last access: milliseconds since the start of the trace, floored. */
  readonly stamp: number
  /** Sorted by key. */
  readonly values: readonly (readonly [Scalar, Scalar])[]
}

/** All that a provider holds. */
export interface State {
  /** Front to back. */
  readonly list: readonly SessionState[]
  /** Where in the list each sid's entry is; -1 if in no place of it. */
  readonly map: Readonly<Record<string, number>>
  /** The same of each handle's session. */
  readonly handles: Readonly<Record<string, number>>
}

/** What became of one operation. */
export interface Step {
  readonly line: number
  readonly text: string
  /** What the operation gave, if it gives anything. */
  readonly result?: Result
  /** Why it failed, if it did. */
  readonly error?: string
  /** What the provider held afterwards. */
  readonly state: State
  /** Entries that the last `gc` looked at. */
  readonly visited: number
  readonly expected?: Expectation
  /** Whether it did what was expected; failing is never expected unsaid. */
  readonly ok: boolean
}

export interface Engine {
  readonly name: 'port' | 'original'
  /**
   * Runs each trace on an empty store, its clock at the start.
   * @returns For each trace one step for each operation.
   */
  run(traces: readonly Trace[]): Step[][]
  /** The same, but hands over each trace's steps and keeps none of them. */
  runEach(traces: readonly Trace[], take: Take): void
}

/** Takes the steps of the trace with that index. */
export type Take = (steps: Step[], index: number) => void

/** An engine that runs traces in this way. */
export function engineOf(
  name: Engine['name'],
  runEach: Engine['runEach'],
): Engine {
  return {
    name,
    runEach,
    run(traces) {
      const all: Step[][] = []
      runEach(traces, (steps) => all.push(steps))
      return all
    },
  }
}

/** What an engine knows after one operation, before it is judged. */
export interface Outcome {
  readonly result?: Result
  readonly error?: string
  readonly state: State
  readonly visited: number
}

export const EMPTY: State = { list: [], map: {}, handles: {} }

/** Adds what was observed and expected to what became of an operation. */
export function judge(operation: Operation, outcome: Outcome): Step {
  const { line, text, expected } = operation
  const { error, state, visited } = outcome
  const result = error === undefined ? observe(operation, outcome) : undefined
  const ok =
    expected === undefined
      ? error === undefined
      : meets(expected, result, error)
  return { line, text, result, error, state, visited, expected, ok }
}

/** A step for an operation that an earlier one has made impossible. */
export function notRun(operation: Operation, last: Outcome, why: string): Step {
  const { state, visited } = last
  const error = `not run: ${why}`
  return { ...judge(operation, { error, state, visited }), ok: false }
}

function observe(
  { name }: Operation,
  { result, state, visited }: Outcome,
): Result | undefined {
  switch (name) {
    case 'list':
      return state.list.map((entry) => entry.sid)
    case 'map':
      return Object.keys(state.map).sort(compareCodePoints)
    case 'stamps':
      return state.list.map((entry) => Math.floor(entry.stamp / 1000))
    case 'visited':
      return visited
    default:
      return result
  }
}

function meets(
  expected: Expectation,
  result: Result | undefined,
  error: string | undefined,
): boolean {
  if ('error' in expected) {
    return error !== undefined
  }
  return error === undefined && sameResult(expected.value, result)
}

/** Whether two results are equal. */
export function sameResult(
  a: Result | undefined,
  b: Result | undefined,
): boolean {
  if (Array.isArray(a) && Array.isArray(b)) {
    return a.length === b.length && a.every((item, index) => item === b[index])
  }
  return a === b
}
