/** Reads the state of a provider of the port after an operation. */
import type { SessionState, State } from './engine.ts'
import { sortByKey } from './order.ts'
import type { Operable, Subject } from './subject.ts'
import type { Scalar } from './trace.ts'

/** The first items; an edited port may have a `values` that never ends. */
function firstOf<Item>(items: Iterable<Item>, most: number): Item[] {
  const taken: Item[] = []
  for (const item of items) {
    if (taken.length >= most) break
    taken.push(item)
  }
  return taken
}

/** Reads the states of one trace, in which a session keeps its number. */
export class StateReader<P extends Operable> {
  readonly #numbers = new WeakMap<object, number>()
  #count = 0

  constructor(
    private readonly subject: Subject<P>,
    private readonly maxParts: number,
  ) {}

  /** Reads the whole state without changing it. */
  read(provider: P, handles: Iterable<readonly [string, object]>): State {
    const { subject } = this
    const entries: SessionState[] = []
    const orphans: number[] = []
    let mapped = 0
    let left = this.maxParts
    const take = <Part>(parts: Iterable<Part>): Part[] => {
      const taken = firstOf(parts, left)
      left -= taken.length
      if (left > 0) return taken
      throw new Error(
        `the state has more than ${this.maxParts} sessions, values and keys`,
      )
    }
    for (const { session, sid, stamp, values } of subject.listed(provider)) {
      if (entries.length === provider.list.len()) {
        throw new Error('the list goes on after its last element')
      }
      const number = this.#number(session)
      // Stryker disable next-line UpdateOperator: only time is lost
      if (subject.mapped(provider, sid) === session) mapped++
      else orphans.push(number)
      left--
      const sorted = sortByKey(take(values) as [Scalar, Scalar][])
      entries.push({ number, sid, stamp, values: sorted })
    }
    // Looking at each sid of the map would give the same, but takes time.
    // Stryker disable next-line ConditionalExpression: only time is lost
    const all = mapped === subject.mapSize(provider)
    return {
      list: entries,
      orphans,
      astray: all ? {} : this.#astray(entries, take(subject.map(provider))),
      handles: this.#numbersOf(handles),
    }
  }

  #astray(
    entries: readonly SessionState[],
    stores: readonly (readonly [string, object])[],
  ): Record<string, number> {
    const listed = new Map(entries.map(({ number, sid }) => [number, sid]))
    return this.#numbersOf(
      stores.filter(([sid, value]) => listed.get(this.#number(value)) !== sid),
    )
  }

  #number(store: object): number {
    const known = this.#numbers.get(store)
    if (known !== undefined) return known
    this.#numbers.set(store, ++this.#count)
    return this.#count
  }

  #numbersOf(
    entries: Iterable<readonly [string, object]>,
  ): Record<string, number> {
    return Object.fromEntries(
      Array.from(entries, ([name, store]) => [name, this.#number(store)]),
    )
  }
}
