/** Asks one program who it is, and gives it traces, one after the other. */
import { newBrand } from './brand.ts'
import { ClockError, VirtualClock } from './clock.ts'
import {
  EMPTY,
  judge,
  notRun,
  type OnStep,
  type Outcome,
  type Playable,
  type ProviderPackage,
  type Step,
} from './engine.ts'
import { formatOperation } from './format.ts'
import {
  checkTexts,
  decodeSources,
  IdentityError,
  newChallenge,
  notOriginal,
  type Sources,
  whyUnanswered,
} from './identity.ts'
import { type Host, runProgram } from './program.ts'
import { decodeReport } from './report.ts'
import type { Operation, Trace } from './trace.ts'

export interface OriginalOptions {
  /** How often one operation may read the clock before it is ended. */
  readonly maxReads?: number
  /** The provider that runs the traces; the listing's by default. */
  readonly provider?: ProviderPackage | undefined
  /** The texts that the program must carry, by path in go-reference. */
  readonly texts?: Sources['texts'] | undefined
  /** Whether it is not asked who it is: its steps are then nobody's. */
  readonly anonymous?: boolean
}

/** The steps of programs that have shown that they are the original. */
const made = newBrand()

/** Whether a program that has shown that it is the original made this step. */
export const isOfOriginal = (step: Step): boolean => made.has(step)

/**
 * Starts a new program before the elapsed time of one passes 2^62 ns, so that
 * Go's int64 nanoseconds do not overflow.
 */
const MAX_ELAPSED_PER_PROGRAM = 1n << 62n

/** Stands for the index of the challenge, which runs before the traces. */
const CHALLENGE = -1

/**
 * Asks a program who it is, and gives it traces, one after the other. Ends
 * after the last trace, before one that takes too much time, or with one that
 * ends the program.
 */
export class Conversation implements Host {
  readonly #arguments: string[]
  readonly #clock: VirtualClock
  readonly #texts: Sources['texts'] | undefined
  readonly #challenge: Trace
  readonly #answers: Step[] = []
  /** The index of the trace that runs, or CHALLENGE. */
  #index: number
  /** Undefined when its sources are checked. */
  #sources: 'unasked' | 'asked' | undefined
  #operations: Iterator<Operation>
  #last: Outcome = { state: EMPTY, visited: 0 }
  #asked: Operation | undefined
  /** The elapsed time that it must have after the last operation. */
  #elapsed = 0n
  #reply = ''
  #over = false

  /** @param first The index of the first trace. */
  constructor(
    private readonly traces: readonly Playable[],
    private readonly first: number,
    private readonly take: OnStep,
    { maxReads, provider = 'memory', texts, anonymous }: OriginalOptions,
  ) {
    this.#arguments = ['--provider', provider]
    this.#clock = new VirtualClock(maxReads)
    this.#texts = texts
    this.#challenge = newChallenge(provider)
    this.#index = anonymous ? first : CHALLENGE
    this.#sources = anonymous ? undefined : 'unasked'
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
        const [why] = stderr.split('\n')
        this.#fail(new Error(`the program has ended: ${why || `exit ${code}`}`))
      }
    } catch (thrown) {
      this.#fail(thrown)
    }
    return this.#index
  }

  nextLine(): string | undefined {
    if (this.#sources === 'unasked') {
      this.#sources = 'asked'
      return 'sources\n'
    }
    this.#finish()
    const { value: operation } = this.#operations.next()
    if (operation !== undefined) {
      this.#ask(operation)
      return `${formatOperation(operation)}\n`
    }
    this.#goOn()
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
    const trace =
      this.#index === CHALLENGE ? this.#challenge : this.traces[this.#index]
    // Stryker disable next-line ObjectLiteral,ArrayDeclaration: each index is a trace's
    const { operations } = trace ?? { operations: [] }
    return operations[Symbol.iterator]()
  }

  /** Goes on to the next trace. The first one follows the challenge. */
  #goOn(): void {
    if (this.#index === CHALLENGE) {
      const why = whyUnanswered(this.#challenge, this.#answers)
      if (why) throw notOriginal(why)
      this.#index = this.first
    } else {
      this.#index++
    }
  }

  /**
   * Whether elapsed time, which adds up over traces, stays below the limit. The
   * first trace always has time.
   */
  #hasTimeForTrace(): boolean {
    if (this.#index === this.first) return true
    const trace = this.traces[this.#index]
    if (!trace) return false
    let passes = this.#clock.elapsed
    for (const operation of trace.operations) {
      passes += operation.name === 'wait' ? operation.nanoseconds : 0n
    }
    // Stryker disable next-line EqualityOperator: Go can count twice as much
    return passes < MAX_ELAPSED_PER_PROGRAM
  }

  #ask(operation: Operation): void {
    this.#asked = operation
    this.#clock.beginOperation()
    const after = this.#clock.after(operation)
    this.#elapsed = after.elapsed
    if (operation.name === 'clock') this.#clock.moveTo(after)
  }

  /** Reads the reply to the last operation, if there is one. */
  #finish(): void {
    if (this.#sources === 'asked') this.#checkSources()
    const operation = this.#asked
    if (operation === undefined) {
      return
    }
    const report = decodeReport(this.#reply)
    const { elapsed, reads } = this.#clock
    const drift = elapsed - this.#elapsed
    if (drift !== 0n) {
      throw new ClockError(`the virtual clock has drifted by ${drift} ns`)
    }
    const visited = operation.name === 'gc' ? reads : this.#last.visited
    this.#last = { ...report, visited }
    this.#asked = undefined
    this.#reply = ''
    this.#deliver(judge(operation, this.#last))
  }

  #checkSources(): void {
    const { texts } = decodeSources(this.#reply)
    if (this.#texts) checkTexts(texts, this.#texts)
    this.#sources = undefined
    this.#reply = ''
  }

  #deliver(step: Step): void {
    if (this.#index === CHALLENGE) {
      this.#answers.push(step)
      return
    }
    if (this.#answers.length > 0) made.mark(step)
    this.take(step, this.#index)
  }

  /** Reports an error for the last operation, and the others as not run. */
  #fail(thrown: unknown): void {
    if (this.#index === CHALLENGE) {
      if (thrown instanceof IdentityError) throw thrown
      throw notOriginal(`fails when it is asked: ${thrown}`)
    }
    const operation = this.#asked
    // What the caller throws when it gets a step is no failure of the program.
    if (operation === undefined) {
      throw thrown
    }
    this.#asked = undefined
    const { state, visited } = this.#last
    this.#deliver(judge(operation, { error: `${thrown}`, state, visited }))
    const why = `line ${operation.line} has ended the run`
    for (;;) {
      const { value: left } = this.#operations.next()
      if (left === undefined) break
      this.#deliver(notRun(left, this.#last, why))
    }
    this.#index++
  }
}
