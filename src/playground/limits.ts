/** The limits of the playground. */

/** The longest link, in characters after the `#`. */
export const MOST_LINK = 8192

/** The longest text of a trace, in bytes of UTF-8. */
export const MOST_TEXT = 65_536

/** How often one operation may read the clock before it is ended. */
export const MOST_READS = 100_000

/** The largest sum of sessions over all states of a run. */
export const MOST_STATES = 1_000_000

/** The largest sum of the sizes of all states of a run, in bytes. */
export const MOST_BYTES = 64_000_000

/** The largest size of one state, in bytes. */
export const MOST_STATE = 4_000_000

/** How many sessions, values and keys a state of an edited port may have. */
export const MOST_PARTS = 50_000

/** The longest message of an error, in characters. */
export const MOST_ERROR = 1000

/**
 * The longest text that is reported as a result or in a state, in characters.
 * It is longer than every text that a trace can hold, so a text that was cut
 * here is never equal to an expected one.
 */
export const MOST_SCALAR = MOST_TEXT + 1

/** Milliseconds without an answer after which a worker is ended. */
export const PATIENCE = 2000

/** The bytes of a text in UTF-8. */
export const bytesOf = (text: string): Uint8Array<ArrayBuffer> =>
  new TextEncoder().encode(text)
