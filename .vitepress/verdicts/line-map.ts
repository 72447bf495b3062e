/** Carries what was executed of the port over to the listing's lines. */
import type { Alignment, Gap } from '../weave/alignment.ts'
import type { Pair } from '../weave/sources.ts'
import type { Coverage } from './coverage.ts'

/** A line of the listing, and what executes the lines that face it. */
export interface ListingLine {
  /** From 1. */
  readonly line: number
  /** The claims whose traces do, in the registry's order. */
  readonly claims: readonly string[]
  /**
   * - `run`: a trace executes it.
   * - `loading`: it is executed when the module is loaded, by no trace.
   * - `missing`: it could be executed, and is not.
   * - `gap`: no line of the port faces it.
   * - `idle`: it does nothing by itself: a brace, a blank.
   */
  readonly state: 'run' | 'loading' | 'missing' | 'gap' | 'idle'
  readonly gap?: Gap
}

/** The lines of a chunk of the listing. */
export function linesOfListing(
  { name, listing, port }: Pair,
  alignment: Alignment,
  coverage: Coverage,
): ListingLine[] {
  let go = listing.chunk.first
  let ts = port.chunk.first
  return (alignment[name] ?? []).flatMap(([goLines, tsLines, gap]) => {
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
