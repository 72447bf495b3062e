/** Refuses to begin a file of tests with timers that another one replaced. */
import { setTimeout as real } from 'node:timers'

// Files share one process. With a timer that is not real, a test waits for ever.
if (globalThis.setTimeout !== real) {
  throw new Error(
    'a file that this worker ran before left setTimeout replaced; put it back there, as virtual-time.ts does',
  )
}
