/** Judges one claim by its evidence. */

import type { Problem } from '../project/problem.ts'
import type { Claim } from './claims.ts'
import { claimsFile } from './claims.ts'
import { outcomeOn } from './judge-run.ts'
import { recordedFile } from './recorded.ts'
import {
  type ClaimTest,
  type Judged,
  type Recorded,
  type Side,
  sides,
  type TraceRun,
  type Verdict,
} from './verdict-types.ts'

/** The evidence for a claim. */
export interface Evidence {
  /** How its trace ran, if it has one. */
  readonly run?: TraceRun
  /** Its tests in the report; undefined if there is no valid report. */
  readonly tests?: readonly ClaimTest[]
  /** What Go's tools recorded for it, if anything. */
  readonly recorded?: Recorded
}

/** Gives a claim its verdicts, and a reason for each that is not `holds`. */
export function judge(
  claim: Claim,
  { run, tests, recorded }: Evidence,
): { judged: Judged; problems: Problem[] } {
  const problems = [...(run?.problems ?? []), ...failing(claim, tests)]
  const missing = missingEvidence(claim, tests, recorded)
  if (missing) problems.push(missing)
  const lacks = (evidence: string): Verdict | undefined =>
    missing && claim.evidence === evidence ? 'not-run' : undefined
  const judged: Judged = {
    ...claim,
    port: all([
      run && outcomeOn('port', run),
      tests ? byTests(tests, 'port') : reported(claim),
      lacks('test'),
    ]),
    original: all([
      run && outcomeOn('original', run),
      byTests(tests ?? [], 'original'),
      recorded?.verdict,
      lacks('go'),
    ]),
    tests: tests ?? [],
    ...(run && { run }),
    ...(recorded && { recorded }),
  }
  return { judged, problems }
}

/** A claim that a test shows is `not-run` if there is no report. */
function reported({ evidence }: Claim): Verdict | undefined {
  return evidence === 'test' ? 'not-run' : undefined
}

/** The verdict on a side is the first of these that any evidence gives. */
const worst = ['fails', 'not-run', 'holds'] as const

/** The worst verdict; `none` if there is no evidence. */
function all(verdicts: readonly (Verdict | undefined)[]): Verdict {
  return worst.find((verdict) => verdicts.includes(verdict)) ?? 'none'
}

/**
 * The sides that a test covers: those that its title names at its end, such as
 * `[port, original]`, or else the port: no test is about nothing.
 */
export function sidesOf(title: string): Side[] {
  const [, named = 'port'] = /\[([a-zA-Z, ]+)\]$/.exec(title) ?? []
  const found = sides.filter((side) => new RegExp(`\\b${side}\\b`).test(named))
  return found.length > 0 ? found : ['port']
}

function byTests(tests: readonly ClaimTest[], side: Side): Verdict | undefined {
  const own = tests.filter(({ title }) => sidesOf(title).includes(side))
  if (own.length === 0) return undefined
  return own.every(({ passed }) => passed) ? 'holds' : 'fails'
}

function failing({ id }: Claim, tests: readonly ClaimTest[] = []): Problem[] {
  return tests
    .filter(({ passed }) => !passed)
    .map(({ file, title }) => ({
      file,
      line: 1,
      message: `claim "${id}" fails: "${title}"; run npm test -- ${file}, and fix the code or the claim`,
    }))
}

/** Reports evidence that the registry names but that does not exist. */
function missingEvidence(
  { id, evidence, line }: Claim,
  tests: readonly ClaimTest[] | undefined,
  recorded: Recorded | undefined,
): Problem | undefined {
  const at = { file: claimsFile, line }
  if (evidence === 'test' && tests?.length === 0) {
    const message = `claim "${id}" has no verdict: no test that was run begins with "${id}: "; write one`
    return { ...at, message }
  }
  if (evidence === 'go' && recorded === undefined) {
    const message = `claim "${id}" has no verdict: ${recordedFile(id)} is missing; run cd go-reference && UPDATE=1 go test ./...`
    return { ...at, message }
  }
  return undefined
}
