/** Draws a chunk: the listing on the left, the port on the right. */
import { basename } from 'node:path'
import { type Alignment, alignment, type Row } from './alignment.ts'
import { highlight } from './highlight.ts'
import { type ShownLine, shownLines } from './lines.ts'
import type { Localized } from './localized.ts'
import { fail } from './problem.ts'
import type { Pair, Side } from './sources.ts'

/** A row's lines of both sides, ready to draw. */
interface Faced {
  readonly sides: readonly [Facing, Facing]
  readonly gap: string | undefined
}

interface Facing {
  readonly kind: 'go' | 'ts'
  readonly lines: readonly ShownLine[]
}

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
  const rows = faced(pair, localized, rowsOf[pair.name] ?? [])
  const { name, listing, port } = pair
  const { plain } = highlight(listing.source.text, listing.source.language)
  return [
    `<figure class="chunk" id="chunk-${name}" style="${plain}" v-pre>`,
    `<table><caption class="visually-hidden">${name}</caption>`,
    `<thead><tr>${header('Go', listing)}${header('TypeScript', port)}</tr></thead>`,
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
    const reason = gap && localized.gaps.get(gap)?.text
    if (gap && reason === undefined) {
      fail(
        localized.file,
        localized.lines.gaps,
        `no "${gap}" in "gaps"; translate the reason`,
      )
    }
    return { sides: [left.take(go), right.take(ts)], gap: reason }
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
      return { kind, lines: lines.filter(here) }
    },
  }
}

const header = (language: string, { source }: Side): string =>
  `<th scope="col">${language} <span class="file">${basename(source.file)}</span></th>`

const isBlank = ({ sides }: Faced): boolean =>
  sides.every(({ lines }) => lines.every(({ pieces }) => pieces.length === 0))

function drawRow({ sides, gap }: Faced, blank: boolean): string {
  const cells = sides.map(({ kind, lines }) => {
    if (lines.length > 0) {
      const code = lines.map(drawLine).join('\n')
      return `<td class="${kind}"><pre class="shiki"><code>${code}</code></pre></td>`
    }
    return gap === undefined
      ? `<td class="${kind}"></td>`
      : `<td class="${kind} gap"><span class="gap-reason">${escapeHtml(gap)}</span></td>`
  })
  return `<tr${blank ? ' class="blank"' : ''}>${cells.join('')}</tr>`
}

function drawLine({ number, pieces }: ShownLine): string {
  const merged: { text: string; style: string }[] = []
  for (const { text, style } of pieces) {
    const last = merged.at(-1)
    if (last && (last.style === style || text.trim() === '')) last.text += text
    else merged.push({ text, style })
  }
  const spans = merged.map(({ text, style }) =>
    style === ''
      ? escapeHtml(text)
      : `<span style="${style}">${escapeHtml(text)}</span>`,
  )
  const data = number === undefined ? '' : ` data-line="${number}"`
  const text = pieces.map((piece) => piece.text).join('')
  // For the theme, which lets a line that is too long hang.
  const indent = text.length - text.trimStart().length
  const style = indent > 0 ? ` style="--indent:${indent}"` : ''
  return `<span class="line"${data}${style}>${spans.join('')}</span>`
}

export function escapeHtml(text: string): string {
  return text
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/"/g, '&quot;')
}
