/** The virtual clock of a trace: it moves only when the trace says so. */
import type { Operation } from './trace.ts'

/** Where each trace starts: 2000-01-01T00:00:00Z, in Unix nanoseconds. */
export const START = 946_684_800_000_000_000n

/** How often one operation may read the wall clock, unless told otherwise. */
export const MAX_READS = 1_000_000

const NANOSECONDS_A_MILLISECOND = 1_000_000n

/** Go counts both, the wall clock and the elapsed time, in an int64. */
const LIMIT = 1n << 63n

/** An operation that does not end, or a clock that cannot stand there. */
export class ClockError extends Error {
  override readonly name = 'ClockError'
}

/** Where a clock stands, in nanoseconds. */
export interface Standing {
  /** The wall clock: Unix time. */
  readonly wall: bigint
  /** Elapsed time. Go takes zero for a clock that does not work. */
  readonly elapsed: bigint
}

/** A wall clock and the elapsed time. */
export class VirtualClock implements Standing {
  wall = START
  elapsed = 1n
  /** How often the wall clock was read since `beginOperation`. */
  reads = 0
  #looks = 0
  #mostReads = Number.POSITIVE_INFINITY

  /** @param maxReads How often one operation may read the wall clock. */
  constructor(private readonly maxReads = MAX_READS) {}

  /**
   * Sets the wall clock to where each trace starts; elapsed time goes on. Until
   * the first operation reads have no limit: a large store is being emptied.
   */
  beginTrace(): void {
    this.wall = START
    this.#mostReads = Number.POSITIVE_INFINITY
  }

  /** Starts to count reads and looks anew. */
  beginOperation(): void {
    this.reads = 0
    this.#looks = 0
    this.#mostReads = this.maxReads
  }

  /**
   * Where the clock has to stand after an operation.
   * @throws {ClockError} If it cannot stand there.
   */
  after(operation: Operation): Standing {
    const { name } = operation
    const moves = name === 'wait' || name === 'clock'
    const wall = this.wall + (moves ? operation.nanoseconds : 0n)
    const passes = name === 'wait' ? operation.nanoseconds : 0n
    const elapsed = this.elapsed + passes
    if (wall < -LIMIT || wall >= LIMIT || elapsed >= LIMIT) {
      throw new ClockError(
        'time would leave the years 1678 to 2262, or more than 292 years ' +
          'would pass: Go counts nanoseconds in an int64',
      )
    }
    return { wall, elapsed }
  }

  /** Moves the clock there. */
  moveTo({ wall, elapsed }: Standing): void {
    this.wall = wall
    this.elapsed = elapsed
  }

  /**
   * Reads the wall clock.
   * @throws {ClockError} If this operation has read it too often.
   */
  read(): bigint {
    this.#limit(++this.reads, this.#mostReads, 'read the clock')
    return this.wall
  }

  /**
   * Counts a look at the list: twice as many are allowed as of the clock, so
   * that only what does not read the clock comes to this limit first.
   * @throws {ClockError} If this operation has looked too often.
   */
  look(): void {
    this.#limit(++this.#looks, 2 * this.#mostReads, 'looked at the list')
  }

  #limit(times: number, most: number, what: string): void {
    if (times > most) {
      throw new ClockError(`${what} more than ${most} times: it does not end`)
    }
  }
}

/** Whole Unix milliseconds, floored, before 1970 too. */
export function toMilliseconds(nanoseconds: bigint): number {
  const whole = nanoseconds / NANOSECONDS_A_MILLISECOND
  const floored =
    nanoseconds < whole * NANOSECONDS_A_MILLISECOND ? whole - 1n : whole
  return Number(floored)
}
