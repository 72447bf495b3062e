/** Compares the repaired store with its goals. */
import type { Figures } from './measure.ts'
import { median } from './median.ts'

/** One goal and what was measured. */
export interface Goal {
  readonly name: string
  readonly value: number
  /** At least `least` or at most `most`. */
  readonly least?: number
  readonly most?: number
}

const rates = {
  create: 'createPerSecond',
  use: 'usePerSecond',
  destroy: 'destroyPerSecond',
} as const satisfies Record<string, keyof Figures>

/**
 * The goals at one size. A rate is compared with the other store's in the same
 * round, because the rounds of one run differ more than the stores do; of the
 * ratios, and of the other figures, the median counts.
 * @param own The figures of the repaired store, one for each round.
 * @param other Those of lru-cache, from the same rounds.
 */
export function goalsOf(
  own: readonly Figures[],
  other: readonly Figures[],
): Goal[] {
  const ratio = (key: keyof Figures) =>
    median(own.map((each, i) => each[key] / (other[i]?.[key] ?? Number.NaN)))
  const figure = (key: keyof Figures) => median(own.map((each) => each[key]))
  return [
    ...Object.entries(rates).map(([name, key]) => ({
      name: `${name}, of lru-cache's rate`,
      value: ratio(key),
      least: 1,
    })),
    { name: 'gc none, µs', value: figure('collectNoneMicroseconds'), most: 1 },
    { name: 'bytes a session', value: figure('bytesPerSession'), most: 250 },
  ]
}

/** Whether a goal is reached. */
export const isReached = ({
  value,
  least = Number.NEGATIVE_INFINITY,
  most = Number.POSITIVE_INFINITY,
}: Goal): boolean => value >= least && value <= most

/** The goals as lines of text, each with its goal and whether it is reached. */
export function goalLines(goals: readonly Goal[]): string[] {
  return goals.map((goal) => {
    const { name, value, least, most } = goal
    const wanted = least === undefined ? `at most ${most}` : `at least ${least}`
    const sign = isReached(goal) ? '✓' : '✗'
    return `${sign} repaired: ${name}: ${value.toPrecision(3)}, goal ${wanted}`
  })
}
