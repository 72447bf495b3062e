/** All weaving checks. */
import { type Problem, problemsOf } from '../problem.ts'
import { checkAlignment } from './alignment.ts'
import { checkChunks, checkClaims, checkMarks, checkNoCode } from './chapter.ts'
import type { Checked } from './checked.ts'
import { checkCodeUnchanged } from './code-unchanged.ts'
import { checkComments } from './comments.ts'
import { checkEditions } from './editions.ts'
import { checkParity } from './parity.ts'
import { checkTangle } from './tangle.ts'

type Check = (on: Checked) => readonly Problem[]

/** What each check finds: its own problems, or those that stopped it. */
export const checks = {
  /** Every mark names a chunk or a claim that exists. */
  checkMarks: whole(checkMarks),
  /** Every chunk stands on the page once and in order. */
  checkChunks: whole(checkChunks),
  /** Every claim is marked once. */
  checkClaims: whole(checkClaims),
  /** No code stands in the Markdown. */
  checkNoCode: whole(checkNoCode),
  /** All languages have the same pages, ids, chunks and claims. */
  checkParity: whole(checkParity),
  /** Every comment and gap has its text, and the reverse. */
  checkComments: whole(checkComments),
  /** The comments are those of the editions, or mended on record. */
  checkEditions: whole(checkEditions),
  /** Translated comments leave the code as it is. */
  checkCodeUnchanged: whole(checkCodeUnchanged),
  /** Every line has its place in the alignment. */
  checkAlignment: whole(checkAlignment),
  /** The page is the program. */
  checkTangle: whole(checkTangle),
} satisfies Record<string, Check>

function whole(check: Check): Check {
  return (on) => {
    let found: readonly Problem[] = []
    const stopped = problemsOf(() => {
      found = check(on)
    })
    return [...stopped, ...found]
  }
}
