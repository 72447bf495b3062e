/** Says whether a challenge is solved, from what its traces showed. */
import { isMet } from '../../../src/playground/verdicts.ts'
import type { ChallengesData } from '../data.ts'
import type { ShownClaim } from './claims.ts'
import { fill } from './texts.ts'

/** The line of the first step that is not as it should be, or 0. */
export const lineOf = ({ steps }: ShownClaim): number =>
  steps.find(({ ok }) => !ok)?.line ?? 0

/** What is said of a challenge; empty before it has run. */
export function challengeSaid(
  all: readonly ShownClaim[],
  { solved, unsolved }: ChallengesData['texts'],
): string {
  const first = all.find((one) => !isMet(one))
  if (all.length === 0) return ''
  if (!first) return solved
  return fill(unsolved, { line: lineOf(first), name: first.example.id })
}
