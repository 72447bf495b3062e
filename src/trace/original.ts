/**
 * Runs traces on the original, which is the listing compiled to trace.wasm, or
 * on another provider in the same program.
 */
import { ClockError, type ClockReading, VirtualClock } from './clock.ts'
import {
  EMPTY,
  type Engine,
  engineOf,
  judge,
  notRun,
  type OnStep,
  type Outcome,
  type Playable,
  type ProviderPackage,
  type Step,
} from './engine.ts'
import { formatOperation } from './format.ts'
import { type Host, runProgram } from './program.ts'
import { decodeReport } from './report.ts'
import type { Operation } from './trace.ts'

export interface OriginalOptions {
  /** How often one operation may read the clock before it is ended. */
  readonly maxReads?: number
  /** The provider that runs the traces; the listing's by default. */
  readonly provider?: ProviderPackage | undefined
}

/**
 * Makes an engine for the original, in Node or in a browser.
 * @param bytes The contents of go-reference/trace.wasm.
 * @throws {WebAssembly.CompileError} If they are not a module.
 */
export async function loadOriginal(
  bytes: BufferSource,
  options: OriginalOptions = {},
): Promise<Engine> {
  return originalEngine(await WebAssembly.compile(bytes), options)
}

/** Makes the same engine from a module that is already compiled. */
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

/** The sources from which a program was built, as it reports them. */
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
 * Asks a program for the sources from which it was built.
 * @throws {Error} If it does not report them.
 */
export function readSources(module: WebAssembly.Module): Sources {
  const lines = ['sources\n']
  let reply = ''
  runProgram(module, new VirtualClock(), {
    nextLine: () => lines.pop(),
    onOutput: (text) => {
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

/**
 * Starts a new program before the elapsed time of one passes 2^62 ns, so that
 * Go's int64 nanoseconds do not overflow.
 */
const MAX_ELAPSED_PER_PROGRAM = 1n << 62n

/**
 * Gives traces to one program, one after the other. Ends after the last trace,
 * before one that takes too much time, or with one that ends the program.
 */
class Conversation implements Host {
  readonly #arguments: string[]
  readonly #clock: VirtualClock
  #operations: Iterator<Operation>
  #last: Outcome = { state: EMPTY, visited: 0 }
  #asked: Operation | undefined
  #expectedClock: ClockReading = { wall: 0n, elapsed: 0n }
  #reply = ''
  #over = false
  /** The error that `take` threw. It is not a failure of the program. */
  #takeError: { thrown: unknown } | undefined

  /** @param index The index of the first trace. */
  constructor(
    private readonly traces: readonly Playable[],
    private index: number,
    private readonly take: OnStep,
    { maxReads, provider = 'memory' }: OriginalOptions,
  ) {
    this.#arguments = ['--provider', provider]
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
      const { code, stderr } = runProgram(
        module,
        this.#clock,
        this,
        this.#arguments,
      )
      if (!this.#over) {
        const [why] = stderr.trim().split('\n')
        this.#fail(new Error(`the program has ended: ${why || `exit ${code}`}`))
      }
    } catch (thrown) {
      if (this.#takeError) throw this.#takeError.thrown
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
    if (!this.#hasTimeForTrace()) {
      this.#over = true
      return undefined
    }
    this.#last = { state: EMPTY, visited: 0 }
    this.#operations = this.#begin()
    this.#clock.beginTrace()
    return '---\n'
  }

  onOutput(text: string): void {
    this.#reply += text
  }

  #begin(): Iterator<Operation> {
    const { operations } = this.traces[this.index] ?? { operations: [] }
    return operations[Symbol.iterator]()
  }

  /** Whether elapsed time, which adds up over traces, stays below the limit. */
  #hasTimeForTrace(): boolean {
    const trace = this.traces[this.index]
    let passes = this.#clock.elapsed
    for (const operation of trace?.operations ?? []) {
      passes += operation.name === 'wait' ? operation.nanoseconds : 0n
    }
    return trace !== undefined && passes < MAX_ELAPSED_PER_PROGRAM
  }

  #ask(operation: Operation): void {
    this.#asked = operation
    this.#clock.beginOperation()
    this.#expectedClock = this.#clock.after(operation)
    if (operation.name === 'clock') {
      this.#clock.moveTo(this.#expectedClock)
    }
  }

  /** Reads the reply to the last operation, if there is one. */
  #finish(): void {
    const operation = this.#asked
    if (operation === undefined) {
      return
    }
    const report = decodeReport(this.#reply)
    const { elapsed, reads } = this.#clock
    const drift = elapsed - this.#expectedClock.elapsed
    if (drift !== 0n) {
      throw new ClockError(`the virtual clock has drifted by ${drift} ns`)
    }
    const visited = operation.name === 'gc' ? reads : this.#last.visited
    this.#last = { ...report, visited }
    this.#asked = undefined
    this.#reply = ''
    this.#deliver(judge(operation, this.#last))
  }

  #deliver(step: Step): void {
    try {
      this.take(step, this.index)
    } catch (thrown) {
      this.#takeError = { thrown }
      throw thrown
    }
  }

  /** Reports an error for the last operation, and the others as not run. */
  #fail(thrown: unknown): void {
    const operation = this.#asked
    if (operation === undefined) {
      throw thrown
    }
    const { state, visited } = this.#last
    this.#deliver(judge(operation, { error: `${thrown}`, state, visited }))
    const why = `line ${operation.line} has ended the run`
    for (;;) {
      const { value: left } = this.#operations.next()
      if (left === undefined) break
      this.#deliver(notRun(left, this.#last, why))
    }
    this.index++
  }
}
