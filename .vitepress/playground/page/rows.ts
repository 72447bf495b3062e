/** Makes the rows of the table of steps. */
import { differences } from '../../../src/trace/compare.ts'
import { EMPTY, type Step } from '../../../src/trace/engine.ts'
import { operations } from '../../../src/trace/operations.ts'
import { formatOutcome, formatParts } from '../../../src/trace/show.ts'

/** Which run a text is about. */
export type By = 'port' | 'other'

/** One operation on one or two engines. */
export interface Row {
  readonly index: number
  readonly line: number
  readonly text: string
  /** Whether it is as expected; undefined if nothing is expected of it. */
  readonly good: boolean | undefined
  /** Whether the engines differ. */
  readonly differs: boolean
  /** What came instead of the expected, or an unexpected result or error. */
  readonly came: readonly { by: By; came: string }[]
  /** The state after it; twice if the engines differ. */
  readonly states: readonly { by: By; parts: readonly string[] }[]
}

/** About how many characters of a result or of a part of a state are shown. */
const longest = 400

/**
 * The rows for the steps of one or two engines.
 * @param from The index of the first row.
 * @param to The index after the last row.
 */
export function rowsOf(
  port: readonly Step[],
  other: readonly Step[] | undefined,
  from = 0,
  to = port.length,
): Row[] {
  return port.slice(from, to).map((step, i) => {
    const index = from + i
    const beside = other?.[index]
    const differs = beside !== undefined && differences(step, beside).length > 0
    const both: [By, Step, readonly Step[]][] = [['port', step, port]]
    if (beside && other && differs) both.push(['other', beside, other])
    const { line, text, expected } = step
    const ok = both.every(([, one]) => one.ok)
    return {
      index,
      line,
      text,
      good: expected || !ok ? ok : undefined,
      differs,
      came: both.flatMap(([by, one]) => cameOf(by, one)),
      states: both.map(([by, one, steps]) => ({
        by,
        parts: partsOf(one, steps[index - 1]),
      })),
    }
  })
}

function cameOf(by: By, step: Step): Row['came'] {
  const opens = operations[step.name].form === 'keeping'
  const told = step.expected !== undefined || opens
  if (step.ok && (told || step.result === undefined || step.result === null)) {
    return []
  }
  return [{ by, came: formatOutcome(step, longest) || '–' }]
}

function partsOf(step: Step, before: Step | undefined): string[] {
  const { list, map, handles } = formatParts(
    step,
    before?.state ?? EMPTY,
    longest,
  )
  return [
    `list: ${list}`,
    `map: ${map}`,
    ...(handles ? [`handles: ${handles}`] : []),
    ...(step.name === 'gc' ? [`visited: ${step.visited}`] : []),
  ]
}
