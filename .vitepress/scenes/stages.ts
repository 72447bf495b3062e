/**
 * Splits the steps of a trace into what happens one after the other: each pass
 * of the collector through its loop is three stages. The engines say which
 * sessions it removed and how many it looked at; the rest follows.
 */
import { differences } from '../../src/trace/compare.ts'
import {
  mapOf,
  type SessionState,
  type State,
  type Step,
} from '../../src/trace/engine.ts'
import { operations } from '../../src/trace/operations.ts'
import { stateBefore } from './timeline.ts'

/** What a pass does at a stage, and what it has done by then. */
export interface PassStage {
  readonly part: 'look' | 'compare' | 'remove' | 'stop'
  /** The session at the back, if there is one. */
  readonly tail: SessionState | undefined
  /** In the order in which they were removed. */
  readonly removed: readonly SessionState[]
}

/** A step, or a part of one, that a reader sees at once. */
export interface Stage extends Step {
  /** The index of its operation in the trace, from 0. */
  readonly operation: number
  readonly pass?: PassStage
}

const known = new WeakMap<readonly Step[], readonly Stage[]>()

/** The stages of all steps. They are made once for the same steps. */
export function stagesOf(steps: readonly Step[]): readonly Stage[] {
  const made =
    known.get(steps) ??
    steps.flatMap((step, operation) => {
      if (step.ok && onlyChecks(step)) return []
      return passOf(steps, operation) ?? [{ ...step, operation }]
    })
  known.set(steps, made)
  return made
}

/** Such an operation shows nothing new: it calls no method of the store. */
function onlyChecks({ name }: Step): boolean {
  const { does, form } = operations[name]
  return does === 'observes' || (does === 'asks' && form === 'plain')
}

/** The index of the stage at which an operation is done, from 0. */
export const stageAfter = (
  stages: readonly Stage[],
  operation: number,
): number =>
  Math.max(
    stages.findLastIndex((stage) => stage.operation <= operation),
    0,
  )

/** The index of the last stage before an operation begins, from 0. */
export const stageBefore = (
  stages: readonly Stage[],
  operation: number,
): number => {
  const done = stages[stageAfter(stages, operation)]?.operation
  const first = stages.findIndex((stage) => stage.operation === done)
  return Math.max(first - 1, 0)
}

/** The number of a stage in an address, such as `8`, or `8.2` before its end. */
export function stageName(stages: readonly Stage[], index: number): string {
  const { operation = 0 } = stages[index] ?? {}
  const part = index - stages.findIndex((each) => each.operation === operation)
  const done = stageAfter(stages, operation) === index
  return done ? `${operation + 1}` : `${operation + 1}.${part + 1}`
}

/** The index of the stage that an address names, or of the nearest one. */
export function stageNamed(stages: readonly Stage[], name: string): number {
  const [step = 0, part = 0] = name.split('.').map((each) => Number(each) || 0)
  const done = stageAfter(stages, step - 1)
  const first = stages.findIndex(
    ({ operation }) => operation === stages[done]?.operation,
  )
  return part > 0 ? Math.min(first + Math.floor(part) - 1, done) : done
}

/** The stages of a pass; undefined if it did not go through the list's back. */
function passOf(
  steps: readonly Step[],
  operation: number,
): readonly Stage[] | undefined {
  const step = steps[operation]
  if (step?.name !== 'gc' || step.error !== undefined) return undefined
  const before = stateBefore(steps, operation)
  const left = step.state.list.length
  const tails = before.list.slice(left).reverse()
  if (step.visited !== tails.length + Math.min(left, 1)) return undefined
  const stages: Stage[] = []
  let state = before
  const add = (pass: PassStage) => {
    const visited = pass.tail ? 1 : 0
    stages.push({ ...step, ok: true, state, visited, operation, pass })
  }
  for (const [count, tail] of [...tails, before.list[left - 1]].entries()) {
    const removed = tails.slice(0, count)
    add({ part: 'look', tail, removed })
    add({ part: 'compare', tail, removed })
    if (count === tails.length) add({ part: 'stop', tail, removed })
    else if (tail) {
      state = without(state, tail)
      add({ part: 'remove', tail, removed: [...removed, tail] })
    }
  }
  return differences(step, { ...step, state }).length > 0
    ? undefined
    : stages.with(-1, { ...(stages.at(-1) as Stage), ok: step.ok })
}

/** The state without a session and without the key that is its id. */
function without(state: State, { number, sid }: SessionState): State {
  const list = state.list.filter((each) => each.number !== number)
  const keys = mapOf(state)
  keys.delete(sid)
  const sids = new Map(list.map((each) => [each.number, each.sid]))
  const orphans = list.filter((each) => keys.get(each.sid) !== each.number)
  return {
    ...state,
    list,
    orphans: orphans.map((each) => each.number),
    astray: Object.fromEntries(
      [...keys].filter(([key, to]) => sids.get(to) !== key),
    ),
  }
}
