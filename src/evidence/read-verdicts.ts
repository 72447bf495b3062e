/**
 * Decides for every claim whether it holds on the port and on the original,
 * from the runs of its trace, the test report and the records.
 */

import { type Problem, problemsOf } from '../project/problem.ts'
import type { Project } from '../project/project.ts'
import { claimsFile, readClaims, traceFile, tracesOf } from './claims.ts'
import { judge } from './judge.ts'
import { readRecorded, recordedFile, redisFile } from './recorded.ts'
import { type NamedTest, readReport, reportFile } from './report.ts'
import { type Engines, openEngines, runTraces } from './runs.ts'
import type { Judged, Verdicts } from './verdict-types.ts'

/** The verdicts of a build, whose files do not change until it ends. */
let held: { readonly root: string; readonly verdicts: Verdicts } | undefined

/** Reads the verdicts once for a whole build, so that no page reads them. */
export function holdVerdicts(project: Project): Verdicts {
  const verdicts = readVerdicts(project)
  held = { root: project.root, verdicts }
  return verdicts
}

/**
 * All claims with their verdicts, for the current files and code. Each verdict
 * that is missing or `fails` has a problem with its file and what to do.
 * @throws {ProblemError} If the registry, a trace or a record cannot be read.
 */
export function readVerdicts(
  project: Project,
  engines: Engines = openEngines(),
): Verdicts {
  if (held?.root === project.root) return held.verdicts
  const registry = readClaims(project)
  const runs = runTraces(project, tracesOf(registry), engines)
  let report: readonly NamedTest[] | undefined
  const problems: Problem[] = [
    ...problemsOf(() => {
      report = readReport(project)
    }),
  ]
  const claims = new Map<string, Judged>()
  for (const claim of registry.values()) {
    const run = runs.get(claim.id)
    const tests = report?.filter(({ id }) => id === claim.id)
    const read = readRecorded(project, claim)
    const found = judge(claim, {
      ...(run && { run }),
      ...(tests && { tests }),
      ...(read && { recorded: read.recorded }),
    })
    claims.set(claim.id, found.judged)
    problems.push(...found.problems, ...(read?.problems ?? []))
  }
  return { claims, problems }
}

/** The files of a project that verdicts depend on, besides the code. */
export function filesOfVerdicts(project: Project): string[] {
  const claims = readClaims(project)
  const records = [...claims.keys()].flatMap((id) => [
    recordedFile(id),
    redisFile(id),
  ])
  return [
    claimsFile,
    ...tracesOf(claims).map(traceFile),
    ...[reportFile, ...records].filter((file) => project.has(file)),
  ]
}
