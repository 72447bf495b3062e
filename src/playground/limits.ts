/** The limits of the playground. */

/** The longest link, in characters after the `#`. */
export const MOST_LINK = 8192

/** The longest text of a trace, in bytes of UTF-8. */
export const MOST_TEXT = 65_536

/** How often one operation may read the clock before it is ended. */
export const MOST_READS = 100_000

/** The largest sum of sessions over all states of a run. */
export const MOST_STATES = 1_000_000

/** Milliseconds without an answer after which a worker is ended. */
export const PATIENCE = 2000

/** The bytes of a text in UTF-8. */
export const bytesOf = (text: string): Uint8Array<ArrayBuffer> =>
  new TextEncoder().encode(text)
