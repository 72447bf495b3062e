/** Writes and reads reports, which send each entry of a list only once. */
import { sameEntry } from '../trace/compare.ts'
import {
  judge,
  type SessionState,
  type State,
  type Step,
} from '../trace/engine.ts'
import { clip } from '../trace/format.ts'
import type { Operation, Scalar } from '../trace/trace.ts'
import { MOST_ERROR, MOST_SCALAR } from './limits.ts'
import type { Report } from './messages.ts'

interface Sent {
  readonly entry: SessionState
  readonly index: number
}

/** Writes the reports of a run, which must be read in the same order. */
export class ReportWriter {
  #count = 0
  #last: ReadonlyMap<number, Sent> = new Map()

  /** @param trace The index of the trace. */
  write(trace: number, { state, result, error, visited }: Step): Report {
    const added: SessionState[] = []
    const now = new Map<number, Sent>()
    for (const entry of state.list) {
      const old = this.#last.get(entry.number)
      const same = old && sameEntry(old.entry, entry)
      if (!same) added.push(plainEntry(entry))
      const index = this.#count + added.length - 1
      now.set(entry.number, same ? old : { entry, index })
    }
    this.#count += added.length
    this.#last = now
    return {
      kind: 'step',
      trace,
      added,
      list: state.list.map(({ number }) => now.get(number)?.index ?? -1),
      orphans: state.orphans,
      astray: state.astray,
      handles: state.handles,
      result: result === undefined ? undefined : plain(result),
      error: error === undefined ? undefined : clip(error, MOST_ERROR),
      visited,
    }
  }
}

/** Reads the reports of a run. */
export class ReportReader {
  readonly #entries: SessionState[] = []

  /**
   * The step of an operation, judged by the operation's own expectation.
   * @throws {Error} If the report is malformed.
   */
  read(operation: Operation, report: Report): Step {
    const { added, list, orphans, astray, handles } = report
    for (const entry of added) this.#entries.push(checked(entry))
    const state: State = {
      list: list.map((index) => {
        const entry = this.#entries[index]
        if (entry === undefined) throw malformed()
        return entry
      }),
      orphans: orphans.map(integer),
      astray: numbersOf(astray),
      handles: numbersOf(handles),
    }
    const error = report.error === undefined ? undefined : `${report.error}`
    const result = report.result === undefined ? {} : { result: report.result }
    const visited = integer(report.visited)
    const step = judge(operation, { ...result, error, state, visited })
    return error?.startsWith('not run: ') ? { ...step, ok: false } : step
  }
}

/** An edited port can return and store anything; only scalars are sent. */
function plain(value: unknown): Scalar {
  if (typeof value === 'string') return value.slice(0, MOST_SCALAR)
  const scalar = typeof value === 'number' || typeof value === 'boolean'
  if (scalar || value === null) return value as Scalar
  return `(${Array.isArray(value) ? 'array' : typeof value})`
}

function plainEntry({ number, sid, stamp, values }: SessionState) {
  return {
    number,
    sid: `${plain(sid)}`,
    stamp: Number(stamp),
    values: values.map(([key, value]) => [plain(key), plain(value)] as const),
  }
}

function checked({ number, sid, stamp, values }: SessionState): SessionState {
  if (typeof sid !== 'string' || typeof stamp !== 'number') throw malformed()
  return {
    number: integer(number),
    sid,
    stamp,
    values: values.map(([key, value]) => [plain(key), plain(value)] as const),
  }
}

function integer(value: number): number {
  if (!Number.isSafeInteger(value)) throw malformed()
  return value
}

function numbersOf(record: Readonly<Record<string, number>>) {
  for (const value of Object.values(record)) integer(value)
  return record
}

const malformed = () => new Error('the report of the worker is malformed')
