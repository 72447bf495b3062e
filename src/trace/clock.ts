/** The virtual clock of a trace: it moves only when the trace says so. */

/** Where each trace starts: 2000-01-01T00:00:00Z, in Unix nanoseconds. */
export const START = 946_684_800_000_000_000n

const NANOSECONDS_A_MILLISECOND = 1_000_000n

/** How often one operation may read the wall clock, unless told otherwise. */
export const MAX_READS = 1_000_000

/** An operation that does not end, or a clock that cannot stand there. */
export class ClockError extends Error {
  override readonly name = 'ClockError'
}

/** A wall clock and the elapsed time, both in nanoseconds. */
export class VirtualClock {
  /** The wall clock: Unix nanoseconds. */
  wall = START
  /** Elapsed time. It never goes back, not even between traces. */
  elapsed = 0n
  /** How often the wall clock was read since `beginOperation`. */
  reads = 0

  /** @param maxReads How often one operation may read the wall clock. */
  constructor(private readonly maxReads = MAX_READS) {}

  /** Sets the wall clock to where each trace starts. */
  beginTrace(): void {
    this.wall = START
    this.reads = 0
  }

  /** Starts to count reads anew. */
  beginOperation(): void {
    this.reads = 0
  }

  /** Lets time pass. */
  wait(nanoseconds: bigint): void {
    this.wall += nanoseconds
    this.elapsed += nanoseconds
  }

  /** Sets the wall clock alone, forward or back. */
  set(nanoseconds: bigint): void {
    this.wall += nanoseconds
  }

  /**
   * Reads the wall clock.
   * @throws {ClockError} If this operation has read it too often.
   */
  read(): bigint {
    this.reads++
    if (this.reads > this.maxReads) {
      throw new ClockError(
        `read the clock more than ${this.maxReads} times: it does not end`,
      )
    }
    return this.wall
  }
}

/** Whole Unix milliseconds, floored, before 1970 too. */
export function toMilliseconds(nanoseconds: bigint): number {
  const whole = nanoseconds / NANOSECONDS_A_MILLISECOND
  const floored =
    nanoseconds < whole * NANOSECONDS_A_MILLISECOND ? whole - 1n : whole
  return Number(floored)
}
