/**
 * The worker for an edited port. It answers only through the channel of its
 * one request, of which the edited code knows nothing.
 */
import { portEngine } from '../trace/port.ts'
import { loadEdited } from './load-edited.ts'
import { lockDown } from './lock-down.ts'
import type { Request } from './messages.ts'
import { serve } from './serve.ts'

addEventListener(
  'message',
  (event: MessageEvent<Request>) => {
    event.stopImmediatePropagation()
    const { ask, channel } = event.data
    if (ask.on !== 'edited') return
    serve(ask, channel, (maxReads) => {
      lockDown(globalThis)
      return portEngine(loadEdited(ask.code), { maxReads })
    })
  },
  { once: true },
)
