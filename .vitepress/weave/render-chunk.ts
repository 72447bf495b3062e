/** Renders a chunk with the listing on the left and the port on the right. */

import type { Gap } from '../../src/alignment/rows.ts'
import { fail } from '../../src/project/problem.ts'
import { gapClaims } from '../book.ts'
import { markAddress } from '../site/addresses.ts'
import { h, html } from '../site/html.ts'
import {
  type ChunkRow,
  drawHead,
  drawRow,
  type Reason,
  type RowSide,
} from './draw.ts'
import { highlight } from './highlight.ts'
import type { Localized } from './localized.ts'
import { type ShownLine, shownLines } from './localized-lines.ts'
import { loopOf } from './loop.ts'
import type { Pair, Side } from './programs.ts'

/**
 * Renders a chunk as HTML that needs no script.
 * @param onlyLoop Whether the page shows its first loop alone.
 * @throws {ProblemError} If a comment or the reason of a gap has no text, or if
 * the alignment does not match the lines of the chunk.
 */
export function renderChunk(
  pair: Pair,
  localized: Localized,
  onlyLoop = false,
): string {
  const texts = [pair.listing, pair.port].map(({ source }) => source.text)
  const key = [pair.name, onlyLoop, pair.rows, ...texts].join('\0')
  const drawn = known.get(localized) ?? new Map<string, string>()
  const html = drawn.get(key) ?? drawChunk(pair, localized, onlyLoop)
  known.set(localized, drawn.set(key, html))
  return html
}

/** A cache, because the page and the search index render the same chunks. */
const known = new WeakMap<Localized, Map<string, string>>()

function drawChunk(
  pair: Pair,
  localized: Localized,
  onlyLoop: boolean,
): string {
  const all = chunkRows(pair, localized)
  const rows = onlyLoop ? loopOf(all, pair) : all
  const { name, listing, port } = pair
  const { plain } = highlight(listing.source.text, listing.source.language)
  const heads = [drawHead('go', listing.source), drawHead('ts', port.source)]
  const table = h(
    'table',
    h('caption.visually-hidden', name),
    h('thead', h('tr', heads)),
    h(
      'tbody',
      rows.map((row, i) => drawRow(row, isEdge(rows, i))),
    ),
  )
  const attributes = {
    // The whole chunk may be on the same page.
    id: onlyLoop ? null : `chunk-${name}`,
    style: plain,
    // The player of a scene marks lines in the chunks of its store.
    'data-provider': listing.source.provider,
    'v-pre': true,
  }
  return `${html(h(onlyLoop ? 'figure.loop.chunk' : 'figure.chunk', attributes, table))}\n`
}

function chunkRows(pair: Pair, localized: Localized): ChunkRow[] {
  const left = taker('go', pair.listing, localized)
  const right = taker('ts', pair.port, localized)
  const drawn = pair.rows.map(([go, ts, gap]): ChunkRow => {
    return {
      sides: [left.take(go), right.take(ts)],
      reason: gap && reasonOf(gap, localized),
    }
  })
  for (const { side, next } of [left, right]) {
    if (next() === side.chunk.last + 1) continue
    fail(
      side.source.file,
      side.chunk.first,
      `"${pair.name}" does not have the lines that its rows in src/alignment give it; correct them there`,
    )
  }
  return drawn
}

function reasonOf(gap: Gap, { file, lines, gaps, locale }: Localized): Reason {
  const text = gaps.get(gap)?.text
  const claim = gapClaims.get(gap)
  if (text !== undefined) {
    return { text, proof: claim && markAddress(locale, claim) }
  }
  fail(file, lines.gaps, `"gaps" lacks "${gap}"; translate the reason`)
}

/** Returns the lines of one side in groups, from top to bottom. */
function taker(kind: 'go' | 'ts', side: Side, localized: Localized) {
  const shown = shownLines(side, localized)
  const lines = shown.map((line, i) => ({
    ...line,
    counted: follows(line, shown[i - 1]),
  }))
  let next = side.chunk.first
  return {
    side,
    next: () => next,
    take(count: number): RowSide {
      const from = next
      next += count
      const here = ({ at }: ShownLine) => from <= at && at < next
      return { kind, lines: lines.filter(here) }
    },
  }
}

/** Whether a line follows another that a page always shows, unlike a blank one. */
const follows = ({ number }: ShownLine, before?: ShownLine): boolean =>
  before?.number !== undefined &&
  before.number + 1 === number &&
  before.pieces.length > 0

/** Whether a row and all rows above it, or all below it, are blank. */
const isEdge = (rows: readonly ChunkRow[], at: number): boolean =>
  rows.slice(at).every(isBlank) || rows.slice(0, at + 1).every(isBlank)

const isBlank = ({ sides }: ChunkRow): boolean =>
  sides.every(({ lines }) => lines.every(({ pieces }) => pieces.length === 0))
