/** Judges one claim by its evidence. */

import type { Problem } from '../project/problem.ts'
import type { Claim } from './claims.ts'
import { claimsFile } from './claims.ts'
import { outcomeOn } from './judge-run.ts'
import { recordedFile } from './recorded.ts'
import { all, byTests } from './sides.ts'
import type {
  ClaimTest,
  Judged,
  Recorded,
  Side,
  TraceRun,
  Verdict,
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
