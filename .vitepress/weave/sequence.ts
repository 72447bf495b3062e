/** Compares what stands on a page with what should, in order. */

/** Where two sequences part. */
export interface Difference {
  /** Index in `want` of what is missing; undefined if something is extra. */
  readonly want?: number
  /** Index in `got` of what is extra; undefined if something is missing. */
  readonly got?: number
  /** How many of `got` stand before the difference. */
  readonly after: number
}

/**
 * The fewest items of `got` that are extra and of `want` that are missing,
 * in the order of the page. An item that only stands elsewhere is both.
 */
export function differences(
  want: readonly string[],
  got: readonly string[],
): Difference[] {
  const common = commonTails(want, got)
  const at = (w: number, g: number) => common[w]?.[g] ?? 0
  const found: Difference[] = []
  let w = 0
  let g = 0
  while (w < want.length || g < got.length) {
    if (w < want.length && want[w] === got[g]) {
      w++
      g++
    } else if (w < want.length && at(w + 1, g) >= at(w, g + 1)) {
      found.push({ want: w++, after: g })
    } else {
      found.push({ got: g, after: g++ })
    }
  }
  return found
}

/** For every two tails, the length of their longest common subsequence. */
function commonTails(
  want: readonly string[],
  got: readonly string[],
): number[][] {
  const table = Array.from({ length: want.length + 1 }, () =>
    Array<number>(got.length + 1).fill(0),
  )
  for (let w = want.length - 1; w >= 0; w--) {
    for (let g = got.length - 1; g >= 0; g--) {
      const [row = [], below = []] = [table[w], table[w + 1]]
      row[g] =
        want[w] === got[g]
          ? 1 + (below[g + 1] ?? 0)
          : Math.max(below[g] ?? 0, row[g + 1] ?? 0)
    }
  }
  return table
}
