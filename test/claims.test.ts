/** Tests the claims that a trace shows, on both engines. */
import { beforeAll, describe, expect, it } from 'vitest'
import { openOriginal } from '../src/evidence/original.ts'
import type { Side } from '../src/evidence/verdict-types.ts'
import * as memory from '../src/providers/memory.ts'
import * as time from '../src/time.ts'
import { differences } from '../src/trace/compare.ts'
import type { Step } from '../src/trace/engine.ts'
import { portEngine } from '../src/trace/port.ts'
import type { Trace } from '../src/trace/trace.ts'
import { claims, failures, kinds, traceOf } from './claims.ts'
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
        it(`${id}: ${trace.title} [port, original]`, ({ task }) => {
          const [steps = []] = port.run([trace])
          const theirs = original[index] ?? []
          // For the reporter, which prints on which side a claim fails.
          Object.assign(task.meta, { failedOn: failedOn(steps, theirs) })
          holds(trace, steps, theirs)
        })
      }
    }
  })
}

/** The sides on which an expectation fails; both if only the states differ. */
function failedOn(steps: readonly Step[], theirs: readonly Step[]): Side[] {
  const failed: Side[] = [
    ...(steps.every(({ ok }) => ok) ? [] : (['port'] as const)),
    ...(theirs.every(({ ok }) => ok) ? [] : (['original'] as const)),
  ]
  return failed.length > 0 ? failed : ['port', 'original']
}

/** Checks that all expectations are met on both engines, and states agree. */
function holds(
  trace: Trace,
  steps: readonly Step[],
  originalSteps: readonly Step[],
): void {
  expect(failures(trace, steps), 'port').toEqual([])
  expect(failures(trace, originalSteps), 'original').toEqual([])
  for (const [index, step] of steps.entries()) {
    const other = originalSteps[index]
    expect(other && differences(step, other), `line ${step.line}`).toEqual([])
  }
}
