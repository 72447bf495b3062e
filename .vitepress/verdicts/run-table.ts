/** Draws how a trace ran: each operation with the state after it. */
import type { Step } from '../../src/trace/engine.ts'
import { formatOutcome } from '../../src/trace/show.ts'
import { escapeHtml } from '../weave/draw.ts'
import type { Locale } from '../weave/project.ts'
import { listHtml, mapHtml } from './run-state.ts'
import { type ClaimTexts, fill, textsOf } from './texts.ts'
import type { TraceRun } from './verdict.ts'

/** Operations shown at the beginning and at the end of a long stretch. */
const ends = [9, 3] as const
/** Longest text of an operation, in characters. */
const longest = 72

/** A step, the comments above it, and whether it says what must be seen. */
interface Row {
  readonly step: Step
  readonly index: number
  readonly notes: readonly string[]
  readonly looks: boolean
}

/** The table of a run; long stretches and lists are cut in the middle. */
export function runTable(run: TraceRun, locale: Locale): string {
  const texts = textsOf(locale)
  const columns = run.port.some(({ state }) => mapHtml(state, texts)) ? 3 : 2
  const across = (kind: string, html: string, attributes = '') =>
    `<tr class="${kind}"><td colspan="${columns}"${attributes}>${html}</td></tr>`
  const body: string[] = []
  for (const stretch of stretches(rowsOf(run))) {
    const [head, tail] = ends
    const cut = stretch.length - head - tail
    for (const [i, row] of stretch.entries()) {
      if (cut > 1 && i === head) {
        body.push(across('cut', fill(texts.more, { n: cut })))
      }
      if (cut > 1 && i >= head && i < head + cut) continue
      const notes = escapeHtml(row.notes.join(' '))
      if (notes) body.push(across('note', notes, ' lang="en"'))
      const cells = [operation(row), ...states(row, run, texts)]
      const good = row.step.ok && run.original[row.index]?.ok
      const html = cells.slice(0, columns).map((cell) => `<td>${cell}</td>`)
      body.push(`<tr${good ? '' : ' class="bad"'}>${html.join('')}</tr>`)
    }
  }
  const heads = [texts.operation, texts.list, texts.map]
    .slice(0, columns)
    .map((text) => `<th scope="col">${text}</th>`)
  return `<table class="run"><thead><tr>${heads.join('')}</tr></thead><tbody>${body.join('')}</tbody></table>`
}

function rowsOf({ trace, text, port }: TraceRun): Row[] {
  const lines = text.split('\n')
  let last = lines.findIndex((line) => line.startsWith('#')) + 1
  return trace.operations.flatMap(({ name, line }, index) => {
    const step = port[index]
    if (!step) return []
    const notes = lines
      .slice(last, line - 1)
      .filter((each) => each.startsWith('#'))
      .map((each) => each.replace(/^#\s*/, ''))
    last = line
    const looks = ['list', 'map', 'stamps', 'visited'].includes(name)
    return [{ step, index, notes, looks }]
  })
}

/** Cuts the rows where something is looked at or a comment stands. */
function stretches(rows: readonly Row[]): Row[][] {
  const found: Row[][] = [[]]
  for (const row of rows) {
    const last = found.at(-1)
    const fresh = row.looks || row.notes.length > 0 || last?.at(-1)?.looks
    if (fresh && last && last.length > 0) found.push([row])
    else last?.push(row)
  }
  return found
}

/** The operation, and what it had to give or else gave. */
function operation({ step }: Row): string {
  const [call = '', wanted] = step.text.split(/\s*(=>.*)$/s)
  const gave = step.expected ? '' : formatOutcome(step)
  const result = wanted ?? (gave && `=> ${gave}`)
  const kind = wanted ? 'expected' : 'gave'
  const after = result
    ? ` <span class="${kind}">${escapeHtml(short(result))}</span>`
    : ''
  return `<code>${escapeHtml(short(call))}${after}</code>`
}

/** List and map afterwards; looking at them leaves them as they are. */
function states(
  { step, index, looks }: Row,
  { original }: TraceRun,
  texts: ClaimTexts,
): [string, string] {
  const other = original[index]?.state ?? step.state
  const [ours, theirs] = [step.state, other].map(
    (state) => [listHtml(state, texts), mapHtml(state, texts)] as const,
  )
  if (!ours || !theirs) return ['', '']
  const same = ours.join() === theirs.join()
  if (same) return looks ? ['', ''] : [...ours]
  // Only seen while the site is being written: a build would fail.
  const both = (i: 0 | 1) => `TS ${ours[i]}<br>Go ${theirs[i]}`
  return [both(0), both(1)]
}

const short = (text: string): string =>
  text.length > longest ? `${text.slice(0, longest)}…` : text
