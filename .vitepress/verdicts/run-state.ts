/** Draws what the store held after an operation. */
import { mapOf, type SessionState, type State } from '../../src/trace/engine.ts'
import { formatScalar, formatSid } from '../../src/trace/format.ts'
import { escapeHtml } from '../weave/draw.ts'
import { type ClaimTexts, fill } from './texts.ts'

/** Entries shown of a long list, from its front and from its back. */
const shown = [4, 3] as const

/** The list, front to back: sids with stamps in seconds, and values. */
export function listHtml({ list }: State, texts: ClaimTexts): string {
  return drawn(list.map(entry), texts)
}

/** The map's sids, unless they are just those of the list: then nothing. */
export function mapHtml(state: State, texts: ClaimTexts): string {
  const { list } = state
  const sids = [...mapOf(state).keys()]
  const listed = new Set(list.map(({ sid }) => sid))
  const same =
    sids.length === list.length && sids.every((sid) => listed.has(sid))
  return same ? '' : drawn(sids.map(sidHtml), texts)
}

const sidHtml = (sid: string): string =>
  `<span class="sid">${escapeHtml(formatSid(sid))}</span>`

function entry({ sid, stamp, values }: SessionState): string {
  const kept = values.map(
    ([key, value]) => `${formatScalar(key)}: ${formatScalar(value)}`,
  )
  const inner = kept.length > 0 ? ` {${escapeHtml(kept.join(', '))}}` : ''
  return `<span class="sid">${escapeHtml(formatSid(sid))}<small>@${stamp / 1000}${inner}</small></span>`
}

function drawn(entries: readonly string[], texts: ClaimTexts): string {
  if (entries.length === 0) return `<span class="less">${texts.empty}</span>`
  const [front, back] = shown
  const cut = entries.length - front - back
  if (cut <= 1) return entries.join(' ')
  const more = `<span class="less">${fill(texts.more, { n: cut })}</span>`
  return [...entries.slice(0, front), more, ...entries.slice(-back)].join(' ')
}
