/** Judges one claim by its evidence. */

import type { Problem } from '../project/problem.ts'
import type { Claim } from './claims.ts'
import { claimsFile } from './claims.ts'
import { outcomeOn } from './judge-run.ts'
import { recordedFile } from './recorded.ts'
import { all, byTests } from './sides.ts'
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
  const missing = missingEvidence(claim, run, tests, recorded)
  if (missing) problems.push(missing.problem)
  const lacks = (side: Side): Verdict | undefined =>
    missing?.sides.includes(side) ? 'not-run' : undefined
  const judged: Judged = {
    ...claim,
    port: all([
      run && outcomeOn('port', run),
      tests ? byTests(tests, 'port') : reported(claim),
      lacks('port'),
    ]),
    original: all([
      run && outcomeOn('original', run),
      byTests(tests ?? [], 'original'),
      recorded?.verdict,
      lacks('original'),
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

function failing({ id }: Claim, tests: readonly ClaimTest[] = []): Problem[] {
  return tests
    .filter(({ passed }) => !passed)
    .map(({ file, title, left }) => ({
      file,
      line: 1,
      message: left
        ? `claim "${id}" has no verdict: "${title}" did not run; run npm test -- ${file}`
        : `claim "${id}" fails: "${title}"; run npm test -- ${file}, and fix the code or the claim`,
    }))
}

/** Reports evidence that the registry names but that does not exist. */
function missingEvidence(
  { id, evidence, record, line }: Claim,
  run: TraceRun | undefined,
  tests: readonly ClaimTest[] | undefined,
  recorded: Recorded | undefined,
): { sides: readonly Side[]; problem: Problem } | undefined {
  const report = (sides: readonly Side[], why: string) => {
    const message = `claim "${id}" has no verdict: ${why}`
    return { sides, problem: { file: claimsFile, line, message } }
  }
  if (evidence === 'trace' && !run) {
    return report(sides, 'its trace was not run; fix what runs it')
  }
  if (evidence === 'test' && tests?.length === 0) {
    const why = `no test that was run begins with "${id}: "; write one`
    return report(['port'], why)
  }
  if ((evidence === 'go' || record.length > 0) && !recorded) {
    const why = `${recordedFile(id)} is missing; run cd go-reference && UPDATE=1 go test ./...`
    return report(['original'], why)
  }
  return undefined
}
