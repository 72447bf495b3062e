/** Names the claims that prove why lines have no counterpart. */

import type { Gap } from '../../src/alignment/rows.ts'
import { fail } from '../../src/project/problem.ts'
import type { Project } from '../../src/project/project.ts'
import { didYouMean } from '../../src/trace/did-you-mean.ts'

/** The claims of the gaps that have one. */
export type GapClaims = ReadonlyMap<Gap, string>

export const gapClaims: GapClaims = new Map([
  ['no-lock', 'differs-mutex'],
  ['unreachable', 'unreachable-return'],
  ['int64-guard', 'differs-int64'],
  ['call-of-init', 'init-registers'],
])

const file = '.vitepress/weave/gap-claims.ts'

/**
 * Requires that the gaps name claims of the registry.
 * @throws {ProblemError} If one does not; it has the line in this file.
 */
export function requireGapClaims(
  project: Project,
  claims: ReadonlyMap<string, unknown>,
  required: GapClaims = gapClaims,
): void {
  for (const [gap, id] of required) {
    if (claims.has(id)) continue
    const text = project.has(file) ? project.read(file) : ''
    const line = text.slice(0, text.indexOf(`'${id}'`)).split('\n').length
    const near = didYouMean(id, [...claims.keys()])
    fail(file, line, `gap "${gap}" names the unknown claim "${id}"${near}`)
  }
}
