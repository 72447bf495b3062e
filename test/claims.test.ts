/** Tests the claims that a trace shows, on both engines. */
import { beforeAll, describe, expect, it } from 'vitest'
import { traceFile } from '../src/evidence/claims.ts'
import { outcomeOn, problemsOfRun } from '../src/evidence/judge-run.ts'
import { openOriginal } from '../src/evidence/original.ts'
import { sides } from '../src/evidence/verdict-types.ts'
import { formatProblem } from '../src/project/problem.ts'
import * as memory from '../src/providers/memory.ts'
import * as time from '../src/time.ts'
import type { Step } from '../src/trace/engine.ts'
import { portEngine } from '../src/trace/port.ts'
import { claims, kinds, traceOf } from './claims.ts'
import { checkInvariants } from './invariants.ts'

const traced = claims
  .filter(({ evidence }) => evidence === 'trace')
  .map((claim) => ({ ...claim, trace: traceOf(claim.id) }))

const port = portEngine({ memory, time }, { afterEach: checkInvariants })

/** The steps of the original, in the order of `traced`; run all at once. */
let original: Step[][]

beforeAll(async () => {
  original = openOriginal().run(traced.map(({ trace }) => trace))
})

for (const [kind, title] of Object.entries(kinds)) {
  describe.runIf(traced.some((claim) => claim.kind === kind))(title, () => {
    for (const [index, { id, kind: own, trace }] of traced.entries()) {
      if (own === kind) {
        const name = `${id}: ${trace.title} [port, original]`
        it(name, { meta: { trace: traceFile(id) } }, ({ task }) => {
          const [ours = []] = port.run([trace])
          const steps = { trace, port: ours, original: original[index] ?? [] }
          const run = { ...steps, problems: problemsOfRun(steps) }
          const failed = sides.filter(
            (side) => outcomeOn(side, run) === 'fails',
          )
          // For the reporter, which prints on which side a claim fails.
          Object.assign(task.meta, { failedOn: failed })
          expect(run.problems.map(formatProblem)).toEqual([])
          expect(failed).toEqual([])
        })
      }
    }
  })
}
