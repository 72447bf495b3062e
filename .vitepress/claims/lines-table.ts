/** Renders the listing with the claims that execute each line. */

import type { Coverage } from '../../src/evidence/coverage.ts'
import { type Child, h, html, link, separated } from '../site/html.ts'
import { message } from '../site/interface.ts'
import type { Language } from '../site/languages.ts'
import { drawPieces } from '../weave/draw.ts'
import { highlight } from '../weave/highlight.ts'
import type { Localized } from '../weave/localized.ts'
import { shownLines } from '../weave/localized-lines.ts'
import type { Pair } from '../weave/programs.ts'
import { type ListingLine, linesOfListing } from './line-map.ts'
import { textsOf } from './texts.ts'

/** Renders the table of lines and the number of lines in each state. */
export function linesHtml(
  pairs: readonly Pair[],
  localized: Localized,
  coverage: Coverage,
): string {
  const { locale } = localized
  const mapped = pairs.map((pair) => ({
    pair,
    lines: linesOfListing(pair, coverage),
  }))
  const all = mapped.flatMap(({ lines }) => lines)
  const most = Math.max(...all.map(({ claims }) => claims.length), 1)
  const count = (state: ListingLine['state']) =>
    all.filter((line) => line.state === state).length
  const summary = message(locale, 'claims.lines.summary', {
    lines: all.length,
    run: count('run'),
    loading: count('loading'),
    idle: count('idle'),
    gaps: count('gap'),
    missing: count('missing'),
  })
  const rows = mapped.flatMap(({ pair, lines }) => {
    const code = codeOf(pair, localized)
    return lines.map((line) => {
      const share = (line.claims.length / most).toFixed(2)
      const reason = line.gap && localized.gaps.get(line.gap)?.text
      return h(
        'tr',
        { 'data-state': line.state, style: `--share:${share}` },
        h('th', { scope: 'row' }, line.line),
        h('td.shiki', h('pre', h('code', code.get(line.line)))),
        h('td', by(line, locale, reason)),
      )
    })
  })
  const { listing } = pairs[0] ?? {}
  const style = listing
    ? highlight(listing.source.text, listing.source.language).plain
    : ''
  const { caption, line, by: who } = textsOf(locale).lines
  const head = h(
    'tr',
    h('th', { scope: 'col', colspan: 2 }, line),
    h('th', { scope: 'col' }, who),
  )
  const table = h(
    'table',
    h('caption.visually-hidden', caption),
    h('thead', head),
    h('tbody', rows),
  )
  const figure = h('figure.line-claims', { style, 'v-pre': true }, table)
  return `${html(h('p', summary), figure)}\n`
}

/** The code of a chunk of the listing, by line. */
function codeOf(pair: Pair, localized: Localized): Map<number, Child> {
  const lines = shownLines(pair.listing, localized)
  return new Map(lines.map(({ at, pieces }) => [at, drawPieces(pieces)]))
}

/** Renders what executes a line, or why nothing does. */
function by(
  { state, claims }: ListingLine,
  locale: Language,
  reason: string | undefined,
): Child {
  const { lines } = textsOf(locale)
  if (state === 'gap') return h('span.gap-reason', reason)
  if (state === 'idle') return undefined
  if (state === 'loading') return lines.loading
  if (state === 'missing') return h('strong', lines.nothing)
  const count = message(locale, 'claims.lines.claims', { n: claims.length })
  const links = claims.map((id) => link(`#${id}`, h('code', id)))
  return h('details', h('summary', count), separated(links, ' '))
}
