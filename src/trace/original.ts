/** Runs traces on the original: the listing compiled, as trace.wasm. */
import { ClockError, type Standing, VirtualClock } from './clock.ts'
import {
  EMPTY,
  type Engine,
  judge,
  notRun,
  type Outcome,
  type Step,
} from './engine.ts'
import { formatOperation } from './format.ts'
import { type Host, runProgram } from './program.ts'
import { decodeReport } from './report.ts'
import type { Operation, Trace } from './trace.ts'

export interface OriginalOptions {
  /** How often one operation may read the clock before it is ended. */
  readonly maxReads?: number
}

/**
 * An engine over the original, for Node and browsers alike.
 * @param bytes The contents of go-reference/trace.wasm.
 * @throws {WebAssembly.CompileError} If they are not a module.
 */
export async function loadOriginal(
  bytes: BufferSource,
  options: OriginalOptions = {},
): Promise<Engine> {
  return originalEngine(await WebAssembly.compile(bytes), options)
}

/** The same over a module that is compiled already. */
export function originalEngine(
  module: WebAssembly.Module,
  options: OriginalOptions = {},
): Engine {
  return {
    name: 'original',
    run(traces) {
      const steps: Step[][] = []
      while (steps.length < traces.length) {
        const rest = traces.slice(steps.length)
        steps.push(...new Conversation(rest, options).hold(module))
      }
      return steps
    },
  }
}

/** A program that has seen half of all that Go can count is seen off. */
const CAREFUL = 1n << 62n

/**
 * One program and the traces that it is given, one after the other. It ends
 * when there are no more, or with the first trace that ends the program.
 */
class Conversation implements Host {
  readonly #clock: VirtualClock
  readonly #steps: Step[][] = []
  #last: Outcome = { state: EMPTY, visited: 0 }
  #asked: Operation | undefined
  #due: Standing = { wall: 0n, elapsed: 0n }
  #reply = ''
  #over = false

  constructor(
    private readonly traces: readonly Trace[],
    { maxReads }: OriginalOptions,
  ) {
    this.#clock = new VirtualClock(maxReads)
  }

  hold(module: WebAssembly.Module): Step[][] {
    this.#begin()
    try {
      const { code, stderr } = runProgram(module, this.#clock, this)
      if (!this.#over) {
        const [why] = stderr.trim().split('\n')
        this.#fail(new Error(`the program has ended: ${why || `exit ${code}`}`))
      }
    } catch (thrown) {
      this.#fail(thrown)
    }
    return this.#steps
  }

  nextLine(): string | undefined {
    this.#finish()
    const trace = this.traces[this.#steps.length - 1]
    const operation = trace?.operations[this.#steps.at(-1)?.length ?? 0]
    if (operation !== undefined) {
      this.#ask(operation)
      return `${formatOperation(operation)}\n`
    }
    if (!this.#begin()) {
      this.#over = true
      return undefined
    }
    return '---\n'
  }

  said(text: string): void {
    this.#reply += text
  }

  /** Goes to the next trace, if there is one and time enough for it. */
  #begin(): boolean {
    const trace = this.traces[this.#steps.length]
    const first = this.#steps.length === 0
    if (!trace || (!first && !this.#lasts(trace))) {
      return false
    }
    this.#steps.push([])
    this.#clock.beginTrace()
    this.#last = { state: EMPTY, visited: 0 }
    return true
  }

  /** Elapsed time goes on from trace to trace, but not for ever. */
  #lasts({ operations }: Trace): boolean {
    let passes = this.#clock.elapsed
    for (const operation of operations) {
      passes += operation.name === 'wait' ? operation.nanoseconds : 0n
    }
    return passes < CAREFUL
  }

  #ask(operation: Operation): void {
    this.#asked = operation
    this.#clock.beginOperation()
    this.#due = this.#clock.after(operation)
    if (operation.name === 'clock') {
      this.#clock.moveTo(this.#due)
    }
  }

  /** Reads the reply to the last operation, if one was asked. */
  #finish(): void {
    const operation = this.#asked
    if (operation === undefined) {
      return
    }
    const report = decodeReport(this.#reply)
    const { wall, elapsed, reads } = this.#clock
    const drift = elapsed - this.#due.elapsed
    if (drift !== 0n || wall !== this.#due.wall) {
      throw new ClockError(`the virtual clock has drifted by ${drift} ns`)
    }
    const visited = operation.name === 'gc' ? reads : this.#last.visited
    this.#last = { ...report, visited }
    this.#steps.at(-1)?.push(judge(operation, this.#last))
    this.#asked = undefined
    this.#reply = ''
  }

  /** Blames the operation that was asked last, and gives up the others. */
  #fail(thrown: unknown): void {
    const operation = this.#asked
    const steps = this.#steps.at(-1)
    if (operation === undefined || steps === undefined) {
      throw thrown
    }
    const { state, visited } = this.#last
    steps.push(judge(operation, { error: `${thrown}`, state, visited }))
    const why = `line ${operation.line} has ended the run`
    const trace = this.traces[this.#steps.length - 1]
    for (const left of trace?.operations.slice(steps.length) ?? []) {
      steps.push(notRun(left, this.#last, why))
    }
  }
}
