/** Asks a worker, passes its answers on, and ends it if it stays silent. */
import { PATIENCE } from './limits.ts'
import type { Answer, Ask, Request } from './messages.ts'

/** The part of a `Worker` that is used here. */
export type WorkerLike = Pick<
  Worker,
  'postMessage' | 'terminate' | 'addEventListener'
>

/**
 * How a run has ended. `silent`: without an answer for too long; `unloaded`:
 * the worker itself could not be loaded.
 */
export type End =
  | 'done'
  | 'large'
  | 'refused'
  | 'silent'
  | 'failed'
  | 'unloaded'
  | 'stopped'

/** Milliseconds between two looks at a silent worker. */
const TICK = 100

/** A worker that runs traces. */
export interface Running {
  readonly ended: Promise<End>
  /** Ends the worker. */
  stop(): void
}

/**
 * Asks a worker, which is ended at the end of the run.
 *
 * Patience is counted in looks, not in time: on a busy machine the looks come
 * late, as the answers do. It begins when the worker has begun, not while the
 * worker is being loaded.
 * @param take Called with each answer. An error that it throws ends the run.
 * @param patience Milliseconds.
 */
export function askWorker(
  worker: WorkerLike,
  ask: Ask,
  take: (answer: Answer) => void,
  patience = PATIENCE,
): Running {
  const { port1, port2 } = new MessageChannel()
  let end: (how: End) => void = () => {}
  const ended = new Promise<End>((resolve) => {
    let silent = 0
    let begun = false
    const look = setInterval(() => {
      if (begun && ++silent * TICK >= patience) end('silent')
    }, TICK)
    end = (how) => {
      clearInterval(look)
      port1.close()
      worker.terminate()
      resolve(how)
    }
    port1.onmessage = ({ data }: MessageEvent<Answer>) => {
      silent = 0
      begun = true
      try {
        take(data)
        if (/^(done|large|refused)$/.test(data.kind)) end(data.kind as End)
      } catch {
        end('failed')
      }
    }
    worker.addEventListener('error', () => end(begun ? 'failed' : 'unloaded'))
  })
  worker.postMessage({ ask, channel: port2 } satisfies Request, [port2])
  return { ended, stop: () => end('stopped') }
}
