/** The claim that proves why lines of one side face nothing. */

import { didYouMean } from '../../src/nearest.ts'
import type { Gap } from './alignment.ts'
import { fail } from './problem.ts'
import type { Project } from './project.ts'

/** A gap's claim, where there is one. */
export type Proofs = ReadonlyMap<Gap, string>

export const proofs: Proofs = new Map([
  ['no-lock', 'differs-mutex'],
  ['unreachable', 'unreachable-return'],
  ['int64-guard', 'differs-int64'],
  ['call-of-init', 'init-registers'],
])

const file = '.vitepress/weave/proofs.ts'

/**
 * Refuses a proof that is no claim.
 * @throws {WeaveError} Naming the line of the first one.
 */
export function requireProofs(
  project: Project,
  claims: ReadonlyMap<string, unknown>,
  required: Proofs = proofs,
): void {
  for (const [gap, id] of required) {
    if (claims.has(id)) continue
    const text = project.has(file) ? project.read(file) : ''
    const line = text.slice(0, text.indexOf(`'${id}'`)).split('\n').length
    const near = didYouMean(id, [...claims.keys()])
    fail(file, line, `gap "${gap}" names the unknown claim "${id}"${near}`)
  }
}
