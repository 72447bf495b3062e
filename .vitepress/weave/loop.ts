/** Cuts a chunk down to its loop, for pages that show only that. */
import { fail } from '../../src/project/problem.ts'
import type { ChunkRow } from './draw.ts'
import type { Pair } from './programs.ts'

/**
 * The rows of the first loop of the listing.
 * @throws {ProblemError} If there is none.
 */
export function loopOf(
  rows: readonly ChunkRow[],
  { name, listing }: Pair,
): readonly ChunkRow[] {
  const texts = rows.map(({ sides: [go] }) =>
    (go.lines[0]?.pieces ?? []).map(({ text }) => text).join(''),
  )
  const first = texts.findIndex((text) => /^\s*for\b/.test(text))
  const indent = /^\s*/.exec(texts[first] ?? '')?.[0]
  const last = texts.findIndex((text, i) => i > first && text === `${indent}}`)
  const [head, ...rest] = rows.slice(first, last + 1)
  if (first >= 0 && head) return [named(head), ...rest]
  fail(
    listing.source.file,
    listing.chunk.first,
    `"${name}" has no loop; leave out part="loop"`,
  )
}

/** No line precedes these: they name their numbers. */
function named({ sides: [go, ts], reason }: ChunkRow): ChunkRow {
  const own = ({ kind, lines }: typeof go) => ({
    kind,
    lines: lines.map((line) => ({ ...line, counted: false })),
  })
  return { sides: [own(go), own(ts)], reason }
}
