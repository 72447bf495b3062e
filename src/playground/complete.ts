/** Completes what a writer of a trace has begun. */
import { formatSid } from '../trace/format.ts'
import {
  type ArgumentKind,
  type OperationName,
  operationNames,
  operations,
  providerNames,
} from '../trace/operations.ts'

/** What can be written at a place. */
export interface Completion {
  /** Where the word begins, as an index in the line. */
  readonly from: number
  readonly options: readonly string[]
}

/** The kind of the argument at a place after an operation's name, from 1. */
function kindAt(name: string, place: number): ArgumentKind | undefined {
  if (!Object.hasOwn(operations, name)) return undefined
  const { takes } = operations[name as OperationName]
  const kinds = Object.values(takes).flatMap((kind) =>
    kind === 'handles' ? [kind, kind] : [kind],
  )
  return kinds[place - 1]
}

const takeSid = operationNames.all
  .filter((name) => kindAt(name, 1) === 'sid')
  .join('|')
const sidOf = new RegExp(
  String.raw`\b(?:${takeSid})\s+("(?:[^"\\]|\\.)*"|[^\s"#]\S*)`,
  'g',
)
const handleOf = /^\s*([A-Za-z_]\w*)\s*=\s/gm

/**
 * What can stand at the end of `line`, the text before the cursor.
 * @param text The whole trace, for its ids and handles.
 */
export function complete(line: string, text: string): Completion | undefined {
  if (/(^|\s)#/.test(line) || /=>/.test(line)) return undefined
  const word = /\S*$/.exec(line)?.[0] ?? ''
  const from = line.length - word.length
  const before = line.slice(0, from).trim().split(/\s+/).filter(Boolean)
  const dot = word.indexOf('.')
  const keeping = before.length === 2 && before[1] === '='
  if (before.length === 0 && dot >= 0) {
    const options = operationNames.onHandle
    return { from: from + dot + 1, options }
  }
  if (before.length === 0 || keeping) {
    const names = keeping
      ? operationNames.keeping
      : [...operationNames.plain, ...handlesOf(text).map((each) => `${each}.`)]
    return { from, options: names }
  }
  const first = before[1] === '=' ? 2 : 0
  const [name = ''] = /[^.]*$/.exec(before[first] ?? '') ?? []
  const kind = kindAt(name, before.length - first)
  const completed: Partial<Record<ArgumentKind, readonly string[]>> = {
    sid: sidsOf(text, line),
    provider: providerNames,
    handles: handlesOf(text),
  }
  const options = kind && completed[kind]
  return options && { from, options }
}

/** The handles that a trace names, in order. */
export const handlesOf = (text: string): string[] => [
  ...new Set([...text.matchAll(handleOf)].map(([, name = '']) => name)),
]

/** The ids that a trace names, in order, without the unfinished line. */
function sidsOf(text: string, line: string): string[] {
  const found = [...text.replace(line, '').matchAll(sidOf)]
  return [...new Set(found.map(([, sid = '']) => written(sid)))]
}

/** An id as it is written in a trace. */
function written(sid: string): string {
  try {
    return sid.startsWith('"') ? formatSid(JSON.parse(sid)) : sid
  } catch {
    return sid
  }
}
