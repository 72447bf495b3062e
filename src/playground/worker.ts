/** The worker of the playground: runs traces and reports each operation. */
import * as memory from '../providers/memory.ts'
import * as repaired from '../providers/repaired.ts'
import * as time from '../time.ts'
import { formatSums } from '../trace/identity.ts'
import { originalEngine, readSources } from '../trace/original.ts'
import { portEngine } from '../trace/port.ts'
import type { Ask, Request } from './messages.ts'
import { serve } from './serve.ts'

function engineOf(ask: Ask, maxReads: number) {
  const provider = 'provider' in ask ? ask.provider : undefined
  if (ask.on === 'original') {
    const engine = originalEngine(ask.program, { maxReads, provider })
    return { ...engine, built: formatSums(readSources(ask.program)) }
  }
  return provider === 'repaired'
    ? portEngine({ repaired, time }, { maxReads })
    : portEngine({ memory, time }, { maxReads })
}

addEventListener('message', ({ data }: MessageEvent<Request>) => {
  const { ask, channel } = data
  serve(ask, channel, (maxReads) => engineOf(ask, maxReads))
})
