/** Lists all checks of the weave. */
import { type Problem, problemsOf } from '../../../src/project/problem.ts'
import { checkAlignment } from './alignment.ts'
import { checkChunks, checkClaims, checkMarks, checkNoCode } from './chapter.ts'
import type { Checked } from './checked.ts'
import { checkCodeUnchanged } from './code-unchanged.ts'
import { checkComments } from './comments.ts'
import { checkEditions } from './editions.ts'
import { checkParity } from './parity.ts'
import { checkTangle } from './tangle.ts'

type Check = (on: Checked) => readonly Problem[]

/** The checks by name. A check also reports the problems that stopped it. */
export const checks = {
  /** Every mark names a chunk, a claim or a trace that exists. */
  checkMarks: whole(checkMarks),
  /** Every chunk is on the page once and in order. */
  checkChunks: whole(checkChunks),
  /** Every claim is marked once. */
  checkClaims: whole(checkClaims),
  /** The Markdown contains no code. */
  checkNoCode: whole(checkNoCode),
  /** All languages have the same pages, ids, chunks and claims. */
  checkParity: whole(checkParity),
  /** Every comment and gap has a text, and every text has a comment or gap. */
  checkComments: whole(checkComments),
  /** The comments are those of the editions, or corrected with a record. */
  checkEditions: whole(checkEditions),
  /** Translated comments do not change the code. */
  checkCodeUnchanged: whole(checkCodeUnchanged),
  /** Every line is in the alignment. */
  checkAlignment: whole(checkAlignment),
  /** The chunks of a page together are the complete files. */
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
