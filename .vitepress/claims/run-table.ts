/** Renders the run of a trace: each operation with the state after it. */
import { isDeepStrictEqual } from 'node:util'
import type { TraceRun } from '../../src/evidence/verdict-types.ts'
import type { State, Step } from '../../src/trace/engine.ts'
import { type OperationName, operations } from '../../src/trace/operations.ts'
import { formatOutcome } from '../../src/trace/show.ts'
import type { TraceNote } from '../scenes/trace-texts.ts'
import { type Child, type Element, h } from '../site/html.ts'
import { message } from '../site/interface.ts'
import type { Language } from '../site/languages.ts'
import { listOf, mapIsListed, mapUnlessListed } from './run-state.ts'
import { textsOf } from './texts.ts'

/** How many operations of a long stretch are shown at its start and its end. */
const ends = [9, 3] as const
/** Longest text of an operation, in characters. */
const longest = 72

/** A step, the comment above it, and whether it only looks at the store. */
interface Row {
  readonly step: Step
  readonly index: number
  readonly note: TraceNote | undefined
  readonly looks: boolean
}

/** Whether an operation only looks at the store. */
export const onlyLooks = (name: OperationName): boolean =>
  operations[name].does === 'observes'

/** Renders the table of a run. Long stretches and lists lose their middle. */
export function runTable(
  run: TraceRun,
  notes: readonly TraceNote[],
  locale: Language,
): Element {
  const texts = textsOf(locale)
  const maps = !run.port.every(({ state }) => mapIsListed(state))
  const columns = maps ? 3 : 2
  const across = (kind: string, text: string, lang?: string) =>
    h('tr', { class: kind }, h('td', { colspan: columns, lang }, text))
  const body: Element[] = []
  for (const stretch of stretches(rowsOf(run, notes))) {
    const [head, tail] = ends
    const cut = stretch.length - head - tail
    for (const [i, row] of stretch.entries()) {
      if (cut > 1 && i === head) {
        body.push(across('cut', message(locale, 'claims.more', { n: cut })))
      }
      if (cut > 1 && i >= head && i < head + cut) continue
      if (row.note) {
        const { text, lang } = row.note
        body.push(across('note', text, lang === locale ? undefined : lang))
      }
      const good = row.step.ok && run.original[row.index]?.ok
      const after = states(row, run, locale)
        .slice(0, columns - 1)
        .map((cell) => h('td', cell))
      // An operation that only looks has no cells after its own.
      const colspan = after.length === 0 ? columns : undefined
      const cells = [
        h('td', { colspan, translate: 'no' }, operation(row)),
        ...after,
      ]
      body.push(h('tr', { class: good ? null : 'bad' }, cells))
    }
  }
  return tableOf(
    [texts.operation, texts.list, texts.map].slice(0, columns),
    body,
  )
}

/** Renders a table of steps. */
export const tableOf = (heads: readonly Child[], body: Element[]): Element =>
  h(
    'table.run',
    h(
      'thead',
      h(
        'tr',
        heads.map((head) => h('th', { scope: 'col' }, head)),
      ),
    ),
    h('tbody', body),
  )

function rowsOf({ port }: TraceRun, notes: readonly TraceNote[]): Row[] {
  return port.map((step, index) => ({
    step,
    index,
    note: notes.find(({ before }) => before === index),
    looks: onlyLooks(step.name),
  }))
}

/** Divides the rows at comments and around operations that only look. */
function stretches(rows: readonly Row[]): Row[][] {
  const found: Row[][] = [[]]
  for (const row of rows) {
    const last = found.at(-1)
    const fresh = row.looks || row.note || last?.at(-1)?.looks
    if (fresh && last && last.length > 0) found.push([row])
    else last?.push(row)
  }
  return found
}

/** Renders an operation with its expected result, or else its actual result. */
function operation({ step }: Row): Child[] {
  const [call = '', wanted] = step.text.split(/\s*(=>.*)$/s)
  const gave = step.expected ? '' : formatOutcome(step)
  const result = wanted ?? (gave && `=> ${gave}`)
  const kind = wanted ? 'span.expected' : 'span.gave'
  const after = result ? [' ', h(kind, short(result))] : []
  return [short(call), ...after]
}

/** Renders list and map after an operation; empty if it only looked at them. */
function states(
  { step, index, looks }: Row,
  { original }: TraceRun,
  locale: Language,
): Child[] {
  const other = original[index]?.state ?? step.state
  const draw = (state: State): [Child, Child] => [
    listOf(state, locale),
    mapUnlessListed(state, locale),
  ]
  if (isDeepStrictEqual(step.state, other)) return looks ? [] : draw(step.state)
  // Only `npm run dev` shows this, because a build fails if the engines differ.
  const both = (a: Child, b: Child) => ['TS ', a, h('br'), 'Go ', b].flat()
  const [ours, theirs] = [draw(step.state), draw(other)]
  return [both(ours[0], theirs[0]), both(ours[1], theirs[1])]
}

const short = (text: string): string =>
  text.length > longest ? `${text.slice(0, longest)}…` : text
