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
    const values = fc.sample(new Shrinkable(), parameters)
    const traces = values.map(({ value }) => value)
    const found = values[firstDiffering(engines, traces)]
    if (found) {
      return {
        operations: count,
        found: describe(engines, shrink(engines, found)),
      }
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
    const ours = one.run([trace])[0] ?? []
    // Two engines that stop at the same operation do not agree.
    const stops = ours.length < trace.operations.length
    return stops || differ(ours, theirs[index] ?? [])
  })
}

function differ(a: readonly Step[], b: readonly Step[]): boolean {
  checkSides(a, b)
  return firstDifference(a, b) >= 0
}

/** Random traces, each as the value from which smaller ones can be made. */
class Shrinkable extends fc.Arbitrary<fc.Value<Trace>> {
  generate(...how: Parameters<typeof randomTrace.generate>) {
    return new fc.Value(randomTrace.generate(...how), undefined)
  }
  canShrinkWithoutContext(_: unknown): _ is fc.Value<Trace> {
    return false
  }
  shrink() {
    return fc.Stream.nil<fc.Value<fc.Value<Trace>>>()
  }
}

/** How many smaller traces one program of the original runs. */
const together = 16

/** The smallest trace on which the engines differ, starting from a value. */
function shrink(
  engines: readonly [Engine, Engine],
  { value, context }: fc.Value<Trace>,
): Trace {
  const smaller = randomTrace.shrink(value, context)
  for (;;) {
    const some = [...smaller.take(together)]
    if (some.length === 0) return value
    const traces = some.map((each) => each.value)
    const found = some[firstDiffering(engines, traces)]
    if (found) return shrink(engines, found)
  }
}

/** The text of a trace up to the first difference, which comments describe. */
function describe(
  [one, other]: readonly [Engine, Engine],
  trace: Trace,
): string {
  const [a = []] = one.run([trace])
  const [b = []] = other.run([trace])
  const at = firstDifference(a, b)
  const operations = trace.operations.slice(0, at < 0 ? undefined : at + 1)
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
