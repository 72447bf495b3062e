/** The parts of Go's `time` that the port uses, with a replaceable clock. */

/** One second in milliseconds, the unit of `afterFunc`. Go: `time.Second`. */
export const second = 1000

/** A reading of the wall clock. Go: `time.Time`. */
export class Time {
  /**
   * @param milliseconds Unix milliseconds, negative before 1970; fractions are
   *   allowed.
   * @throws {RangeError} If `milliseconds` is not finite: a stamp that is not a
   *   number would never expire.
   */
  constructor(private readonly milliseconds: number) {
    if (!Number.isFinite(milliseconds)) {
      throw new RangeError(
        `clock: want finite Unix milliseconds, got ${milliseconds}`,
      )
    }
  }

  /** Whole Unix seconds, floored, before 1970 too. Go: `Time.Unix`. */
  unix(): number {
    return Math.floor(this.milliseconds / second)
  }

  /** Whole Unix milliseconds, floored. Go: `Time.UnixMilli`. */
  unixMilli(): number {
    return Math.floor(this.milliseconds)
  }
}

// Date.now is looked up at each reading, so that fake timers take effect.
let readClock = (): number => Date.now()

/**
 * The wall clock's time. Go: `time.Now`.
 * @throws {RangeError} If a replaced clock returns a number that is not finite.
 */
export function now(): Time {
  return new Time(readClock())
}

/**
 * Replaces the wall clock that `now` reads; timers use the runtime's clock.
 * @param read Returns Unix milliseconds; called once for each `now`.
 * @returns A function that restores the clock from before this call.
 */
export function setClock(read: () => number): () => void {
  const previous = readClock
  readClock = read
  return () => {
    readClock = previous
  }
}

/** The reading in this turn of the event loop, if there was one. */
let reading: number | null = null

const endOfTurn = Promise.resolve()

function forget(): void {
  reading = null
}

/** Reads the runtime's monotonic clock once in each turn. */
function readOnce(): number {
  if (reading === null) {
    reading = Math.floor(performance.now())
    endOfTurn.then(forget)
  }
  return reading
}

let readMonotonic = readOnce

/**
 * Whole milliseconds on a clock that only runs forward: nobody sets it, unlike
 * the wall clock. It stands still while one turn of the event loop runs, so
 * that a session which a statement has found is alive in the next statement.
 * Go: the monotonic reading in a `time.Time`, which `Time.Sub` uses.
 */
export function monotonic(): number {
  return readMonotonic()
}

/**
 * Replaces the clock that `monotonic` reads.
 * @param read Returns milliseconds; called once for each `monotonic`.
 * @returns A function that restores the clock from before this call.
 */
export function setMonotonic(read: () => number): () => void {
  const previous = readMonotonic
  readMonotonic = read
  return () => {
    readMonotonic = previous
  }
}

/** The longest delay that `setTimeout` supports: 2^31 - 1 ms, 24.8 days. */
const longestDelay = 2 ** 31 - 1

/** A function that will be called later. Go: `time.Timer`. */
export class Timer {
  #handle: ReturnType<typeof setTimeout> | null = null

  /** Use `afterFunc`, which checks `milliseconds`. */
  constructor(milliseconds: number, f: () => void) {
    this.#wait(milliseconds, f)
  }

  /**
   * Cancels the call. Go: `Timer.Stop`.
   * @returns Whether the call was still pending.
   */
  stop(): boolean {
    if (this.#handle === null) {
      return false
    }
    clearTimeout(this.#handle)
    this.#handle = null
    return true
  }

  /** Waits as long as `setTimeout` can, then again for the rest. */
  #wait(milliseconds: number, f: () => void): void {
    const delay = Math.min(milliseconds, longestDelay)
    this.#handle = setTimeout(() => {
      if (milliseconds > longestDelay) {
        this.#wait(milliseconds - longestDelay, f)
      } else {
        this.#handle = null
        f()
      }
    }, delay)
    // Node's handle is an object that can be unref'd, a browser's is a number.
    if (typeof this.#handle === 'object') {
      this.#handle.unref()
    }
  }
}

/**
 * Calls `f` once, `milliseconds` from now and never earlier, on a later turn
 * of the event loop. Like a goroutine of Go's, a waiting timer does not keep
 * the process alive. It counts elapsed time: setting the wall clock does not
 * move it. Go: `time.AfterFunc`.
 * @param milliseconds Any finite number. Zero or less means as soon as the
 *   event loop is free. A fraction is rounded up. A delay of more than
 *   2^31 - 1 is waited for in several steps.
 * @returns The timer, for `stop`.
 * @throws {RangeError} If `milliseconds` is NaN or infinite.
 */
export function afterFunc(milliseconds: number, f: () => void): Timer {
  if (!Number.isFinite(milliseconds)) {
    throw new RangeError(
      `afterFunc: want finite milliseconds, got ${milliseconds}`,
    )
  }
  // Newer versions of Node warn of a negative delay.
  return new Timer(Math.max(0, Math.ceil(milliseconds)), f)
}
