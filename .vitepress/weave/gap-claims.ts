/** Checks the claims that prove why lines have no counterpart. */

import { fail } from '../../src/project/problem.ts'
import type { Project } from '../../src/project/project.ts'
import { didYouMean } from '../../src/trace/did-you-mean.ts'
import { gapClaims } from '../book.ts'

const file = '.vitepress/book.ts'

/**
 * Requires that the gaps name claims of the registry.
 * @throws {ProblemError} If one does not; it has its line in book.ts.
 */
export function requireGapClaims(
  project: Project,
  claims: ReadonlyMap<string, unknown>,
): void {
  for (const [gap, id] of gapClaims) {
    if (claims.has(id)) continue
    const text = project.has(file) ? project.read(file) : ''
    const line = text.slice(0, text.indexOf(`'${id}'`)).split('\n').length
    const near = didYouMean(id, [...claims.keys()])
    fail(file, line, `gap "${gap}" names the unknown claim "${id}"${near}`)
  }
}
