/** Looks for a random trace on which two engines differ. */
import * as fc from 'fast-check'
import { differences, firstDifference } from '../trace/compare.ts'
import type { Engine, Step } from '../trace/engine.ts'
import { formatOutcome, formatState } from '../trace/show.ts'
import { checkSides } from '../trace/sides.ts'
import type { Trace } from '../trace/trace.ts'
import { randomTrace } from './random.ts'

export interface HuntOptions {
  /** The least number of operations to run. */
  readonly operations: number
  /** A 32-bit integer that determines all traces. */
  readonly seed: number
  /** How many traces one program of the original runs. */
  readonly batch?: number
  /** Called after each batch with the operations run so far. */
  readonly onProgress?: (operations: number) => void
}

export interface Hunted {
  /** How many operations were run. */
  readonly operations: number
  /** The smallest trace found on which the engines differ, if they do. */
  readonly found?: string
}

/**
 * Runs random traces on both engines until one differs or enough were run.
 * @param engines The port and the original.
 * @throws {IdentityError} If one of them is not what it is said to be.
 */
export function hunt(
  engines: readonly [Engine, Engine],
  { operations, seed, batch: numRuns = 250, onProgress }: HuntOptions,
): Hunted {
  let count = 0
  for (let batch = 0; count < operations; batch++) {
    const parameters = { seed: (seed + batch) | 0, numRuns }
    const traces = fc.sample(randomTrace, parameters)
    const found = firstDiffering(engines, traces)
    const trace = traces[found]
    if (trace !== undefined) {
      const smallest = shrink(engines, parameters, found) ?? trace
      return { operations: count, found: describe(engines, smallest) }
    }
    count += traces.reduce((sum, trace) => sum + trace.operations.length, 0)
    onProgress?.(count)
  }
  return { operations: count }
}

/** The index of the first trace on which the engines differ, or -1. */
function firstDiffering(
  [one, other]: readonly [Engine, Engine],
  traces: readonly Trace[],
): number {
  const theirs = other.run(traces)
  return traces.findIndex((trace, index) => {
    return differ(one.run([trace])[0] ?? [], theirs[index] ?? [])
  })
}

function differ(a: readonly Step[], b: readonly Step[]): boolean {
  checkSides(a, b)
  return firstDifference(a, b) >= 0
}

/** The smallest trace that fast-check finds, starting from that at `index`. */
function shrink(
  [one, other]: readonly [Engine, Engine],
  parameters: { seed: number; numRuns: number },
  index: number,
): Trace | undefined {
  const agree = fc.property(randomTrace, (trace) => {
    const [a = []] = one.run([trace])
    const [b = []] = other.run([trace])
    return !differ(a, b)
  })
  const path = `${index}`
  return fc.check(agree, { ...parameters, path }).counterexample?.[0]
}

/** The text of a trace up to the first difference, which comments describe. */
function describe(
  [one, other]: readonly [Engine, Engine],
  trace: Trace,
): string {
  const [a = []] = one.run([trace])
  const [b = []] = other.run([trace])
  const at = firstDifference(a, b)
  const operations = trace.operations.slice(0, at + 1)
  const [left, right] = [a[at], b[at]]
  const lines = operations.map(({ text }) => text)
  if (left && right) {
    lines.push(`# the engines differ in ${differences(left, right).join(', ')}`)
    lines.push(`# ${one.name}: ${formatStep(left)}`)
    lines.push(`# ${other.name}: ${formatStep(right)}`)
  }
  return lines.join('\n')
}

function formatStep(step: Step): string {
  const parts = [formatOutcome(step), formatState(step.state)]
  return [...parts.filter(Boolean), `visited: ${step.visited}`].join(' | ')
}
