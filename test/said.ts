/** Reads traces as the tests of the trace language compare them. */
import { parse } from '../src/trace/parse.ts'

/** The operations of a trace, without line and text. */
export function read(text: string): object[] {
  return parse(text).operations.map(({ line: _, text: __, ...said }) => said)
}

/** What the last line of a trace expects. */
export function expected(text: string): unknown {
  return parse(text).operations.at(-1)?.expected
}
