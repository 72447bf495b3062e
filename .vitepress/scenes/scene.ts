/** Makes the view model of a step: what a drawing and a caption show of it. */
import {
  mapOf,
  type ProviderPackage,
  type SessionState,
  type Step,
} from '../../src/trace/engine.ts'
import { operations } from '../../src/trace/operations.ts'
import type { Scalar } from '../../src/trace/trace.ts'
import { lastSeen, stateBefore, timelineOf } from './timeline.ts'

/** The run of a trace on both engines. */
export interface Run {
  readonly port: readonly Step[]
  readonly original: readonly Step[]
}

/** A session as a scene shows it. */
export interface SceneSession {
  /** Its identity in the trace, from 1. */
  readonly number: number
  readonly sid: string
  /** Last access: milliseconds since the start of the trace. */
  readonly stamp: number
  /** Milliseconds since its last access; negative if that is in the future. */
  readonly age: number
  readonly values: readonly (readonly [Scalar, Scalar])[]
  /** Whether a pass at the scene's lifetime would collect it. */
  readonly expired: boolean
  /** Whether this step has stamped it or moved it to the front. */
  readonly touched: boolean
  /** Whether this step has created it. */
  readonly created: boolean
  /** Whether this step has removed it from the list. */
  readonly removed: boolean
  /** Whether the pass of this step looked at it. */
  readonly looked: boolean
  /** Whether it is in the list and no key leads to it. */
  readonly orphan: boolean
  /** Whether it is in the list of the other provider. */
  readonly elsewhere: boolean
}

/** A key of the map, and the session to which it leads. */
export interface SceneKey {
  readonly sid: string
  readonly number: number
  /** Whether that session has another sid or is not in the list. */
  readonly astray: boolean
}

/** A name of the trace, and the session that it holds. */
export interface SceneHandle {
  readonly name: string
  readonly number: number
  /** Whether that session is not in the list. */
  readonly stale: boolean
}

/** One step of a trace, ready to be drawn. */
export interface Scene {
  /** Front to back. */
  readonly sessions: readonly SceneSession[]
  /** Sessions outside the list: removed by this step, or still referred to. */
  readonly gone: readonly SceneSession[]
  readonly keys: readonly SceneKey[]
  readonly handles: readonly SceneHandle[]
  /** The store on which the trace runs. */
  readonly store: ProviderPackage
  /**
   * The clock that the store reads: milliseconds since the start of the trace.
   * The repaired store reads the time that has passed, not the wall clock.
   */
  readonly now: number
  /** The lifetime, in seconds, at which sessions count as expired. */
  readonly lifetime: number | undefined
  /** `first` or `second`. */
  readonly provider: string
}

/** How a scene is made. */
export interface SceneOptions {
  /** In seconds; by default that of the trace's own passes. */
  readonly lifetime?: number | undefined
  /** The store on which the trace ran; the listing's by default. */
  readonly store?: ProviderPackage
}

/**
 * The scene of a step.
 * @param index From 0.
 * @throws {RangeError} If there is no such step.
 */
export function sceneOf(
  steps: readonly Step[],
  index: number,
  { lifetime, store = 'memory' }: SceneOptions = {},
): Scene {
  const step = steps[index]
  const moment = timelineOf(steps)[index]
  if (!step || !moment) {
    throw new RangeError(
      `there is no step ${index}; steps are 0 to ${steps.length - 1}`,
    )
  }
  const { provider } = moment
  const now = store === 'memory' ? moment.now : moment.elapsed
  const life = lifetime ?? moment.lifetime
  const before = stateBefore(steps, index)
  const { state } = step
  const { form, does } = operations[step.name]
  const pass = step.name === 'gc' && step.error === undefined
  const looked = new Set(
    pass ? lastOf(before.list, step.visited).map(({ number }) => number) : [],
  )
  const was = new Map(before.list.map((entry) => [entry.number, entry]))
  const orphans = new Set(state.orphans)
  const front = before.list[0]?.number
  // Each field is named, because spreading two objects takes ten times as long.
  const drawn = (
    { number, sid, stamp, values }: SessionState,
    own: Partial<SceneSession>,
  ): SceneSession => ({
    number,
    sid,
    stamp,
    values,
    age: now - stamp,
    expired: own.expired ?? isExpired(store, stamp, now, life),
    touched: own.touched ?? false,
    created: own.created ?? false,
    removed: own.removed ?? false,
    looked: looked.has(number),
    orphan: own.orphan ?? false,
    elsewhere: own.elsewhere ?? false,
  })
  const sessions = state.list.map((entry, place) => {
    const old = was.get(entry.number)
    const touched =
      old !== undefined &&
      (old.stamp !== entry.stamp ||
        (place === 0 && front !== entry.number && does === 'touches'))
    const created = !old && form === 'keeping'
    return drawn(entry, { touched, created, orphan: orphans.has(entry.number) })
  })
  const listed = new Map(sessions.map(({ number, sid }) => [number, sid]))
  const removed = before.list.filter(({ number }) => !listed.has(number))
  const keys = Array.from(mapOf(state), ([sid, number]) => ({
    sid,
    number,
    astray: listed.get(number) !== sid,
  }))
  // The engines report names in different orders.
  const handles = Object.entries(state.handles)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, number]) => ({ name, number, stale: !listed.has(number) }))
  const referred = [...keys, ...handles]
    .map(({ number }) => number)
    .filter(
      (number) =>
        !listed.has(number) && !removed.some((each) => each.number === number),
    )
  const gone = [
    ...removed.map((entry) => drawn(entry, { removed: true })),
    ...[...new Set(referred)].flatMap((number) => {
      const seen = lastSeen(steps, index, number)
      if (!seen) return []
      return drawn(
        // A name may have changed the values of a session that is not listed.
        { ...seen.entry, values: [] },
        { expired: false, elsewhere: seen.provider !== provider },
      )
    }),
  ]
  return {
    ...{ sessions, gone, keys, handles, store, now, provider },
    lifetime: life,
  }
}

const lastOf = <Item>(items: readonly Item[], count: number): readonly Item[] =>
  items.slice(Math.max(items.length - count, 0))

/** As the stores have it: equal is alive, and the listing's seconds are whole. */
function isExpired(
  store: ProviderPackage,
  stamp: number,
  now: number,
  lifetime?: number,
): boolean {
  if (lifetime === undefined) return false
  if (store !== 'memory') return now - stamp > lifetime * 1000
  return Math.floor(stamp / 1000) + lifetime < Math.floor(now / 1000)
}
