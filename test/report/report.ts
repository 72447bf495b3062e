/** Puts the report of a run together from its results, without printing it. */
import { type Claim, claimsFile } from '../../src/evidence/claims.ts'
import { formatProblem } from '../../src/project/problem.ts'
import { nearest } from '../../src/trace/did-you-mean.ts'
import { failureLines } from './failures.ts'
import { claimLines, sums } from './lines.ts'
import type { Failure, Ran } from './results.ts'
import { doubted, type InRun, inRun, isShown } from './verdicts.ts'

/** A run, and what it is compared with. */
export interface Run {
  readonly registry: readonly Claim[]
  /** The claims' statements by their ids. */
  readonly statements: ReadonlyMap<string, string>
  readonly tests: readonly Ran[]
  readonly failures: readonly Failure[]
  /** Why the registry or the statements cannot be read. */
  readonly unread: readonly Failure[]
  /** The name that was asked for with -t. */
  readonly named?: string | undefined
  /** Whether only some tests or files were asked for. */
  readonly filtered: boolean
  /** The files that differ from the last commit. */
  changed(): readonly string[]
}

/** What is printed, and how the run ends. */
export interface Report {
  /** The claims and the failures. */
  readonly before: readonly string[]
  /** What stands after the number of tests. */
  readonly after: readonly string[]
  /** Whether what was asked for was shown. */
  readonly good: boolean
}

/** At most this many claims without a verdict are named. */
const MOST_NAMED = 5

/** The report of a run. */
export function reportOf(run: Run): Report {
  const { registry, statements, tests, named, filtered } = run
  const found = [...run.unread, ...run.failures]
  // After a failure, tests are left because of it.
  const failures = found.length > 0 ? found : skippedIn(tests)
  const failed = failures.length > 0
  if (named !== undefined && !failed && tests.every(isOut)) {
    const after = [noSuchName(named, registry), '']
    return { before: [], after, good: false }
  }
  const doubt = doubted(failures)
  const claims = inRun(registry, tests, doubt)
  const good = !failed && isShown(claims, filtered)
  return {
    before: [
      ...claimLines(claims, named !== undefined, statements),
      ...(failed ? failureLines(failures, run.changed()) : []),
    ],
    // A failure says why a claim has no verdict.
    after: [
      ...(good || failed ? [] : openLines(claims)),
      ...sums(claims, failures),
    ],
    good,
  }
}

const isOut = ({ left, stale }: Ran) => left && !stale

/** The tests that were skipped, as failures: what they show is not known. */
const skippedIn = (tests: readonly Ran[]): Failure[] =>
  tests
    .filter(({ skipped, stale }) => skipped && !stale)
    .map((of) => ({
      ...{ of, loading: false, diff: '', places: [] },
      message: 'did not run; remove the skip, todo or only that leaves it out',
    }))

function noSuchName(named: string, registry: readonly Claim[]): string {
  const ids = registry.map(({ id }) => id)
  const near = nearest(named, ids)
  const advice = near
    ? `did you mean npm test -- -t ${near}?`
    : `the ids of the claims are in ${claimsFile}`
  return `found no claim and no test named ${JSON.stringify(named)}; ${advice}`
}

/** Why a run without failures is not good: the claims without a verdict. */
function openLines(claims: readonly InRun[]): string[] {
  const open = claims.filter(
    ({ port, original }) => port === 'not-run' || original === 'not-run',
  )
  const more = open.length - MOST_NAMED
  return [
    ...open.slice(0, MOST_NAMED).map(({ claim, tests }) => {
      const { id, line } = claim
      const why = tests.some(({ stale }) => stale)
        ? 'its record is stale; npm test says which file has changed'
        : 'not all of its evidence ran; remove what skips it, or write it'
      const message = `claim "${id}" has no verdict: ${why}`
      return formatProblem({ file: claimsFile, line, message })
    }),
    ...(more > 0 ? [`and ${more} more claims have no verdict`] : []),
  ]
}
