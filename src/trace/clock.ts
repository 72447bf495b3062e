/** The virtual clock of a trace: it moves only when the trace says so. */
import type { Operation } from './trace.ts'

/** Where each trace starts: 2000-01-01T00:00:00Z, in Unix nanoseconds. */
export const START = 946_684_800_000_000_000n

/** By default, how often one operation may read the wall clock. */
export const MAX_READS = 1_000_000

const NANOSECONDS_A_MILLISECOND = 1_000_000n

/** The elapsed time at the start: Go takes 0 for a clock that does not work. */
const FIRST = 1n

/** Go counts the elapsed time in int64 nanoseconds. */
const LIMIT = 1n << 63n

const NANOSECONDS_A_SECOND = 1_000_000_000n

/**
 * The times at which Go reads the elapsed time with the wall clock: 33 bits of
 * seconds from 1885. At other times the repaired store in Go would measure ages
 * with the wall clock, and the engines would differ.
 */
const FIRST_WALL = -2_682_288_000n * NANOSECONDS_A_SECOND
const END_WALL = FIRST_WALL + (1n << 33n) * NANOSECONDS_A_SECOND

/** An operation does not end, or a clock would leave its range. */
export class ClockError extends Error {
  override readonly name = 'ClockError'
}

/** The time on both clocks, in nanoseconds. */
export interface ClockReading {
  /** The wall clock: Unix time. */
  readonly wall: bigint
  /** Elapsed time, from 1. */
  readonly elapsed: bigint
}

/** A wall clock and the elapsed time. */
export class VirtualClock implements ClockReading {
  wall = START
  elapsed = FIRST
  /** How often a program read a clock since `beginOperation`. */
  reads = 0
  #looks = 0
  #mostReads = Number.POSITIVE_INFINITY

  /** @param maxReads How often one operation may read the wall clock. */
  constructor(private readonly maxReads = MAX_READS) {}

  /**
   * Sets the wall clock to the start of a trace; elapsed time continues. Reads
   * have no limit until the first operation, because emptying a large store may
   * need many.
   */
  beginTrace(): void {
    this.wall = START
    this.#mostReads = Number.POSITIVE_INFINITY
  }

  /** Sets the numbers of reads and of looks back to 0. */
  beginOperation(): void {
    this.reads = 0
    this.#looks = 0
    this.#mostReads = this.maxReads
  }

  /**
   * The time on both clocks after an operation.
   * @throws {ClockError} If a clock would leave its range.
   */
  after(operation: Operation): ClockReading {
    const { name } = operation
    const moves = name === 'wait' || name === 'clock'
    const wall = this.wall + (moves ? operation.nanoseconds : 0n)
    const passes = name === 'wait' ? operation.nanoseconds : 0n
    const elapsed = this.elapsed + passes
    if (wall < FIRST_WALL || wall >= END_WALL) {
      throw new ClockError(
        'the wall clock would leave the years 1885 to 2157, in which Go ' +
          'measures ages without it; move it less far',
      )
    }
    if (elapsed >= LIMIT) {
      throw new ClockError(
        'more than 292 years would pass, which Go cannot count in an int64',
      )
    }
    return { wall, elapsed }
  }

  /** Sets both clocks. */
  moveTo({ wall, elapsed }: ClockReading): void {
    this.wall = wall
    this.elapsed = elapsed
  }

  /**
   * Reads the wall clock.
   * @throws {ClockError} If this operation has read the clock too often.
   */
  read(): bigint {
    this.#countRead()
    return this.wall
  }

  /**
   * Reads the elapsed time since the start of the clock, in milliseconds.
   * @throws {ClockError} If this operation has read the clock too often.
   */
  readElapsed(): number {
    this.#countRead()
    const nanoseconds = this.elapsed - FIRST
    const whole = Number(nanoseconds / NANOSECONDS_A_MILLISECOND)
    const part = Number(nanoseconds % NANOSECONDS_A_MILLISECOND) / 1e6
    // After centuries, a number has too few digits for the nanoseconds; they
    // must not round up to the next millisecond.
    return Math.floor(whole + part) === whole ? whole + part : whole + 0.99
  }

  /**
   * Counts a look at the list. Twice as many looks as reads are allowed, so
   * that only code that does not read the clock reaches this limit first.
   * @throws {ClockError} If this operation has looked too often.
   */
  countListLook(): void {
    this.#limit(++this.#looks, 2 * this.#mostReads, 'looked at the list')
  }

  #countRead(): void {
    this.#limit(++this.reads, this.#mostReads, 'read the clock')
  }

  #limit(times: number, most: number, what: string): void {
    if (times > most) {
      throw new ClockError(`${what} more than ${most} times: it does not end`)
    }
  }
}

/** Whole Unix milliseconds, rounded down, also before 1970. */
export function toMilliseconds(nanoseconds: bigint): number {
  const whole = nanoseconds / NANOSECONDS_A_MILLISECOND
  const floored =
    nanoseconds < whole * NANOSECONDS_A_MILLISECOND ? whole - 1n : whole
  return Number(floored)
}
