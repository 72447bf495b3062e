/** Finds the name that was probably meant. */

/**
 * The name nearest to `bad`, or undefined if none is near enough to be meant:
 * at most half of the longer one's characters differ. A name in parts
 * (`Provider.SessionGC`) is also known by its last part.
 */
export function nearest(
  bad: string,
  names: Iterable<string>,
): string | undefined {
  let best: string | undefined
  let least = Number.POSITIVE_INFINITY
  for (const name of names) {
    const last = name.slice(name.lastIndexOf('.') + 1)
    for (const [known, less] of [
      [name, 0],
      [last, 0.5],
    ] as const) {
      // Half of the longer one would differ: no need to count.
      if (bad.length > 2 * known.length) continue
      const differing = distance(bad, known)
      if (differing > Math.max(bad.length, known.length) / 2) continue
      if (differing + less >= least) continue
      least = differing + less
      best = name
    }
  }
  return best
}

/** `; did you mean "Set"?`, or nothing if no name is near. */
export function didYouMean(bad: string, names: Iterable<string>): string {
  const name = nearest(bad, names)
  return name === undefined ? '' : `; did you mean "${name}"?`
}

/** Levenshtein's distance, upper and lower case alike. */
export function distance(a: string, b: string): number {
  const from = a.toLowerCase()
  const to = b.toLowerCase()
  let row = Array.from({ length: to.length + 1 }, (_, j) => j)
  for (let i = 1; i <= from.length; i++) {
    const next = [i]
    for (let j = 1; j <= to.length; j++) {
      const swap = from[i - 1] === to[j - 1] ? 0 : 1
      next[j] = Math.min(
        (row[j] ?? 0) + 1,
        (next[j - 1] ?? 0) + 1,
        (row[j - 1] ?? 0) + swap,
      )
    }
    row = next
  }
  return row[to.length] ?? 0
}
