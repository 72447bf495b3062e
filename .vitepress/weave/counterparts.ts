/** Finds the lines of the listing beside the executed lines of the port. */

import { chunkText } from './chunk.ts'
import type { Pair } from './programs.ts'

/**
 * The lines of the listing that do what these lines of the port do, from 1. In
 * a function that is executed, the lines of the lock are executed too.
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
    return rows.flatMap(([goLines, tsLines, gap]) => {
      const own = range(go, goLines)
      const ran = range(ts, tsLines).some((line) => executed.has(line))
      go += goLines
      ts += tsLines
      return ran || gap === 'no-lock' ? own : []
    })
  })
}

const range = (first: number, count: number): number[] =>
  Array.from({ length: count }, (_, i) => first + i)
