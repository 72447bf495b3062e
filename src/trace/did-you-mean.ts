/** Suggests the name that was probably meant. */
import { distance as levenshtein } from 'fastest-levenshtein'

/** The edit distance of two names; case is ignored. */
export const distance = (a: string, b: string): number =>
  levenshtein(a.toLowerCase(), b.toLowerCase())

/**
 * The name nearest to `bad`. Undefined if every distance is more than half the
 * length of the longer name. A name in parts (`Provider.SessionGC`) is also
 * compared by its last part.
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
      // Comparing a word of megabytes letter by letter would take too long.
      // Stryker disable next-line ConditionalExpression: only time is lost
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
