/** Finds the lines of the listing beside the executed lines of the port. */

import { linesOf } from '../../src/project/project.ts'
import { chunkText } from './chunk.ts'
import type { Pair, Side } from './programs.ts'

/**
 * The lines of the listing that do what these lines of the port do, from 1. In
 * a function that is entered, the lines of the lock below its head are executed
 * too.
 */
export function linesBeside(
  pairs: readonly Pair[],
  portLines: readonly number[],
): number[] {
  const executed = new Set(portLines)
  return pairs.flatMap(({ listing, port, rows }) => {
    const { first, last } = port.chunk
    const entered = portLines.some((line) => first <= line && line <= last)
    // A constructor is beside the fields of a type, which Go does not execute.
    const type = /^type /m.test(chunkText(listing.source.text, listing.chunk))
    if (!entered || type) return []
    let go = listing.chunk.first
    let ts = first
    let above = false
    return rows.flatMap(([goLines, tsLines, gap]) => {
      const own = range(go, goLines)
      const ran = range(ts, tsLines).some((line) => executed.has(line))
      go += goLines
      ts += tsLines
      above = ran || (above && gap === 'no-lock')
      return above ? own : []
    })
  })
}

/** The text of the last executed line, and before it that of the line beside. */
export function lastBeside(
  pairs: readonly Pair[],
  portLines: readonly number[],
): string[] {
  const last = portLines.at(-1)
  const pair = pairs.find(
    ({ port: { chunk } }) =>
      last !== undefined && chunk.first <= last && last <= chunk.last,
  )
  if (!pair || last === undefined) return []
  const beside = linesBeside([pair], [last]).at(-1)
  const text = ({ source }: Side, line = 0) =>
    linesOf(source.text)[line - 1]?.trim() ?? ''
  return [text(pair.listing, beside), text(pair.port, last)]
}

const range = (first: number, count: number): number[] =>
  Array.from({ length: count }, (_, i) => first + i)
