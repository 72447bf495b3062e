/** Writes the steps of a run as small JSON, and reads them again. */
import { sameEntry } from '../../src/trace/compare.ts'
import {
  EMPTY,
  type SessionState,
  type State,
  type Step,
} from '../../src/trace/engine.ts'

/** A step whose state says only how it differs from the state before. */
export interface PackedStep extends Omit<Step, 'state'> {
  /** Places in the list before that are left out, from 0. */
  readonly out?: readonly number[]
  /** Entries that are put in, each with its place in the list after. */
  readonly put?: readonly (readonly [number, SessionState])[]
  /** The other parts of the state, if they have changed. */
  readonly rest?: Omit<State, 'list'>
}

/** Packs the steps of a run. */
export function pack(steps: readonly Step[]): PackedStep[] {
  let before: State = EMPTY
  return steps.map(({ state, ...step }) => {
    const kept = keptOf(before.list, state.list)
    const out = before.list.flatMap(({ number }, at) =>
      kept.has(number) ? [] : [at],
    )
    const put = state.list.flatMap((entry, at) =>
      kept.has(entry.number) ? [] : [[at, entry] as const],
    )
    const { list, ...rest } = state
    const { list: _, ...last } = before
    const changed = JSON.stringify(rest) !== JSON.stringify(last)
    before = state
    return {
      ...step,
      ...(out.length > 0 && { out }),
      ...(put.length > 0 && { put }),
      ...(changed && { rest }),
    }
  })
}

/** The numbers of unchanged entries; none if they are in another order. */
function keptOf(
  before: State['list'],
  after: State['list'],
): ReadonlySet<number> {
  const was = new Map(before.map((entry) => [entry.number, entry]))
  const same = after.filter((entry) => {
    const old = was.get(entry.number)
    return old !== undefined && sameEntry(old, entry)
  })
  const kept = new Set(same.map(({ number }) => number))
  const order = before.filter(({ number }) => kept.has(number))
  const moved = order.some(({ number }, i) => number !== same[i]?.number)
  return moved ? new Set() : kept
}

/** Reads packed steps. */
export function unpack(steps: readonly PackedStep[]): Step[] {
  let state: State = EMPTY
  return steps.map(({ out, put, rest, ...step }) => {
    if (out || put || rest) {
      const left = new Set(out)
      const list = state.list.filter((_, at) => !left.has(at))
      for (const [at, entry] of put ?? []) list.splice(at, 0, entry)
      state = { ...state, ...rest, list }
    }
    return { ...step, state }
  })
}
