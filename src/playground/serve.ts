/** Answers a request: runs its traces and sends a report of each operation. */
import type { Engine } from '../trace/engine.ts'
import { MOST_BYTES, MOST_READS, MOST_STATE, MOST_STATES } from './limits.ts'
import { describe } from './load-edited.ts'
import type { Answer, Ask } from './messages.ts'
import { ReportWriter } from './reports.ts'
import { sizeOf } from './size.ts'

class TooLarge extends Error {}

/** What runs the traces of a request. */
interface Made extends Pick<Engine, 'play'> {
  /** What the original says it was built from. */
  readonly built?: string
}

/**
 * Answers a request.
 * @param make Makes the engine; an edited port is loaded by it.
 * @param most The largest sum of sessions over all states.
 */
export function serve(
  { traces }: Ask,
  channel: MessagePort,
  make: (maxReads: number) => Made,
  most = MOST_STATES,
): void {
  // Bound before any edited code is loaded, so that it cannot be replaced.
  const send: (answer: Answer) => void = channel.postMessage.bind(channel)
  send({ kind: 'begun' })
  let engine: Made
  try {
    engine = make(MOST_READS)
  } catch (thrown) {
    send({ kind: 'refused', why: describe(thrown) })
    return
  }
  send({ kind: 'ready', built: engine.built })
  const writer = new ReportWriter()
  let held = 0
  let bytes = 0
  for (const [trace, operations] of traces.entries()) {
    try {
      engine.play([{ operations }], (step) => {
        held += step.state.list.length
        const size = sizeOf(step.state, MOST_STATE)
        bytes += size
        const large = held > most || bytes > MOST_BYTES || size > MOST_STATE
        if (large) throw new TooLarge()
        send(writer.write(trace, step))
      })
    } catch (thrown) {
      if (thrown instanceof TooLarge) {
        send({ kind: 'large' })
        return
      }
      send({ kind: 'broken', trace, why: describe(thrown) })
    }
  }
  send({ kind: 'done' })
}
