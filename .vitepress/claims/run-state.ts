/** Renders the state of the store after an operation. */
import { mapOf, type SessionState, type State } from '../../src/trace/engine.ts'
import { formatScalar, formatSid } from '../../src/trace/format.ts'
import { type Child, type Element, h, separated } from '../site/html.ts'
import { message } from '../site/interface.ts'
import type { Language } from '../site/languages.ts'
import { textsOf } from './texts.ts'

/** How many entries of a long list are shown at its front and at its back. */
const shown = [4, 3] as const

/** Renders the list, front to back: sids with stamps in seconds, and values. */
export const listOf = ({ list }: State, locale: Language): Child =>
  shortened(list.map(sessionOf), locale)

/** Renders the sids of the map; undefined if they are those of the list. */
export function mapUnlessListed(
  state: State,
  locale: Language,
): Child | undefined {
  if (mapIsListed(state)) return undefined
  const sids = [...mapOf(state).keys()]
  return shortened(
    sids.map((sid) => h('span.sid', { translate: 'no' }, formatSid(sid))),
    locale,
  )
}

/** Whether the map holds the sids of the list and no others. */
export function mapIsListed(state: State): boolean {
  const sids = [...mapOf(state).keys()]
  const listed = new Set(state.list.map(({ sid }) => sid))
  return (
    sids.length === state.list.length && sids.every((sid) => listed.has(sid))
  )
}

function sessionOf({ sid, stamp, values }: SessionState): Element {
  const kept = values.map(
    ([key, value]) => `${formatScalar(key)}: ${formatScalar(value)}`,
  )
  const inner = kept.length > 0 ? ` {${kept.join(', ')}}` : ''
  const rest = h('small', `@${stamp / 1000}${inner}`)
  return h('span.sid', { translate: 'no' }, formatSid(sid), rest)
}

function shortened(entries: readonly Element[], locale: Language): Child {
  if (entries.length === 0) return h('span.less', textsOf(locale).empty)
  const [front, back] = shown
  const cut = entries.length - front - back
  if (cut <= 1) return separated(entries, ' ')
  const more = h('span.less', message(locale, 'claims.more', { n: cut }))
  const ends = [...entries.slice(0, front), more, ...entries.slice(-back)]
  return separated(ends, ' ')
}
