/** Finds the name that was probably meant by a misspelt one. */

/**
 * The candidate nearest to `name` by edit distance, if it is near enough to
 * be meant: at most half of the longer one's characters differ.
 */
export function nearest(
  name: string,
  candidates: readonly string[],
): string | undefined {
  let best: string | undefined
  let least = Number.POSITIVE_INFINITY
  for (const candidate of candidates) {
    const distance = editDistance(name.toLowerCase(), candidate)
    const limit = Math.max(name.length, candidate.length) / 2
    if (distance < least && distance <= limit) {
      best = candidate
      least = distance
    }
  }
  return best
}

/** Insertions, removals and replacements that turn `a` into `b`. */
function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, column) => column)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      next[j] = Math.min(
        (next[j - 1] ?? 0) + 1,
        (row[j] ?? 0) + 1,
        (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1),
      )
    }
    row = next
  }
  return row[b.length] ?? 0
}
