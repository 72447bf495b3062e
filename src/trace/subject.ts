/** What the engine of the port needs of a provider, and how it reads its data. */
import type * as chain from '../container/chain.ts'
import type * as list from '../container/list.ts'
import type * as memory from '../providers/memory.ts'
import type * as repaired from '../providers/repaired.ts'
import type * as session from '../session.ts'
import type * as time from '../time.ts'
import { START, toMilliseconds, type VirtualClock } from './clock.ts'

/** The clocks of a module `time`. */
type Clocks = Pick<typeof time, 'setClock' | 'setMonotonic'>

/** The modules to run: the port's own, or edited copies of them. */
export interface Port {
  readonly memory: Pick<typeof memory, 'pder' | 'Provider'>
  /** The module `time` that `memory` uses. */
  readonly time: Clocks
}

/** The modules of the repaired store, or edited copies of them. */
export interface RepairedPort {
  readonly repaired: Pick<typeof repaired, 'pder' | 'Provider'>
  /** The module `time` that `repaired` uses. */
  readonly time: Clocks
}

/** A provider that traces can use. */
export interface Operable extends session.Provider {
  sessionUpdate(sid: string): void
  readonly list: { back(): unknown; len(): number }
}

/** One session in the list of a provider. */
export interface Listed {
  readonly session: object
  readonly sid: string
  /** Last access: milliseconds since the start of the trace, floored. */
  readonly stamp: number
  readonly values: Iterable<[unknown, unknown]>
}

/** A kind of provider that an engine can run. */
export interface Subject<P extends Operable> {
  /** Makes it read this clock. Returns a function that restores its own. */
  useClock(clock: VirtualClock): () => void
  /** The first provider of a trace, without sessions. */
  first(): P
  /** Another provider, which is not registered. */
  another(): P
  /** The sessions in the list, front to back. */
  listed(provider: P): Iterable<Listed>
  /** The session under a sid in the map. */
  mapped(provider: P, sid: string): object | undefined
  /** The sids in the map, each with its session. */
  map(provider: P): Iterable<readonly [string, object]>
  /** The number of sids in the map. */
  mapSize(provider: P): number
}

const START_MILLISECONDS = toMilliseconds(START)

/** Makes a module `time` read a virtual clock, until the result is called. */
function useClocks(time: Clocks, clock: VirtualClock): () => void {
  const elapsed = time.setMonotonic(() => clock.readElapsed())
  const wall = time.setClock(() => toMilliseconds(clock.read()))
  return () => {
    wall()
    elapsed()
  }
}

/** The port of the listing. */
export function subjectOf({ memory, time }: Port): Subject<memory.Provider> {
  const { pder, Provider } = memory
  return {
    // The port reads the wall clock only; an edited one can read both.
    useClock: (clock) => useClocks(time, clock),
    first() {
      pder.list.init()
      pder.sessions.clear()
      return pder
    },
    another() {
      // An edited port has its own class List.
      const List = pder.list.constructor as typeof list.List
      const made = new Provider(new List())
      made.sessions = new Map()
      return made
    },
    *listed({ list }) {
      for (let at = list.front(); at !== null; at = at.next()) {
        const { sid, timeAccessed, value } = at.value
        const stamp = timeAccessed.unixMilli() - START_MILLISECONDS
        yield { session: at.value, sid, stamp, values: value }
      }
    },
    mapped: ({ sessions }, sid) => sessions.get(sid)?.value,
    *map({ sessions }) {
      for (const [sid, { value }] of sessions) yield [sid, value]
    },
    // Stryker disable next-line ArrowFunction: without it only time is lost
    mapSize: ({ sessions }) => sessions.size,
  }
}

/** The repaired store. Each trace begins with a new provider. */
export function repairedSubject({
  repaired,
  time,
}: RepairedPort): Subject<repaired.Provider> {
  const { pder, Provider } = repaired
  const another = () => {
    const Chain = pder.list.constructor as typeof chain.Chain
    const made = new Provider(new Chain())
    made.sessions = new Map()
    return made
  }
  return {
    useClock: (clock) => useClocks(time, clock),
    first: another,
    another,
    *listed({ list }) {
      for (let at = list.front(); at !== null; at = at.after) {
        const { sid, timeAccessed, value: values } = at
        yield { session: at, sid, stamp: Math.floor(timeAccessed), values }
      }
    },
    mapped: ({ sessions }, sid) => sessions.get(sid),
    map: ({ sessions }) => sessions,
    // Stryker disable next-line ArrowFunction: without it only time is lost
    mapSize: ({ sessions }) => sessions.size,
  }
}
