/** Runs traces on the original: the listing compiled, as trace.wasm. */
import { ClockError, type Standing, VirtualClock } from './clock.ts'
import {
  EMPTY,
  type Engine,
  engineOf,
  judge,
  notRun,
  type Outcome,
  type Step,
  type Take,
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
  return engineOf('original', (traces, take) => {
    let done = 0
    while (done < traces.length) {
      done = new Conversation(traces, done, take, options).hold(module)
    }
  })
}

/** A program that has seen half of all that Go can count is seen off. */
const CAREFUL = 1n << 62n

/**
 * One program and the traces that it is given, one after the other. It ends
 * when there are no more, or with the first trace that ends the program.
 */
class Conversation implements Host {
  readonly #clock: VirtualClock
  #steps: Step[] = []
  #last: Outcome = { state: EMPTY, visited: 0 }
  #asked: Operation | undefined
  #due: Standing = { wall: 0n, elapsed: 0n }
  #reply = ''
  #over = false

  /** @param index Of the trace to begin with. */
  constructor(
    private readonly traces: readonly Trace[],
    private index: number,
    private readonly take: Take,
    { maxReads }: OriginalOptions,
  ) {
    this.#clock = new VirtualClock(maxReads)
  }

  /**
   * Runs as many traces as one program can.
   * @returns The index of the first trace that it has not run.
   */
  hold(module: WebAssembly.Module): number {
    this.#clock.beginTrace()
    try {
      const { code, stderr } = runProgram(module, this.#clock, this)
      if (!this.#over) {
        const [why] = stderr.trim().split('\n')
        this.#fail(new Error(`the program has ended: ${why || `exit ${code}`}`))
      }
    } catch (thrown) {
      this.#fail(thrown)
    }
    return this.index
  }

  nextLine(): string | undefined {
    this.#finish()
    const operation = this.traces[this.index]?.operations[this.#steps.length]
    if (operation !== undefined) {
      this.#ask(operation)
      return `${formatOperation(operation)}\n`
    }
    this.#hand()
    if (!this.#lasts()) {
      this.#over = true
      return undefined
    }
    this.#last = { state: EMPTY, visited: 0 }
    this.#clock.beginTrace()
    return '---\n'
  }

  said(text: string): void {
    this.#reply += text
  }

  /** Hands over the steps of this trace, and goes to the next. */
  #hand(): void {
    const steps = this.#steps
    this.#steps = []
    this.take(steps, this.index++)
  }

  /** Elapsed time goes on from trace to trace, but not for ever. */
  #lasts(): boolean {
    const trace = this.traces[this.index]
    let passes = this.#clock.elapsed
    for (const operation of trace?.operations ?? []) {
      passes += operation.name === 'wait' ? operation.nanoseconds : 0n
    }
    return trace !== undefined && passes < CAREFUL
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
    const { elapsed, reads } = this.#clock
    const drift = elapsed - this.#due.elapsed
    if (drift !== 0n) {
      throw new ClockError(`the virtual clock has drifted by ${drift} ns`)
    }
    const visited = operation.name === 'gc' ? reads : this.#last.visited
    this.#last = { ...report, visited }
    this.#steps.push(judge(operation, this.#last))
    this.#asked = undefined
    this.#reply = ''
  }

  /** Blames the operation that was asked last, and gives up the others. */
  #fail(thrown: unknown): void {
    const operation = this.#asked
    if (operation === undefined) {
      throw thrown
    }
    const { state, visited } = this.#last
    this.#steps.push(judge(operation, { error: `${thrown}`, state, visited }))
    const why = `line ${operation.line} has ended the run`
    const { operations = [] } = this.traces[this.index] ?? {}
    for (const left of operations.slice(this.#steps.length)) {
      this.#steps.push(notRun(left, this.#last, why))
    }
    this.#hand()
  }
}
