/** Runs traces on the port. */
import type * as list from '../container/list.ts'
import type * as memory from '../providers/memory.ts'
import type * as session from '../session.ts'
import type * as time from '../time.ts'
import { ClockError, START, toMilliseconds, VirtualClock } from './clock.ts'
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
import { sortByKey } from './order.ts'
import type { Operation, ProviderName, Result, Scalar } from './trace.ts'

/** The modules to run: the port's own, or edited copies of them. */
export interface Port {
  readonly memory: Pick<typeof memory, 'pder' | 'Provider'>
  /** The module `time` that `memory` uses. */
  readonly time: Pick<typeof time, 'setClock'>
}

export interface PortOptions {
  /** How often one operation may read the clock before it is ended. */
  readonly maxReads?: number
  /** Called with the provider after each operation; may throw. */
  readonly afterEach?: (provider: memory.Provider) => void
}

/** An engine that can also run one step at a time. */
export interface PortEngine extends Engine {
  /**
   * Runs a trace one step at a time. Nothing else may use the port until all
   * steps are made or `return` is called.
   */
  steps(trace: Playable): Generator<Step, void>
}

/** Makes an engine for the port. It empties the provider before each trace. */
export function portEngine(port: Port, options: PortOptions = {}): PortEngine {
  const steps = (trace: Playable) => play(port, options, trace)
  const engine = engineOf('port', (traces, take) => {
    for (const [index, trace] of traces.entries()) {
      for (const step of steps(trace)) {
        take(step, index)
      }
    }
  })
  return { ...engine, steps }
}

const START_MILLISECONDS = toMilliseconds(START)

function* play(
  port: Port,
  options: PortOptions,
  trace: Playable,
): Generator<Step, void> {
  const { pder } = port.memory
  const clock = new VirtualClock(options.maxReads)
  const restore = port.time.setClock(() => toMilliseconds(clock.read()))
  const unwatch = watchTail(pder.list, clock)
  try {
    pder.list.init()
    pder.sessions.clear()
    const run = new Run(port.memory, clock)
    for (const operation of trace.operations) {
      const step = run.step(operation)
      options.afterEach?.(run.provider)
      yield step
    }
  } finally {
    unwatch()
    restore()
  }
}

/** Counts looks at the list, to end an edited pass that reads no clock. */
function watchTail(watched: memory.Provider['list'], clock: VirtualClock) {
  const back = watched.back
  watched.back = () => {
    clock.countListLook()
    return back.call(watched)
  }
  return () => Reflect.deleteProperty(watched, 'back')
}

/** One run of one trace. */
class Run {
  /** The provider in use. */
  provider: memory.Provider
  readonly #providers: Partial<Record<ProviderName, memory.Provider>>
  readonly #handles = new Map<string, session.Session>()
  readonly #numbers = new WeakMap<object, number>()
  #last: Outcome = { state: EMPTY, visited: 0 }
  #count = 0
  #ended = ''

  constructor(
    private readonly memory: Port['memory'],
    private readonly clock: VirtualClock,
  ) {
    this.provider = memory.pder
    this.#providers = { first: memory.pder }
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

  #try(operation: Operation): { result?: Result; error?: string } {
    try {
      const result = this.#do(operation)
      return result === undefined ? {} : { result }
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
        return undefined
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
        return undefined
      case 'provider':
        this.provider = this.#provider(operation.provider)
        return undefined
      case 'same': {
        const [a, b] = operation.handles.map((name) => this.#handle(name))
        return a === b
      }
      default:
        return undefined
    }
  }

  /** The provider of that name; the second is made when it is first used. */
  #provider(name: ProviderName): memory.Provider {
    const known = this.#providers[name]
    if (known) return known
    const { pder, Provider } = this.memory
    // An edited port has its own class List.
    const List = pder.list.constructor as typeof list.List
    const made = new Provider(new List())
    made.sessions = new Map()
    watchTail(made.list, this.clock)
    this.#providers[name] = made
    return made
  }

  #keep({ keep }: { keep?: string }, kept: session.Session): string {
    if (keep !== undefined) {
      this.#handles.set(keep, kept)
    }
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
    const { list, sessions } = this.provider
    const entries: SessionState[] = []
    const orphans: number[] = []
    let mapped = 0
    for (let at = list.front(); at !== null; at = at.next()) {
      if (entries.length === list.len()) {
        throw new Error('the list goes on after its last element')
      }
      const { sid, timeAccessed, value } = at.value
      const number = this.#number(at.value)
      if (sessions.get(sid)?.value === at.value) mapped++
      else orphans.push(number)
      entries.push({
        number,
        sid,
        stamp: timeAccessed.unixMilli() - START_MILLISECONDS,
        values: sortByKey([...value] as [Scalar, Scalar][]),
      })
    }
    return {
      list: entries,
      orphans,
      astray: mapped === sessions.size ? {} : this.#astray(entries),
      handles: this.#numbersOf(this.#handles),
    }
  }

  #astray(entries: readonly SessionState[]): Record<string, number> {
    const listed = new Map(entries.map(({ number, sid }) => [number, sid]))
    const stores = Array.from(
      this.provider.sessions,
      ([sid, { value }]) => [sid, value] as const,
    )
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
    const found: Record<string, number> = {}
    for (const [name, store] of entries) {
      const value = this.#number(store)
      if (name === '__proto__') {
        Object.defineProperty(found, name, { value, enumerable: true })
      } else {
        found[name] = value
      }
    }
    return found
  }
}
