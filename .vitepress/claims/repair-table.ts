/** Renders a claim's trace on the port with an edit that readers proposed. */
import { loadPort } from '../../src/evidence/edits.ts'
import { proposed } from '../../src/evidence/mutants.ts'
import type { TraceRun } from '../../src/evidence/verdict-types.ts'
import type { Engine, Step } from '../../src/trace/engine.ts'
import { callOf } from '../../src/trace/format.ts'
import { portEngine } from '../../src/trace/port.ts'
import { type Element, h, html } from '../site/html.ts'
import { message, messageParts } from '../site/interface.ts'
import type { Language } from '../site/languages.ts'
import { number } from '../site/number.ts'
import { listOf } from './run-state.ts'
import { onlyLooks, tableOf } from './run-table.ts'
import { textsOf } from './texts.ts'

/** The name of an edit that readers proposed. */
export type Proposed = keyof typeof proposed

/** The engines of the edited ports. */
export type Repairs = Readonly<Record<Proposed, Engine>>

/** The word that each edit adds to the port. */
const words: Readonly<Record<Proposed, string>> = {
  continueAtLivingTail: 'continue',
  pushFront: 'pushFront',
}

/** A pass that reads the clock more often than this is endless. */
const patience = 10_000

let opened: Promise<Repairs> | undefined

/** Loads the edited ports, once per process. */
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

/** Whether this is the name of a proposed edit. */
export const isProposed = (name: string): name is Proposed => name in proposed

/**
 * Renders the states of a trace without and with the edit, side by side. Leaves
 * out operations that only look at the store. Ends at an endless pass, which
 * ends the trace.
 */
export function repairTable(
  run: TraceRun,
  edit: Proposed,
  repairs: Repairs,
  locale: Language,
): string {
  const texts = textsOf(locale)
  const [steps = []] = repairs[edit].run([run.trace])
  const rows: Element[] = []
  for (const [index, operation] of run.trace.operations.entries()) {
    const [printed, changed] = [run.port[index], steps[index]]
    if (!printed || !changed) continue
    const ended = changed.error !== undefined
    if (onlyLooks(operation.name) && !ended) continue
    const call = callOf(operation.text)
    const before = h('td', listOf(printed.state, locale))
    const after = ended
      ? endless(changed, locale)
      : h('td', listOf(changed.state, locale))
    const differs = html(before) !== html(after)
    const kind = differs ? 'changed' : null
    rows.push(h('tr', { class: kind }, h('td', h('code', call)), before, after))
    if (ended) break
  }
  const changed = messageParts<Element>(locale, 'claims.repair.changed', {
    word: h('code', words[edit]),
  })
  const heads = [texts.operation, texts.repair.printed, changed]
  const caption = h('figcaption', texts.repair.caption)
  const table = tableOf(heads, rows)
  return `${html(h('figure.entry.repair', { 'v-pre': true }, caption, table))}\n`
}

/** A sentence in the language of the page, or the error as the port gave it. */
function endless({ error = '' }: Step, locale: Language): Element {
  if (!error.includes(`${patience}`)) return h('td', h('code', error))
  const n = number(patience, locale)
  return h('td.ended', message(locale, 'claims.repair.endless', { n }))
}
