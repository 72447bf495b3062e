/** Runs traces on the port, or on the repaired store. */
import type * as memory from '../providers/memory.ts'
import type * as repaired from '../providers/repaired.ts'
import type * as session from '../session.ts'
import { newBrand } from './brand.ts'
import { StateReader } from './capture.ts'
import { ClockError, VirtualClock } from './clock.ts'
import {
  EMPTY,
  type Engine,
  engineOf,
  judge,
  notRun,
  type Outcome,
  type Playable,
  type Step,
} from './engine.ts'
import type { ObservedName } from './operations.ts'
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

/** One run of one trace. */
class Run<P extends Operable> {
  /** The provider in use. */
  provider: P
  readonly #providers: Partial<Record<ProviderName, P>>
  readonly #handles = new Map<string, session.Session>()
  readonly #unwatch: () => void
  readonly #states: StateReader<P>
  readonly #afterCall: (() => void) | undefined
  #last: Outcome = { state: EMPTY, visited: 0 }
  #ended = ''

  constructor(
    private readonly subject: Subject<P>,
    private readonly clock: VirtualClock,
    { maxParts = Number.POSITIVE_INFINITY, afterCall }: PortOptions<P>,
  ) {
    this.#states = new StateReader(subject, maxParts)
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
    const state = this.#states.read(this.provider, this.#handles)
    this.#last = { ...done, state, visited }
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
}
