/** Formats the run of a trace for people to read, operation by operation. */
import { differences, type Part } from './compare.ts'
import type { Engine, State, Step } from './engine.ts'
import { formatExpectation } from './format.ts'
import { formatOutcome, formatParts, formatState } from './show.ts'

/** One engine's step for one operation. */
export interface EngineStep {
  readonly engine: Engine['name']
  readonly step: Step
  /** The state before the operation. */
  readonly before: State
}

/** The steps of all engines for the same operation. */
export type EngineSteps = readonly EngineStep[]

/** Whether all steps are as expected and do not differ. */
export function isGood(steps: EngineSteps): boolean {
  return steps.every(({ step }) => step.ok) && differing(steps).length === 0
}

/** The parts in which the engines differ. */
export function differing([a, b]: EngineSteps): Part[] {
  return a && b ? differences(a.step, b.step) : []
}

/**
 * The lines about one operation.
 * @param width Number of digits in the number of the trace's last line.
 */
export function printStep(steps: EngineSteps, width: number): string[] {
  const [first, second] = steps
  if (!first) return []
  const failed = failures(steps)
  const parts = differing(steps)
  const differ = parts.length > 0
  const mark = failed.length > 0 || differ ? '✗' : ' '
  const number = `${first.step.line}`.padStart(width)
  const gave = differ ? '' : unexpected(first)
  const below =
    second && differ ? sideBySide(first, second, parts) : [state(first)]
  const indent = ' '.repeat(width + 3)
  return [
    `${mark} ${number} ${first.step.text}${gave}`,
    ...[...failed, ...below].map((line) => `${indent}${line}`),
  ]
}

/** The expectations that failed, by engine unless all engines failed alike. */
function failures(steps: EngineSteps): string[] {
  const found = steps.flatMap(({ engine, step }) => {
    if (step.ok) {
      return []
    }
    const { name, expected } = step
    const wanted = expected ? formatExpectation(name, expected) : 'no error'
    const came = formatOutcome(step)
    const text = `expected ${wanted || 'nothing'}, got ${came || 'nothing'}`
    return [[engine, text] as const]
  })
  const texts = new Set(found.map(([, text]) => text))
  return texts.size === 1 && found.length === steps.length
    ? [...texts]
    : found.map(([engine, text]) => `${engine}: ${text}`)
}

/** The result to print after an operation that has no expectation. */
function unexpected({ step }: EngineStep): string {
  return step.ok && step.result !== undefined && !step.expected
    ? ` => ${formatOutcome(step)}`.trimEnd()
    : ''
}

/** The state, and for a gc the number of entries that it looked at. */
function state({ step, before }: EngineStep): string {
  const text = formatState(step.state, before)
  return step.name === 'gc' ? `${text} | visited: ${step.visited}` : text
}

/** A table with a column for each engine and a mark where they differ. */
function sideBySide(
  left: EngineStep,
  right: EngineStep,
  parts: readonly Part[],
): string[] {
  const ours = formatParts(left.step, left.before)
  const theirs = formatParts(right.step, right.before)
  const width = Math.max(...Object.values(ours).map(({ length }) => length), 4)
  const rows = (Object.keys(ours) as Part[])
    .filter((part) => ours[part] + theirs[part] !== '')
    .map((part) => {
      const differ = parts.includes(part) || ours[part] !== theirs[part]
      return [part, differ ? '≠' : ' ', ours[part], theirs[part]] as const
    })
  return [['', ' ', left.engine, right.engine] as const, ...rows].map(
    ([part, mark, a, b]) =>
      `${part.padEnd(8)}${mark} ${a.padEnd(width)}   ${b}`.trimEnd(),
  )
}
