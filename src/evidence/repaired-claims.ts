/** Finds which of the listing's claims hold on the repaired store. */
import { readJson } from '../project/json.ts'
import type { Project } from '../project/project.ts'
import { readClaims, tracesOf } from './claims.ts'
import { cameTrue } from './judge-run.ts'
import { openEngines, runTraces } from './runs.ts'
import type { TraceRun } from './verdict-types.ts'

/** Whether a claim's trace meets its expectations on the repaired store. */
export interface OnRepaired {
  readonly port: boolean
  readonly original: boolean
}

/** The file with the results, which a test compares with the code. */
export const tableFile = 'test/repaired-claims.json'

/**
 * Reads the results of the last test, by the claims' ids.
 * @throws {ProblemError} If the file cannot be read.
 */
export function readTable(project: Project): ReadonlyMap<string, OnRepaired> {
  const { value } = readJson(tableFile, project.read(tableFile))
  return new Map(Object.entries(value as Record<string, OnRepaired>))
}

/**
 * Runs the trace of each claim that has one on the repaired store, on both
 * engines.
 * @returns The runs by the claims' ids, in the registry's order.
 * @throws {ProblemError} If the registry or a trace cannot be read.
 */
export function runsOnRepaired(
  project: Project,
): ReadonlyMap<string, TraceRun> {
  const ids = tracesOf(readClaims(project))
  return runTraces(project, ids, openEngines('repaired'))
}

/**
 * Which traces meet their expectations on the repaired store.
 * @throws {ProblemError} If the registry or a trace cannot be read.
 */
export function claimsOnRepaired(
  project: Project,
  runs = runsOnRepaired(project),
): ReadonlyMap<string, OnRepaired> {
  return new Map(
    [...runs].map(([id, run]): [string, OnRepaired] => [
      id,
      { port: cameTrue(run, 'port'), original: cameTrue(run, 'original') },
    ]),
  )
}
