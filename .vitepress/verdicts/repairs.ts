/** Runs a claim's trace on the port as readers proposed to change it. */

import type { Engine, Step } from '../../src/trace/engine.ts'
import { portEngine } from '../../src/trace/port.ts'
import { loadPort } from '../../test/edited-port.ts'
import { proposed } from '../../test/mutants.ts'
import { number } from '../config/number.ts'
import { escapeHtml } from '../weave/draw.ts'
import type { Locale } from '../weave/project.ts'
import { listHtml } from './run-state.ts'
import { fill, textsOf } from './texts.ts'
import type { TraceRun } from './verdict.ts'

/** The name of an edit that readers proposed. */
export type Proposed = keyof typeof proposed

/** The engines of the edited ports. */
export type Repairs = Readonly<Record<Proposed, Engine>>

/** The word of the port that each edit brings in. */
const words: Readonly<Record<Proposed, string>> = {
  continueAtLivingTail: 'continue',
  pushFront: 'pushFront',
}

/** A pass that looks this often has no end. */
const patience = 10_000

let opened: Promise<Repairs> | undefined

/** Loads the edited ports, once a process. */
export function openRepairs(): Promise<Repairs> {
  opened ??= load()
  return opened
}

async function load(): Promise<Repairs> {
  const entries = Object.entries(proposed).map(async ([name, { edits }]) => {
    const port = await loadPort(edits)
    const engine: Engine = portEngine(port, { maxReads: patience })
    return [name, engine] as const
  })
  return Object.fromEntries(await Promise.all(entries)) as Repairs
}

/** Is this the name of a proposed edit? */
export const isProposed = (name: string): name is Proposed => name in proposed

/**
 * The states of a trace as printed and with the edit, side by side. What only
 * looks at the store is left out, and so is what an endless pass forestalls.
 */
export function repairTable(
  run: TraceRun,
  edit: Proposed,
  repairs: Repairs,
  locale: Locale,
): string {
  const texts = textsOf(locale)
  const [steps = []] = repairs[edit].run([run.trace])
  const rows: string[] = []
  for (const [index, operation] of run.trace.operations.entries()) {
    const [printed, changed] = [run.port[index], steps[index]]
    if (!printed || !changed) continue
    const ended = changed.error !== undefined
    const looks = ['list', 'map', 'stamps', 'visited'].includes(operation.name)
    if (looks && !ended) continue
    const call = operation.text.replace(/\s*=>.*$/s, '')
    const same = listHtml(printed.state, texts)
    const other = ended ? endless(changed) : listHtml(changed.state, texts)
    const kind = same === other ? '' : ' class="changed"'
    rows.push(
      `<tr${kind}><td><code>${escapeHtml(call)}</code></td><td>${same}</td><td>${other}</td></tr>`,
    )
    if (ended) break
  }
  const word = `<code>${words[edit]}</code>`
  const heads = [
    texts.operation,
    texts.repair.printed,
    fill(texts.repair.changed, { word }),
  ].map((text) => `<th scope="col">${text}</th>`)
  return `<figure class="entry repair" v-pre><figcaption>${texts.repair.caption}</figcaption><table class="run"><thead><tr>${heads.join('')}</tr></thead><tbody>${rows.join('')}</tbody></table></figure>\n`

  function endless({ error = '' }: Step): string {
    return error.includes(`${patience}`)
      ? fill(texts.repair.endless, {
          n: number(patience, locale),
        })
      : escapeHtml(error)
  }
}
