/** Compares the repaired store with its goals. */
import type { Figures } from './measure.ts'
import { median } from './median.ts'

/** One goal and what was measured. */
export interface Goal {
  readonly figure: keyof Figures
  /** With `least`, a ratio to lru-cache's rate; with `most`, the figure. */
  readonly value: number
  /** At least `least` or at most `most`. */
  readonly least?: number
  readonly most?: number
}

const rates = ['createPerSecond', 'usePerSecond', 'destroyPerSecond'] as const

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
  const middle = (key: keyof Figures) => median(own.map((each) => each[key]))
  const none = 'collectNoneMicroseconds'
  const bytes = 'bytesPerSession'
  return [
    ...rates.map((figure) => ({ figure, value: ratio(figure), least: 1 })),
    { figure: none, value: middle(none), most: 1 },
    { figure: bytes, value: middle(bytes), most: 250 },
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
    const { figure, value, least, most } = goal
    const [of, wanted] =
      least === undefined
        ? ['', `at most ${most}`]
        : [", of lru-cache's", `at least ${least}`]
    const sign = isReached(goal) ? '✓' : '✗'
    const got = value.toPrecision(3)
    return `${sign} repaired: ${figure}${of}: ${got}, goal ${wanted}`
  })
}
