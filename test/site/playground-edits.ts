/** What edited ports must show in the playground: the verdicts of Node. */
import type { Page } from 'playwright-core'
import type { Edit } from '../../src/evidence/edit.ts'
import { loadPort } from '../../src/evidence/edits.ts'
import { MOST_READS } from '../../src/playground/limits.ts'
import { compareSteps } from '../../src/playground/verdicts.ts'
import * as memory from '../../src/providers/memory.ts'
import * as time from '../../src/time.ts'
import type { Step } from '../../src/trace/engine.ts'
import { portEngine } from '../../src/trace/port.ts'
import type { Port } from '../../src/trace/subject.ts'
import { traced } from './playground.ts'

/** The steps of each trace in Node; none if the port throws. */
function stepsOf(port: Port, some = traced): (readonly Step[])[] {
  const engine = portEngine(port, { maxReads: MOST_READS })
  return some.map(({ trace }) => {
    try {
      return engine.run([trace])[0] ?? []
    } catch {
      return []
    }
  })
}

const reference = stepsOf({ memory, time })

/** What Node says of each claim's trace on an edited port. */
export async function verdictsOf(
  edits: readonly Edit[],
): Promise<Record<string, string>> {
  const verdicts: Record<string, string> = {}
  for (const [i, one] of traced.entries()) {
    // As in the page, each trace has a copy of its own.
    const [own = []] = stepsOf(await loadPort(edits), [one])
    const shown = compareSteps(own, reference[i] ?? [], true)
    verdicts[one.id] = own.length === 0 ? 'fails' : shown.verdict
  }
  return verdicts
}

/** The verdicts of the unedited port. */
export const allHold = Object.fromEntries(traced.map(({ id }) => [id, 'holds']))

/** Chooses an edit of the port by its name; none by the empty text. */
export const choose = (page: Page, name: string) =>
  page.locator('.port select').selectOption(name)
