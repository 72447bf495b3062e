/** The worker of the playground: runs traces and reports each operation. */
import * as memory from '../providers/memory.ts'
import * as time from '../time.ts'
import { originalEngine } from '../trace/original.ts'
import { portEngine } from '../trace/port.ts'
import type { Ask, Request } from './messages.ts'
import { serve } from './serve.ts'

const engineOf = (ask: Ask) =>
  ask.on === 'original'
    ? (maxReads: number) => originalEngine(ask.program, { maxReads })
    : (maxReads: number) => portEngine({ memory, time }, { maxReads })

addEventListener('message', ({ data }: MessageEvent<Request>) => {
  const { ask, channel } = data
  serve(ask, channel, engineOf(ask))
})
