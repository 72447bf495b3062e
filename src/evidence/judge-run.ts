/** Judges how one trace ran on the port and on the original. */
import type { Problem } from '../project/problem.ts'
import { differences } from '../trace/compare.ts'
import { formatExpectation } from '../trace/format.ts'
import { formatOutcome } from '../trace/show.ts'
import { checkSides } from '../trace/sides.ts'
import { type Side, sides, type TraceRun } from './verdict-types.ts'

/** A trace with its steps on both sides. */
type Run = Pick<TraceRun, 'trace' | Side>

/**
 * The expectations that failed on a side, and where the sides differ.
 * @throws {IdentityError} If steps were not made by the side they are said to
 * be of.
 */
export function problemsOfRun(run: Run): Problem[] {
  checkSides(run.port, run.original)
  const { file, operations } = run.trace
  const each = operations.flatMap(({ name, line, text, expected }, index) => {
    const failed = sides.flatMap((side) => {
      const step = run[side][index]
      if (step?.ok) return []
      const came = step ? formatOutcome(step) : 'nothing'
      const wanted = expected ? formatExpectation(name, expected) : 'no error'
      const message = `"${text}" on the ${side}: expected ${wanted || 'nothing'}, got ${came || 'nothing'}; fix the code or the claim`
      return [{ file, line, message }]
    })
    const [a, b] = [run.port[index], run.original[index]]
    const parts = a && b ? differences(a, b) : []
    if (failed.length > 0 || parts.length === 0) return failed
    const message = `"${text}": port and original differ in ${parts.join(', ')}; npm run trace -- ${file} shows both`
    return [{ file, line, message }]
  })
  const tooMany = sides.flatMap((side) => {
    const made = run[side].length
    if (made <= operations.length) return []
    const message = `the ${side} made ${made} steps for ${operations.length} operations; fix its engine`
    return [{ file, line: operations.at(-1)?.line ?? 1, message }]
  })
  if (operations.length > 0) return [...each, ...tooMany]
  const message = 'has no operation, so it shows nothing; write init ana => ana'
  return [{ file, line: 1, message }, ...tooMany]
}

/** Whether a side made one step for each operation, and each is as expected. */
export function cameTrue(run: Run, side: Side): boolean {
  const steps = run[side]
  return (
    steps.length === run.trace.operations.length && steps.every(({ ok }) => ok)
  )
}

/**
 * What a run shows on a side. If both sides meet all expectations but their
 * states differ, the trace fails on both.
 */
export function outcomeOn(
  side: Side,
  run: Run & Pick<TraceRun, 'problems'>,
): 'holds' | 'fails' {
  if (!cameTrue(run, side)) return 'fails'
  const differ = run.problems.length > 0
  return differ && sides.every((each) => cameTrue(run, each))
    ? 'fails'
    : 'holds'
}
