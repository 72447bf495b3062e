/** Draws how a trace ran: each operation with the state after it. */
import type { SessionState, Step } from '../../src/trace/engine.ts'
import { formatScalar, formatSid } from '../../src/trace/format.ts'
import { formatOutcome } from '../../src/trace/show.ts'
import { escapeHtml } from '../weave/draw.ts'
import type { Locale } from '../weave/project.ts'
import { type ClaimTexts, fill, textsOf } from './texts.ts'
import type { TraceRun } from './verdict.ts'

/** Operations shown at the beginning and at the end of a long stretch. */
const ends = [9, 3] as const
/** Entries shown of a long list, from its front and from its back. */
const shown = [4, 3] as const
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
  const rows = rowsOf(run)
  const body: string[] = []
  for (const stretch of stretches(rows)) {
    const [head, tail] = ends
    const cut = stretch.length - head - tail
    for (const [i, row] of stretch.entries()) {
      if (cut > 1 && i === head) {
        body.push(
          `<tr class="cut"><td colspan="3">${fill(texts.more, { n: cut })}</td></tr>`,
        )
      }
      if (cut <= 1 || i < head || i >= head + cut)
        body.push(draw(row, run, texts))
    }
  }
  const { operation, list, map } = texts
  const heads = [operation, list, map].map(
    (text) => `<th scope="col">${text}</th>`,
  )
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

function draw(
  { step, index, notes }: Row,
  run: TraceRun,
  texts: ClaimTexts,
): string {
  const name = run.trace.operations[index]?.name ?? 'list'
  const note = notes.length
    ? `<tr class="note"><td colspan="3" lang="en">${escapeHtml(notes.join(' '))}</td></tr>`
    : ''
  const { expected, ok, state } = step
  const gave = expected ? '' : formatOutcome(name, step)
  const [call = '', wanted] = step.text.split(/\s*(=>.*)$/s)
  const result = wanted ?? (gave && `=> ${gave}`)
  const operation = `<code>${escapeHtml(short(call))}${result ? ` <span class="${wanted ? 'expected' : 'gave'}">${escapeHtml(short(result))}</span>` : ''}</code>`
  const other = run.original[index]
  const list = entries(state.list, texts)
  const theirs = other ? entries(other.state.list, texts) : ''
  // They differ only while the site is being written: a build would fail.
  const lists = list === theirs ? list : `TS ${list}<br>Go ${theirs}`
  const bad = ok && other?.ok ? '' : ' class="bad"'
  return `${note}<tr${bad}><td>${operation}</td><td>${lists}</td><td>${mapOf(step, texts)}</td></tr>`
}

const short = (text: string): string =>
  text.length > longest ? `${text.slice(0, longest)}…` : text

function entries(list: readonly SessionState[], texts: ClaimTexts): string {
  if (list.length === 0) return `<em>${texts.empty}</em>`
  const drawn = list.map(({ sid, stamp, values }) => {
    const kept = values.map(
      ([key, value]) => `${formatScalar(key)}: ${formatScalar(value)}`,
    )
    const title = kept.length ? ` title="${escapeHtml(kept.join(', '))}"` : ''
    return `<span class="entry-sid"${title}>${escapeHtml(formatSid(sid))}<small>@${stamp / 1000}</small></span>`
  })
  return cutMiddle(drawn, texts)
}

/** The map where it is not the sids of the list. */
function mapOf({ state }: Step, texts: ClaimTexts): string {
  const sids = Object.keys(state.map)
  const listed = new Set(state.list.map(({ sid }) => sid))
  const same =
    sids.length === state.list.length && sids.every((sid) => listed.has(sid))
  if (same) return ''
  if (sids.length === 0) return `<em>${texts.empty}</em>`
  return cutMiddle(
    sids.map(
      (sid) => `<span class="entry-sid">${escapeHtml(formatSid(sid))}</span>`,
    ),
    texts,
  )
}

function cutMiddle(drawn: readonly string[], texts: ClaimTexts): string {
  const [front, back] = shown
  const cut = drawn.length - front - back
  if (cut <= 1) return drawn.join(' ')
  const more = `<em>${fill(texts.more, { n: cut })}</em>`
  return [...drawn.slice(0, front), more, ...drawn.slice(-back)].join(' ')
}
