/** Reads the line that cmd/trace writes after each operation. */
import type { Outcome } from './engine.ts'
import { sortByKey } from './order.ts'
import type { Scalar } from './trace.ts'

/** The line as go-reference/cmd/trace writes it. */
interface Report {
  readonly result?: Scalar
  readonly error?: string
  readonly list: readonly [number, string, number, [Scalar, Scalar][]][]
  readonly orphans: readonly number[]
  readonly astray: Readonly<Record<string, number>>
  readonly handles: Readonly<Record<string, number>>
}

/**
 * Decodes the original's report of one operation.
 * @throws {Error} If the text is not one line of JSON.
 */
export function decodeReport(text: string): Omit<Outcome, 'visited'> {
  let report: Report
  try {
    report = JSON.parse(text)
  } catch {
    throw new Error(
      `cmd/trace: want one line of JSON, got ${JSON.stringify(text)}`,
    )
  }
  const { result, error, list, orphans, astray, handles } = report
  const entries = list.map(([number, sid, stamp, values]) => ({
    number,
    sid,
    stamp,
    values: sortByKey(values),
  }))
  return { result, error, state: { list: entries, orphans, astray, handles } }
}
