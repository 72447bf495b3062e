/** Runs traces on the port. */
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
  type SessionState,
  type State,
  type Step,
} from './engine.ts'
import { sortByKey } from './order.ts'
import type { Operation, Result, Scalar, Trace } from './trace.ts'

/** The modules that are run: the port's own, or edited copies of them. */
export interface Port {
  /** Only its `pder` is used. */
  readonly memory: Pick<typeof memory, 'pder'>
  /** The time that `memory` reads. */
  readonly time: Pick<typeof time, 'setClock'>
}

export interface PortOptions {
  /** How often one operation may read the clock before it is ended. */
  readonly maxReads?: number
  /** Called after each operation, to look at the provider; may throw. */
  readonly afterEach?: (provider: memory.Provider) => void
}

/** An engine over the port. It empties the provider before each trace. */
export function portEngine(port: Port, options: PortOptions = {}): Engine {
  return engineOf('port', (traces, take) => {
    for (const [index, trace] of traces.entries()) {
      take(runTrace(port, options, trace), index)
    }
  })
}

const START_MILLISECONDS = toMilliseconds(START)

function runTrace(port: Port, options: PortOptions, trace: Trace): Step[] {
  const { pder } = port.memory
  const clock = new VirtualClock(options.maxReads)
  const restore = port.time.setClock(() => toMilliseconds(clock.read()))
  const unwatch = watchTail(pder.list, clock)
  try {
    pder.list.init()
    pder.sessions.clear()
    const run = new Run(pder, clock)
    return trace.operations.map((operation) => {
      const step = run.step(operation)
      options.afterEach?.(pder)
      return step
    })
  } finally {
    unwatch()
    restore()
  }
}

/** Lets an edited pass that never reads the clock end all the same. */
function watchTail(list: memory.Provider['list'], clock: VirtualClock) {
  const back = list.back
  list.back = () => {
    clock.look()
    return back.call(list)
  }
  return () => Reflect.deleteProperty(list, 'back')
}

/** One run of one trace. */
class Run {
  readonly #handles = new Map<string, session.Session>()
  #last: Outcome = { state: EMPTY, visited: 0 }
  #ended = ''

  constructor(
    private readonly pder: memory.Provider,
    private readonly clock: VirtualClock,
  ) {}

  step(operation: Operation): Step {
    if (this.#ended) {
      return notRun(operation, this.#last, this.#ended)
    }
    this.clock.beginOperation()
    const done = this.#try(operation)
    if (this.#ended) {
      // As on the original, of which nothing can be seen after its end.
      const { state, visited } = this.#last
      return judge(operation, { ...done, state, visited })
    }
    const { name } = operation
    const visited = name === 'gc' ? this.clock.reads : this.#last.visited
    const state = capture(this.pder, this.#handles)
    this.#last = { ...done, state, visited }
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

  /** Calls the port; `null` stands for Go's nil error. */
  #do(operation: Operation): Result | undefined {
    switch (operation.name) {
      case 'init':
        return this.#keep(operation, this.pder.sessionInit(operation.sid))
      case 'read':
        return this.#keep(operation, this.pder.sessionRead(operation.sid))
      case 'destroy':
        this.pder.sessionDestroy(operation.sid)
        return null
      case 'update':
        this.pder.sessionUpdate(operation.sid)
        return null
      case 'gc':
        this.pder.sessionGC(Number(operation.seconds))
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
      case 'same': {
        const [a, b] = operation.handles.map((name) => this.#handle(name))
        return a === b
      }
      default:
        return undefined
    }
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
}

/** Reads the whole state, changing nothing. */
function capture(
  pder: memory.Provider,
  handles: ReadonlyMap<string, session.Session>,
): State {
  const list: SessionState[] = []
  const elements = new Map<unknown, number>()
  const stores = new Map<unknown, number>()
  for (let at = pder.list.front(); at !== null; at = at.next()) {
    const { sid, timeAccessed, value } = at.value
    elements.set(at, list.length)
    stores.set(at.value, list.length)
    if (list.length === pder.list.len()) {
      throw new Error('the list goes on after its last element')
    }
    list.push({
      sid,
      stamp: timeAccessed.unixMilli() - START_MILLISECONDS,
      values: sortByKey([...value] as [Scalar, Scalar][]),
    })
  }
  return {
    list,
    map: indexes(pder.sessions, elements),
    handles: indexes(handles, stores),
  }
}

/** Where each name's entry stands, -1 for nowhere. */
function indexes(
  entries: Iterable<readonly [string, unknown]>,
  places: ReadonlyMap<unknown, number>,
): Record<string, number> {
  const found: Record<string, number> = {}
  for (const [name, entry] of entries) {
    const value = places.get(entry) ?? -1
    if (name === '__proto__') {
      Object.defineProperty(found, name, { value, enumerable: true })
    } else {
      found[name] = value
    }
  }
  return found
}
