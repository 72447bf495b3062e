/** Gives the claims their verdicts in a run, by the rule of the build. */
import { type Claim, traceFile } from '../../src/evidence/claims.ts'
import { all, byTests, sidesOf } from '../../src/evidence/sides.ts'
import {
  type Side,
  sides,
  type Verdict,
} from '../../src/evidence/verdict-types.ts'
import type { Failure, Ran } from './results.ts'

/** A claim in a run. */
export interface InRun extends Readonly<Record<Side, Verdict>> {
  readonly claim: Claim
  /** Its tests, also those that did not run. */
  readonly tests: readonly Ran[]
  /** Whether the run left it out. A claim with a stale record was not left out. */
  readonly left: boolean
}

/**
 * The sides on which nothing holds: something else ran as that side, or tests
 * are lost, and nobody knows of which claims.
 */
export const doubted = (failures: readonly Failure[]): ReadonlySet<Side> =>
  new Set(
    failures.flatMap(({ loading, impostor }) =>
      loading ? sides : (impostor ?? []),
    ),
  )

/**
 * All claims of the registry, in its order.
 * @param doubted The sides on which nothing holds.
 */
export function inRun(
  claims: Iterable<Claim>,
  tests: readonly Ran[],
  doubted: ReadonlySet<Side>,
): InRun[] {
  return [...claims].map((claim) => {
    const own = tests.filter(({ id }) => id === claim.id)
    const on = (side: Side) => {
      const lacking = lacks(claim, own, side) ? 'not-run' : undefined
      const found = all([byTests(own, side), lacking])
      return found === 'holds' && doubted.has(side) ? 'not-run' : found
    }
    const left = own.every((test) => test.left && !test.stale)
    return {
      claim,
      tests: own,
      left,
      port: on('port'),
      original: on('original'),
    }
  })
}

/** Whether the registry names evidence on a side that the run has no test of. */
function lacks(
  { id, evidence, record }: Claim,
  tests: readonly Ran[],
  side: Side,
): boolean {
  const own = tests.filter(({ title }) => sidesOf(title).includes(side))
  const measured = own.some((test) => test.record !== undefined)
  const traced = own.some(({ trace }) => trace === traceFile(id))
  const needsRecord = evidence === 'go' || record.length > 0
  if (side === 'original' && needsRecord && !measured) return true
  // The tests of the Redis store do not run here, but their records are read.
  if (evidence === 'test') return side === 'port' && own.length === 0
  return evidence === 'trace' && !traced
}

/** What a run says of its claims, in numbers. */
export interface Counts {
  readonly claims: number
  readonly left: number
  readonly on: Readonly<Record<Side, Readonly<Record<Verdict, number>>>>
}

/** Counts the verdicts of the claims that the run did not leave out. */
export function countsOf(run: readonly InRun[]): Counts {
  const ran = run.filter(({ left }) => !left)
  const on = (side: Side) => {
    const count = (verdict: Verdict) =>
      ran.filter((claim) => claim[side] === verdict).length
    return {
      holds: count('holds'),
      fails: count('fails'),
      'not-run': count('not-run'),
      none: count('none'),
    }
  }
  return {
    claims: run.length,
    left: run.length - ran.length,
    on: { port: on('port'), original: on('original') },
  }
}

/**
 * Whether what was asked for was shown. Without a filter, each claim must hold
 * where it has evidence. With one, a claim that was left out, or of which only
 * some tests ran, says nothing; but none may fail or have a stale record.
 */
export const isShown = (run: readonly InRun[], filtered: boolean): boolean =>
  run.length > 0 &&
  run.every((claim) => {
    const verdicts = sides.map((side) => claim[side])
    if (verdicts.includes('fails')) return false
    if (filtered) return !claim.tests.some(({ stale }) => stale)
    return verdicts.includes('holds') && !verdicts.includes('not-run')
  })
