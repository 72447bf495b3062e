/** A worker of the playground in this thread. */
import type { WorkerLike } from '../src/playground/ask.ts'
import type { Request } from '../src/playground/messages.ts'

export type Answerer = (request: Request) => void

/** @param answer Gets each request. @param listen Gets what hears its errors. */
export function workerOf(
  answer: Answerer,
  listen: (failed: () => void) => void = () => {},
) {
  const made = { ended: 0 }
  return Object.assign(made, {
    postMessage: answer,
    terminate: () => void made.ended++,
    addEventListener: (_: string, failed: () => void) => listen(failed),
  } as unknown as WorkerLike)
}
