/** Runs traces on the original: the listing compiled, as trace.wasm. */
import { ClockError, type Standing, VirtualClock } from './clock.ts'
import {
  EMPTY,
  type Engine,
  engineOf,
  judge,
  notRun,
  type Outcome,
  type Playable,
  type Step,
  type Take,
} from './engine.ts'
import { formatOperation } from './format.ts'
import { type Host, runProgram } from './program.ts'
import { decodeReport } from './report.ts'
import type { Operation } from './trace.ts'

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

/** What a program says it was built from. */
export interface Sources {
  /** The texts of the listing and of session.go, by path in go-reference. */
  readonly texts: Readonly<Record<string, string>>
  /**
   * The sum of each file that it was built from, by path in go-reference: the
   * first 32 digits of the SHA-256.
   */
  readonly sums: ReadonlyMap<string, string>
}

/**
 * Asks a program which sources it was compiled from.
 * @throws {Error} If it does not say so.
 */
export function readSources(module: WebAssembly.Module): Sources {
  const lines = ['sources\n']
  let reply = ''
  runProgram(module, new VirtualClock(), {
    nextLine: () => lines.pop(),
    said: (text) => {
      reply += text
    },
  })
  const { texts, sums } = JSON.parse(reply || '{}')
  if (typeof sums !== 'string') {
    throw new Error('trace.wasm does not say what it was built from')
  }
  const pairs = sums.split(';').map((pair) => pair.split(':'))
  return {
    texts,
    sums: new Map(pairs.map(([file = '', sum = '']) => [file, sum])),
  }
}

/** Starts a new program once its clock has passed 2^62 ns: Go counts to 2^63. */
const CAREFUL = 1n << 62n

/**
 * One program and the traces that it is given, one after the other. It ends
 * when there are no more, or with the first trace that ends the program.
 */
class Conversation implements Host {
  readonly #clock: VirtualClock
  #operations: Iterator<Operation>
  #last: Outcome = { state: EMPTY, visited: 0 }
  #asked: Operation | undefined
  #due: Standing = { wall: 0n, elapsed: 0n }
  #reply = ''
  #over = false
  /** What `take` has thrown. It is not the program's failure. */
  #refused: { thrown: unknown } | undefined

  /** @param index Of the trace to begin with. */
  constructor(
    private readonly traces: readonly Playable[],
    private index: number,
    private readonly take: Take,
    { maxReads }: OriginalOptions,
  ) {
    this.#clock = new VirtualClock(maxReads)
    this.#operations = this.#begin()
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
      if (this.#refused) throw this.#refused.thrown
      this.#fail(thrown)
    }
    return this.index
  }

  nextLine(): string | undefined {
    this.#finish()
    const { value: operation } = this.#operations.next()
    if (operation !== undefined) {
      this.#ask(operation)
      return `${formatOperation(operation)}\n`
    }
    this.index++
    if (!this.#lasts()) {
      this.#over = true
      return undefined
    }
    this.#last = { state: EMPTY, visited: 0 }
    this.#operations = this.#begin()
    this.#clock.beginTrace()
    return '---\n'
  }

  said(text: string): void {
    this.#reply += text
  }

  #begin(): Iterator<Operation> {
    const { operations } = this.traces[this.index] ?? { operations: [] }
    return operations[Symbol.iterator]()
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
    this.#asked = undefined
    this.#reply = ''
    this.#hand(judge(operation, this.#last))
  }

  #hand(step: Step): void {
    try {
      this.take(step, this.index)
    } catch (thrown) {
      this.#refused = { thrown }
      throw thrown
    }
  }

  /** Blames the operation that was asked last, and gives up the others. */
  #fail(thrown: unknown): void {
    const operation = this.#asked
    if (operation === undefined) {
      throw thrown
    }
    const { state, visited } = this.#last
    this.#hand(judge(operation, { error: `${thrown}`, state, visited }))
    const why = `line ${operation.line} has ended the run`
    for (;;) {
      const { value: left } = this.#operations.next()
      if (left === undefined) break
      this.#hand(notRun(left, this.#last, why))
    }
    this.index++
  }
}
