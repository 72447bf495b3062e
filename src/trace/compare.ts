/** Finds where two engines' steps differ. */
import {
  type SessionState,
  type State,
  type Step,
  sameResult,
} from './engine.ts'

type Same = (a: Step, b: Step) => boolean

const parts = {
  result: (a, b) => sameResult(a.result, b.result),
  error: (a, b) => (a.error === undefined) === (b.error === undefined),
  list: (a, b) => sameList(a.state, b.state),
  map: (a, b) => sameMap(a.state, b.state),
  handles: (a, b) => sameNumbers(a.state.handles, b.state.handles),
  visited: (a, b) => a.visited === b.visited,
} as const satisfies Record<string, Same>

/** The parts of a step in which two engines can differ. */
export type Part = keyof typeof parts

/**
 * The parts in which two engines' steps for the same operation differ. Two
 * failures are no difference, even if their messages differ.
 */
export function differences(a: Step, b: Step): Part[] {
  const found: Part[] = []
  for (const [part, same] of Object.entries(parts) as [Part, Same][]) {
    if (!same(a, b)) {
      found.push(part)
    }
  }
  return found
}

/** The index of the first operation at which two runs differ, or -1. */
export function firstDifference(a: readonly Step[], b: readonly Step[]) {
  const length = Math.max(a.length, b.length)
  return Array.from({ length }).findIndex((_, index) => {
    const left = a[index]
    const right = b[index]
    return !left || !right || differences(left, right).length > 0
  })
}

function sameList({ list: a }: State, { list: b }: State): boolean {
  return (
    a.every((entry, index) => sameEntry(entry, b[index])) &&
    a.length === b.length
  )
}

/** Whether two entries are there, and equal in all their fields. */
export function sameEntry(a?: SessionState, b?: SessionState): boolean {
  return (
    a !== undefined &&
    a.number === b?.number &&
    a.sid === b.sid &&
    a.stamp === b.stamp &&
    a.values.every(([key, value], index) => {
      const other = b.values[index]
      return key === other?.[0] && value === other[1]
    }) &&
    a.values.length === b.values.length
  )
}

/** Whether the maps are equal. This is sufficient only if the lists are. */
function sameMap(a: State, b: State): boolean {
  return (
    a.orphans.length === b.orphans.length &&
    a.orphans.every((number, index) => number === b.orphans[index]) &&
    sameNumbers(a.astray, b.astray)
  )
}

type Numbers = Readonly<Record<string, number>>

function sameNumbers(a: Numbers, b: Numbers): boolean {
  const keys = Object.keys(a)
  return (
    keys.length === Object.keys(b).length &&
    keys.every((key) => a[key] === b[key])
  )
}
