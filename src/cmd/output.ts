/**
 * Writes to standard output without keeping what was written: Node's own
 * stream keeps everything while a program runs on without a pause.
 */
import { writeSync } from 'node:fs'

/** Characters that are written at once. */
const CHUNK = 65_536

/** Milliseconds to wait for a reader that is slower than the program. */
const PAUSE = 5

let waiting = ''

/** Writes a text; what is still waiting is written by `end`. */
export function write(text: string): void {
  waiting += text
  if (waiting.length >= CHUNK) write.end()
}

/** Writes what is waiting. A reader that has closed the pipe has read enough. */
write.end = (): void => {
  let rest: Uint8Array = new TextEncoder().encode(waiting)
  waiting = ''
  while (rest.length > 0) {
    try {
      rest = rest.subarray(writeSync(1, rest))
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException
      if (code === 'EPIPE') process.exit(0)
      if (code !== 'EAGAIN') throw error
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, PAUSE)
    }
  }
}
