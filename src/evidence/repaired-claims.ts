/** Finds which of the listing's claims hold on the repaired store. */
import type { Project } from '../project/project.ts'
import { readClaims, tracesOf } from './claims.ts'
import { cameTrue, openEngines, runTraces } from './runs.ts'

/** Whether a claim's trace meets its expectations on the repaired store. */
export interface OnRepaired {
  readonly port: boolean
  readonly original: boolean
}

/**
 * Runs the trace of each claim that has one on the repaired store, on both
 * engines.
 * @returns The results by the claims' ids, in the registry's order.
 * @throws {ProblemError} If the registry or a trace cannot be read.
 */
export function claimsOnRepaired(
  project: Project,
): ReadonlyMap<string, OnRepaired> {
  const ids = tracesOf(readClaims(project))
  const runs = runTraces(project, ids, openEngines('repaired'))
  return new Map(
    [...runs].map(([id, { port, original }]): [string, OnRepaired] => [
      id,
      { port: cameTrue(port), original: cameTrue(original) },
    ]),
  )
}
