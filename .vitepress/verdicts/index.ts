/**
 * Says of every claim whether it holds on the port and on the original, from
 * what has just been run or was reported of the last run: never from memory.
 */
import { readClaims, tracesOf } from '../weave/claims.ts'
import { type Problem, problemsOf } from '../weave/problem.ts'
import { claimsFile, type Project } from '../weave/project.ts'
import { traceFile } from '../weave/trace.ts'
import { judge } from './judge.ts'
import { readRecorded, recordedFile } from './recorded.ts'
import { type NamedTest, readReport, reportFile } from './report.ts'
import { type Engines, openEngines, runTraces } from './runs.ts'
import type { Judged, Verdicts } from './verdict.ts'

/** What a build has read: its files stay as they are until it ends. */
let held: { readonly root: string; readonly verdicts: Verdicts } | undefined

/** Reads the verdicts for a whole build, of which no page reads them anew. */
export function holdVerdicts(project: Project): Verdicts {
  const verdicts = readVerdicts(project)
  held = { root: project.root, verdicts }
  return verdicts
}

/**
 * All claims with their verdicts, as files and code are now. What is missing
 * or fails is among the problems, each with its file and what to do.
 * @throws {WeaveError} If the registry, a trace or a record cannot be read.
 */
export function readVerdicts(
  project: Project,
  engines: Engines = openEngines(project.root),
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
  const records = [...claims.keys()].map(recordedFile)
  return [
    claimsFile,
    ...tracesOf(claims).map(traceFile),
    ...[reportFile, ...records].filter((file) => project.has(file)),
  ]
}
