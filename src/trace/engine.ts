/** Defines what an engine is, and what it reports of each operation. */
import type { ObservedName, OperationName } from './operations.ts'
import { compareCodePoints } from './order.ts'
import type { Expectation, Operation, Result, Scalar } from './trace.ts'

/** One entry of the list. */
export interface SessionState {
  /** Counts the sessions of a trace in the order in which they appear, from 1. */
  readonly number: number
  readonly sid: string
  /** Last access: milliseconds since the start of the trace, floored. */
  readonly stamp: number
  /** Sorted by key. */
  readonly values: readonly (readonly [Scalar, Scalar])[]
}

/**
 * The whole state of the provider in use. Its map leads from the sid of each
 * entry of the list to that entry's session; `orphans` and `astray` hold the
 * exceptions.
 */
export interface State {
  /** Front to back. */
  readonly list: readonly SessionState[]
  /** Numbers of the entries to which the map does not lead, front to back. */
  readonly orphans: readonly number[]
  /** Sids for which the map has a session of another sid or not in the list. */
  readonly astray: Readonly<Record<string, number>>
  /** The number of the session that each handle holds. */
  readonly handles: Readonly<Record<string, number>>
}

/** One operation, what it did, and whether that was expected. */
export interface Step {
  readonly name: OperationName
  readonly line: number
  readonly text: string
  /** The result of the operation, if it has one. */
  readonly result?: Result
  /** Why it failed, if it did. */
  readonly error?: string
  /** The state after the operation. */
  readonly state: State
  /** Number of entries that the last `gc` looked at. */
  readonly visited: number
  readonly expected?: Expectation
  /** Whether the expectation is met; without one, whether it did not fail. */
  readonly ok: boolean
}

/** What an engine needs of a trace: operations that it can iterate again. */
export interface Playable {
  readonly operations: Iterable<Operation>
}

/** Receives each step as soon as it is made, with the index of its trace. */
export type OnStep = (step: Step, index: number) => void

/** The packages of a provider that both engines can run, by registered name. */
export const packages = ['memory', 'repaired'] as const

/** The name of such a package. */
export type ProviderPackage = (typeof packages)[number]

/**
 * Reads the name of such a package from a command line.
 * @throws {Error} If there is none of that name.
 */
export function readProvider(name: string): ProviderPackage {
  const known = packages.find((each) => each === name)
  if (known) return known
  throw new Error(`--provider: want ${packages.join(' or ')}, got ${name}`)
}

export interface Engine {
  readonly name: 'port' | 'original'
  /**
   * Runs each trace on an empty store with the clock at the start, and keeps no
   * step. An error that `take` throws ends the run.
   */
  play(traces: readonly Playable[], take: OnStep): void
  /** Runs the traces and returns the steps of each, one per operation. */
  run(traces: readonly Playable[]): Step[][]
}

/** Makes an engine from its name and its `play`. */
export function engineOf(name: Engine['name'], play: Engine['play']): Engine {
  return {
    name,
    play,
    run(traces) {
      const all = traces.map((): Step[] => [])
      // Stryker disable next-line OptionalChaining: each index is a trace's
      play(traces, (step, index) => all[index]?.push(step))
      return all
    },
  }
}

/** What an engine reports of one operation, before it is judged. */
export interface Outcome {
  readonly result?: Result
  readonly error?: string
  readonly state: State
  readonly visited: number
}

export const EMPTY: State = { list: [], orphans: [], astray: {}, handles: {} }

/** The sids that the map holds, each with the number of its session. */
export function mapOf({ list, orphans, astray }: State): Map<string, number> {
  const left = new Set(orphans)
  const mapped = list.filter(({ number }) => !left.has(number))
  return new Map([
    ...mapped.map(({ sid, number }) => [sid, number] as const),
    ...Object.entries(astray),
  ])
}

/** Makes a step: adds what was observed, and checks the expectation. */
export function judge(operation: Operation, outcome: Outcome): Step {
  const { name, line, text, expected } = operation
  const { error, state, visited } = outcome
  const result = error === undefined ? observe(operation, outcome) : undefined
  const ok =
    expected === undefined
      ? error === undefined
      : meets(expected, result, error)
  return { name, line, text, result, error, state, visited, expected, ok }
}

/** Makes a step for an operation that does not run, with the reason. */
export function notRun(operation: Operation, last: Outcome, why: string): Step {
  const { state, visited } = last
  const error = `not run: ${why}`
  return { ...judge(operation, { error, state, visited }), ok: false }
}

/** The results that are read from what an engine reports. */
const observers: {
  readonly [Name in ObservedName]: (outcome: Outcome) => Result
} = {
  list: ({ state }) => state.list.map((entry) => entry.sid),
  map: ({ state }) => [...mapOf(state).keys()].sort(compareCodePoints),
  stamps: ({ state }) =>
    state.list.map((entry) => Math.floor(entry.stamp / 1000)),
  visited: ({ visited }) => visited,
}

function observe({ name }: Operation, outcome: Outcome): Result | undefined {
  return name in observers
    ? observers[name as ObservedName](outcome)
    : outcome.result
}

function meets(
  expected: Expectation,
  result: Result | undefined,
  error: string | undefined,
): boolean {
  if ('error' in expected) {
    return error !== undefined
  }
  return sameResult(expected.value, result)
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
