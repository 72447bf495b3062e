/** A short run for the tests of the playground, and other ends and steps of it. */
import { openPort } from '../src/evidence/runs.ts'
import type { Ran } from '../src/playground/run.ts'
import type { Step } from '../src/trace/engine.ts'
import { stepsOn } from './steps.ts'

export const text = 'init a => a\nlist => a\nlist'
export const steps: Step[] = stepsOn(openPort(), text)

/** The steps with one of them changed. */
export const withStep = (at: number, changed: Partial<Step>): Step[] =>
  steps.with(at, { ...(steps[at] as Step), ...changed })

/** What a worker has run of these traces. */
export const ran = (
  runs: readonly (readonly Step[])[],
  end: Ran['end'] = 'done',
  whole = runs.length,
): Ran => ({ end, ready: true, runs, whole })
