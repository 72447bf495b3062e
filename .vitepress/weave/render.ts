/** Draws a chunk: the listing on the left, the port on the right. */
import { type Alignment, alignment, type Gap, type Row } from './alignment.ts'
import {
  drawHead,
  drawRow,
  type Faced,
  type Facing,
  type Reason,
} from './draw.ts'
import { highlight } from './highlight.ts'
import { type ShownLine, shownLines } from './lines.ts'
import type { Localized } from './localized.ts'
import { fail } from './problem.ts'
import { proofs } from './proofs.ts'
import type { Pair, Side } from './sources.ts'

/**
 * The block of a chunk, as HTML that needs no script.
 * @throws {WeaveError} If a comment or a gap's reason is not translated, or
 * the alignment does not have the chunk's lines.
 */
export function renderChunk(
  pair: Pair,
  localized: Localized,
  rowsOf: Alignment = alignment,
): string {
  if (rowsOf !== alignment) return drawChunk(pair, localized, rowsOf)
  const texts = [pair.listing, pair.port].map(({ source }) => source.text)
  const key = [pair.name, ...texts].join('\0')
  const drawn = known.get(localized) ?? new Map<string, string>()
  const html = drawn.get(key) ?? drawChunk(pair, localized, rowsOf)
  known.set(localized, drawn.set(key, html))
  return html
}

/** What was drawn: the page asks for it, and so does the search index. */
const known = new WeakMap<Localized, Map<string, string>>()

function drawChunk(
  pair: Pair,
  localized: Localized,
  rowsOf: Alignment,
): string {
  const rows = faced(pair, localized, rowsOf[pair.name] ?? [])
  const { name, listing, port } = pair
  const { plain } = highlight(listing.source.text, listing.source.language)
  // For the theme, which gives a chunk its room before it lays it out.
  const lines = rows.reduce((sum, { sides: [go, ts] }) => {
    return sum + Math.max(go.lines.length, ts.lines.length)
  }, 0)
  return [
    `<figure class="chunk" id="chunk-${name}" style="${plain};--lines:${lines}" v-pre>`,
    `<table><caption class="visually-hidden">${name}</caption>`,
    `<thead><tr>${drawHead('go', listing.source)}${drawHead('ts', port.source)}</tr></thead>`,
    '<tbody>',
    ...rows.map((row, i) => drawRow(row, rows.slice(i).every(isBlank))),
    '</tbody></table></figure>\n',
  ].join('')
}

function faced(
  pair: Pair,
  localized: Localized,
  rows: readonly Row[],
): Faced[] {
  const left = taker('go', pair.listing, localized)
  const right = taker('ts', pair.port, localized)
  const drawn = rows.map(([go, ts, gap]): Faced => {
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
      `"${pair.name}" has other lines than in .vitepress/weave/alignment.ts; mend its rows there`,
    )
  }
  return drawn
}

function reasonOf(gap: Gap, { file, lines, gaps }: Localized): Reason {
  const text = gaps.get(gap)?.text
  if (text !== undefined) return { text, claim: proofs.get(gap) }
  fail(file, lines.gaps, `no "${gap}" in "gaps"; translate the reason`)
}

/** Hands out the lines of one side, from top to bottom. */
function taker(kind: 'go' | 'ts', side: Side, localized: Localized) {
  const lines = shownLines(side, localized)
  let next = side.chunk.first
  return {
    side,
    next: () => next,
    take(count: number): Facing {
      const from = next
      next += count
      const here = ({ at }: ShownLine) => from <= at && at < next
      return { kind, file: side.source.file, lines: lines.filter(here) }
    },
  }
}

const isBlank = ({ sides }: Faced): boolean =>
  sides.every(({ lines }) => lines.every(({ pieces }) => pieces.length === 0))
