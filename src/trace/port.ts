/** Runs traces on the port, or on the repaired store. */
import type * as memory from '../providers/memory.ts'
import type * as repaired from '../providers/repaired.ts'
import type * as session from '../session.ts'
import { newBrand } from './brand.ts'
import { ClockError, VirtualClock } from './clock.ts'
import {
  EMPTY,
  type Engine,
  engineOf,
  judge,
  notRun,
  type Outcome,
  type Playable,
  type SessionState,
  type State,
  type Step,
} from './engine.ts'
import type { ObservedName } from './operations.ts'
import { sortByKey } from './order.ts'
import {
  type Operable,
  type Port,
  type RepairedPort,
  repairedSubject,
  type Subject,
  subjectOf,
} from './subject.ts'
import type { Operation, ProviderName, Result, Scalar } from './trace.ts'

export interface PortOptions<P = memory.Provider> {
  /** How often one operation may read the clock before it is ended. */
  readonly maxReads?: number
  /**
   * How many sessions, values and keys a state may have. Only an edited port
   * can have more than the operations have made.
   */
  readonly maxParts?: number
  /** Called with the provider after each operation; may throw. */
  readonly afterEach?: (provider: P) => void
  /** Called after an operation's own call, before the engine asks for more. */
  readonly afterCall?: () => void
}

/** The steps of these engines. */
const made = newBrand()

/** Whether an engine of the port made this step. */
export const isOfPort = (step: Step): boolean => made.has(step)

/** An engine that can also run one step at a time. */
export interface PortEngine extends Engine {
  /**
   * Runs a trace one step at a time. Nothing else may use the port until all
   * steps are made or `return` is called.
   */
  steps(trace: Playable): Generator<Step, void>
}

/**
 * Makes an engine for the port or for the repaired store. Each trace begins
 * with an empty provider.
 */
export function portEngine(
  port: Port,
  options?: PortOptions<memory.Provider>,
): PortEngine
export function portEngine(
  port: RepairedPort,
  options?: PortOptions<repaired.Provider>,
): PortEngine
export function portEngine(
  port: Port | RepairedPort,
  options: PortOptions<never> = {},
): PortEngine {
  return 'memory' in port
    ? engineFor(subjectOf(port), options as PortOptions)
    : engineFor(
        repairedSubject(port),
        options as PortOptions<repaired.Provider>,
      )
}

function engineFor<P extends Operable>(
  subject: Subject<P>,
  options: PortOptions<P>,
): PortEngine {
  const steps = (trace: Playable) => play(subject, options, trace)
  const engine = engineOf('port', (traces, take) => {
    for (const [index, trace] of traces.entries()) {
      for (const step of steps(trace)) {
        take(step, index)
      }
    }
  })
  return { ...engine, steps }
}

function* play<P extends Operable>(
  subject: Subject<P>,
  options: PortOptions<P>,
  trace: Playable,
): Generator<Step, void> {
  const clock = new VirtualClock(options.maxReads)
  const restore = subject.useClock(clock)
  const run = new Run(subject, clock, options)
  try {
    for (const operation of trace.operations) {
      const step = run.step(operation)
      options.afterEach?.(run.provider)
      made.mark(step)
      yield step
    }
  } finally {
    run.end()
    restore()
  }
}

/** Counts looks at the list, to end an edited pass that reads no clock. */
function watchTail(watched: Operable['list'], clock: VirtualClock) {
  const back = watched.back
  watched.back = () => {
    clock.countListLook()
    return back.call(watched)
  }
  return () => Reflect.deleteProperty(watched, 'back')
}

/** The first items; an edited port may have a `values` that never ends. */
function firstOf<Item>(items: Iterable<Item>, most: number): Item[] {
  const taken: Item[] = []
  for (const item of items) {
    if (taken.length >= most) break
    taken.push(item)
  }
  return taken
}

/** One run of one trace. */
class Run<P extends Operable> {
  /** The provider in use. */
  provider: P
  readonly #providers: Partial<Record<ProviderName, P>>
  readonly #handles = new Map<string, session.Session>()
  readonly #numbers = new WeakMap<object, number>()
  readonly #unwatch: () => void
  readonly maxParts: number
  readonly #afterCall: (() => void) | undefined
  #last: Outcome = { state: EMPTY, visited: 0 }
  #count = 0
  #ended = ''

  constructor(
    private readonly subject: Subject<P>,
    private readonly clock: VirtualClock,
    { maxParts = Number.POSITIVE_INFINITY, afterCall }: PortOptions<P>,
  ) {
    this.maxParts = maxParts
    this.#afterCall = afterCall
    this.provider = subject.first()
    this.#providers = { first: this.provider }
    this.#unwatch = watchTail(this.provider.list, clock)
  }

  /** Restores the methods of the first provider, which other code may use. */
  end(): void {
    this.#unwatch()
  }

  step(operation: Operation): Step {
    if (this.#ended) {
      return notRun(operation, this.#last, this.#ended)
    }
    this.clock.beginOperation()
    const done = this.#try(operation)
    if (this.#ended) {
      // As on the original, which cannot report its state after its end.
      const { state, visited } = this.#last
      return judge(operation, { ...done, state, visited })
    }
    const { name } = operation
    const visited = name === 'gc' ? this.clock.reads : this.#last.visited
    this.#last = { ...done, state: this.#capture(), visited }
    return judge(operation, this.#last)
  }

  #try(operation: Operation): { result?: Result | undefined; error?: string } {
    try {
      return { result: this.#do(operation) }
    } catch (thrown) {
      if (thrown instanceof ClockError) {
        this.#ended = `line ${operation.line} has ended the run`
      }
      return { error: `${thrown}` }
    }
  }

  /** Calls the port; returns `null` for Go's nil error. */
  #do(operation: Operation): Result | undefined {
    switch (operation.name) {
      case 'init':
        return this.#keep(operation, this.provider.sessionInit(operation.sid))
      case 'read':
        return this.#keep(operation, this.provider.sessionRead(operation.sid))
      case 'destroy':
        this.provider.sessionDestroy(operation.sid)
        return null
      case 'update':
        this.provider.sessionUpdate(operation.sid)
        return null
      case 'gc':
        this.provider.sessionGC(Number(operation.seconds))
        break
      case 'set':
        this.#handle(operation.handle).set(operation.key, operation.value)
        return null
      case 'get':
        return this.#handle(operation.handle).get(operation.key) as Scalar
      case 'delete':
        this.#handle(operation.handle).delete(operation.key)
        return null
      case 'id':
        return this.#handle(operation.handle).sessionID()
      case 'wait':
      case 'clock':
        this.clock.moveTo(this.clock.after(operation))
        break
      case 'provider':
        this.provider = this.#provider(operation.provider)
        break
      case 'same': {
        const [a, b] = operation.handles.map((name) => this.#handle(name))
        return a === b
      }
      default:
        operation.name satisfies ObservedName
    }
    return undefined
  }

  /** The provider of that name; the second is made when it is first used. */
  #provider(name: ProviderName): P {
    const known = this.#providers[name]
    if (known) return known
    this.#afterCall?.()
    const made = this.subject.another()
    watchTail(made.list, this.clock)
    this.#providers[name] = made
    return made
  }

  #keep({ keep }: { keep?: string }, kept: session.Session): string {
    if (keep !== undefined) {
      this.#handles.set(keep, kept)
    }
    this.#afterCall?.()
    return kept.sessionID()
  }

  #handle(name: string): session.Session {
    const kept = this.#handles.get(name)
    if (kept === undefined) {
      throw new Error(`handle ${name}: the line that names it has failed`)
    }
    return kept
  }

  /** Reads the whole state without changing it. */
  #capture(): State {
    const { subject, provider } = this
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
      handles: this.#numbersOf(this.#handles),
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
