/**
 * Writes to standard output synchronously. Node's own stream would keep all
 * output in memory until the program returns to the event loop.
 */
import { writeSync } from 'node:fs'

/** Number of waiting characters at which they are written. */
const CHUNK = 65_536

/** Milliseconds to wait for a reader or a writer that is slower. */
const PAUSE = 5

/** Waits for the other end of a pipe, without returning to the event loop. */
export function pause(): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, PAUSE)
}

let waiting = ''

/** Adds a text to the output; `end` writes what is still waiting. */
export function write(text: string): void {
  waiting += text
  if (waiting.length >= CHUNK) write.end()
}

/** Writes what is waiting. Exits with code 0 if the reader closed the pipe. */
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
      pause()
    }
  }
}
