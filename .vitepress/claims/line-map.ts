/** Maps the executed lines of the port to lines of the listing. */

import type { Gap } from '../../src/alignment/rows.ts'
import type { Coverage } from '../../src/evidence/coverage.ts'
import type { Pair } from '../weave/programs.ts'

/** A line of the listing, and what executes its counterpart in the port. */
export interface ListingLine {
  /** From 1. */
  readonly line: number
  /** The claims whose traces execute it, in the registry's order. */
  readonly claims: readonly string[]
  /**
   * - `run`: a trace executes it.
   * - `loading`: only loading the module executes it.
   * - `missing`: nothing executes it, although it can be executed.
   * - `gap`: it has no counterpart in the port.
   * - `idle`: there is nothing to execute, as in a brace or a blank line.
   */
  readonly state: 'run' | 'loading' | 'missing' | 'gap' | 'idle'
  readonly gap?: Gap
}

/** The lines of a chunk of the listing. */
export function linesOfListing(
  { listing, port, rows }: Pair,
  coverage: Coverage,
): ListingLine[] {
  let go = listing.chunk.first
  let ts = port.chunk.first
  return rows.flatMap(([goLines, tsLines, gap]) => {
    const faced = range(ts, tsLines).flatMap((line) => coverage.get(line) ?? [])
    const claims = [...new Set(faced.flatMap((each) => each.claims))]
    const state =
      claims.length > 0
        ? 'run'
        : faced.some(({ loading }) => loading)
          ? 'loading'
          : faced.length > 0
            ? 'missing'
            : gap
              ? 'gap'
              : 'idle'
    const lines = range(go, goLines).map(
      (line): ListingLine => ({ line, claims, state, ...(gap && { gap }) }),
    )
    go += goLines
    ts += tsLines
    return lines
  })
}

const range = (first: number, count: number): number[] =>
  Array.from({ length: count }, (_, i) => first + i)
