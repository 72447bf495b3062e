/** Draws the listing, beside each line the claims that execute it. */
import { alignment } from '../weave/alignment.ts'
import { drawPieces } from '../weave/draw.ts'
import { highlight } from '../weave/highlight.ts'
import { shownLines } from '../weave/lines.ts'
import type { Localized } from '../weave/localized.ts'
import type { Pair } from '../weave/sources.ts'
import type { Coverage } from './coverage.ts'
import { link } from './html.ts'
import { type ListingLine, linesOfListing } from './line-map.ts'
import { type ClaimTexts, fill, textsOf } from './texts.ts'

/** The view of the lines, with how many are in which state. */
export function linesHtml(
  pairs: readonly Pair[],
  localized: Localized,
  coverage: Coverage,
): string {
  const texts = textsOf(localized.locale)
  const mapped = pairs.map((pair) => ({
    pair,
    lines: linesOfListing(pair, alignment, coverage),
  }))
  const all = mapped.flatMap(({ lines }) => lines)
  const most = Math.max(...all.map(({ claims }) => claims.length), 1)
  const count = (state: ListingLine['state']) =>
    all.filter((line) => line.state === state).length
  const summary = fill(texts.lines.summary, {
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
      const reason = line.gap && localized.gaps.get(line.gap)?.text
      const share = (line.claims.length / most).toFixed(2)
      return `<tr data-state="${line.state}" style="--share:${share}"><th scope="row">${line.line}</th><td class="shiki"><pre><code>${code.get(line.line) ?? ''}</code></pre></td><td>${by(line, texts, reason)}</td></tr>`
    })
  })
  const { listing } = pairs[0] ?? {}
  const { plain } = listing
    ? highlight(listing.source.text, listing.source.language)
    : { plain: '' }
  const { caption, line, by: who } = texts.lines
  return `<p>${summary}</p><figure class="line-claims" style="${plain}" v-pre><table><caption class="visually-hidden">${caption}</caption><thead><tr><th scope="col" colspan="2">${line}</th><th scope="col">${who}</th></tr></thead><tbody>${rows.join('')}</tbody></table></figure>\n`
}

/** The code of a chunk of the listing, by line. */
function codeOf(pair: Pair, localized: Localized): Map<number, string> {
  const lines = shownLines(pair.listing, localized)
  return new Map(lines.map(({ at, pieces }) => [at, drawPieces(pieces)]))
}

/** What executes a line, or why nothing does. */
function by(
  { state, claims }: ListingLine,
  { lines }: ClaimTexts,
  reason: string | undefined,
): string {
  if (state === 'gap') return `<span class="gap-reason">${reason ?? ''}</span>`
  if (state === 'idle') return ''
  if (state === 'loading') return lines.loading
  if (state === 'missing') return `<strong>${lines.nothing}</strong>`
  const { length } = claims
  const text = length === 1 ? lines.one : fill(lines.claims, { n: length })
  const links = claims.map((id) => link(`#${id}`, `<code>${id}</code>`))
  return `<details><summary>${text}</summary>${links.join(' ')}</details>`
}
