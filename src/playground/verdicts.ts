/** Runs the claims' traces on an edited port, and says what each shows. */
import { firstDifference } from '../trace/compare.ts'
import type { Step } from '../trace/engine.ts'
import type { Trace } from '../trace/trace.ts'
import type { Ran, Run, RunOptions } from './run.ts'

/**
 * - `holds`: every step is the same.
 * - `differs`: a step differs, but every expectation is met.
 * - `fails`: an expectation is not met.
 * - `notRun`: the run had ended before.
 */
export type Verdict = 'holds' | 'differs' | 'fails' | 'notRun'

/** What a trace shows on an edited port. */
export interface Shown {
  readonly verdict: Verdict
  /** The index of the first step that differs, or -1. */
  readonly at: number
  readonly steps: readonly Step[]
}

/**
 * Compares the steps on an edited port with those on the unedited one.
 * @param ran Whether the trace was begun.
 */
export function compareSteps(
  steps: readonly Step[],
  reference: readonly Step[],
  ran: boolean,
): Shown {
  const at = firstDifference(steps, reference)
  if (!ran) return { verdict: 'notRun', at, steps }
  if (!steps.every(({ ok }) => ok)) return { verdict: 'fails', at, steps }
  return { verdict: at < 0 ? 'holds' : 'differs', at, steps }
}

/** Whether a trace meets all its expectations, as a challenge asks. */
export const isMet = ({ verdict }: Pick<Shown, 'verdict'>): boolean =>
  verdict === 'holds' || verdict === 'differs'

/** How many workers may be ended before the rest of the traces is not run. */
const MOST_ENDED = 3

/** The results of all traces. */
export interface AllRan {
  /** One for each trace; fewer if the run was stopped or refused. */
  readonly runs: Ran['runs']
  /** How many traces were begun. */
  readonly begun: number
  /** How the last worker has ended. */
  readonly last: Ran
}

/**
 * Runs all traces. After a worker that was ended, another one continues with
 * the next trace.
 * @param start Runs some traces in a new worker.
 */
export async function runAll(
  start: (traces: readonly Trace[], options: RunOptions) => Run,
  traces: readonly Trace[],
  onProgress: (traces: number) => void,
): Promise<AllRan> {
  const runs: (readonly Step[])[] = []
  for (let ended = 1; ; ended++) {
    const before = runs.length
    const last = await start(traces.slice(before), {
      onProgress: (n) => onProgress(before + n),
    }).ran
    const goesOn = /^(silent|failed|large)$/.test(last.end) && last.ready
    // The trace at which the worker was ended has run, as far as it can.
    const begun = goesOn ? last.whole + 1 : last.whole
    runs.push(...last.runs.slice(0, begun))
    onProgress(runs.length)
    if (goesOn && ended < MOST_ENDED && runs.length < traces.length) continue
    const rest = last.runs.slice(begun)
    return { runs: [...runs, ...rest], begun: runs.length, last }
  }
}
