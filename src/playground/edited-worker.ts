/**
 * The worker for an edited port. It answers only through the channel of its
 * one request, of which the edited code knows nothing.
 */
import { portEngine } from '../trace/port.ts'
import type { Port } from '../trace/subject.ts'
import { MOST_PARTS } from './limits.ts'
import { loadEdited } from './load-edited.ts'
import { lockDown } from './lock-down.ts'
import type { Request } from './messages.ts'
import { serve } from './serve.ts'

// What edited code throws later, in a timer or a promise, is no part of a run.
// In the page, it would overtake the reports of operations that are done.
for (const late of ['error', 'unhandledrejection']) {
  addEventListener(late, (event) => event.preventDefault())
}

addEventListener(
  'message',
  (event: MessageEvent<Request>) => {
    event.stopImmediatePropagation()
    const { ask, channel } = event.data
    if (ask.on !== 'edited') return
    serve(ask, channel, (maxReads) => {
      lockDown(globalThis)
      const options = { maxReads, maxParts: MOST_PARTS }
      let port: Port | undefined = loadEdited(ask.code)
      return {
        // What the code keeps from one trace must not reach the next.
        play(traces, take) {
          const fresh = port ?? loadEdited(ask.code, true)
          port = undefined
          portEngine(fresh, options).play(traces, take)
        },
      }
    })
  },
  { once: true },
)
