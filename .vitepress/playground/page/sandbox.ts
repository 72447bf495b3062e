/**
 * Makes workers for edited code that can reach nothing: no address, no storage
 * and no permission of the site. A worker from a blob has the policy of the
 * document that makes it, so a frame with a policy and without an origin makes
 * it. The frame is a file, because a text within the page would also have the
 * page's policy, under which no edited code runs.
 */

import type { WorkerLike } from '../../../src/playground/ask.ts'
import workerUrl from '../../../src/playground/edited-worker.ts?worker&url'
import frameUrl from './edited-frame.html?url&no-inline'

let code: Promise<string> | undefined

/** The code of the worker, which the frame itself may not fetch. */
function fetchCode(): Promise<string> {
  code ??= fetch(workerUrl).then((response) => {
    if (!response.ok) throw new Error(`${workerUrl}: ${response.status}`)
    return response.text()
  })
  code.catch(() => {
    code = undefined
  })
  return code
}

/** A worker in a frame of its own, which ends with it. */
export function sandboxedWorker(): WorkerLike {
  const frame = document.createElement('iframe')
  frame.sandbox.add('allow-scripts')
  frame.hidden = true
  frame.src = frameUrl
  const ready = new Promise((resolve) =>
    frame.addEventListener('load', resolve),
  )
  document.body.append(frame)
  const target = new EventTarget()
  const fail = (): unknown => target.dispatchEvent(new Event('error'))
  const listen = ({ source }: MessageEvent): void => {
    if (source === frame.contentWindow) fail()
  }
  addEventListener('message', listen)
  return {
    async postMessage(request: unknown, transfer: Transferable[]) {
      try {
        const [code] = await Promise.all([fetchCode(), ready])
        // The run may have been stopped meanwhile.
        frame.contentWindow?.postMessage({ code, request }, '*', transfer)
      } catch {
        fail()
      }
    },
    terminate() {
      removeEventListener('message', listen)
      frame.remove()
    },
    addEventListener: target.addEventListener.bind(target),
  } as WorkerLike
}
