/** Writes the parts of a trace back in the trace language. */
import { formatDuration } from './duration.ts'
import {
  type ArgumentKind,
  type OperationName,
  operations,
} from './operations.ts'
import type { Arguments, Expectation, Result, Said, Scalar } from './trace.ts'

/** Matches a sid that needs no quotes at any place in a trace. */
const PLAIN_SID = /^[A-Za-z0-9_][A-Za-z0-9_.:/-]*$/

/** A text with at most so many characters, and what tells that it was cut. */
export const clip = (text: string, most: number): string =>
  text.length > most ? `${text.slice(0, most)}…` : text

/**
 * Writes items one after the other until they have `most` characters, and then
 * counts the others.
 */
export function joinSome<Item>(
  items: readonly Item[],
  write: (item: Item) => string,
  separator: string,
  most = Number.POSITIVE_INFINITY,
): string {
  const written: string[] = []
  let size = 0
  for (const item of items) {
    if (size > most) break
    const text = clip(write(item), most)
    written.push(text)
    size += text.length + separator.length
  }
  const left = items.length - written.length
  return [...written, ...(left > 0 ? [`… ${left} more`] : [])].join(separator)
}

/**
 * A sid as a word if it needs no quotes, otherwise as a JSON string. A number
 * is written as it is.
 */
export function formatSid(sid: string | number): string {
  return PLAIN_SID.test(`${sid}`) && sid !== 'error'
    ? `${sid}`
    : JSON.stringify(sid)
}

/** A key or a value. */
export function formatScalar(value: Scalar): string {
  return value === null ? 'nil' : JSON.stringify(value)
}

/**
 * The result of an operation, as an expectation would state it.
 * @param most About how many characters of it are written.
 */
export function formatResult(
  name: OperationName,
  result: Result,
  most?: number,
): string {
  const sid = (text: string) => formatSid(clip(text, most ?? text.length))
  if (Array.isArray(result)) {
    const write = (item: string | number) =>
      typeof item === 'string' ? sid(item) : `${item}`
    return joinSome<string | number>(result, write, ' ', most)
  }
  const scalar = result as Scalar
  if (typeof scalar !== 'string') return formatScalar(scalar)
  return operations[name].gives === 'scalar'
    ? formatScalar(clip(scalar, most ?? scalar.length))
    : sid(scalar)
}

/** The expectation of an operation, without the `=>`. */
export function formatExpectation(
  name: OperationName,
  expected: Expectation,
): string {
  return 'error' in expected ? 'error' : formatResult(name, expected.value)
}

/** How an argument of each kind is written. */
const writers: {
  readonly [Kind in ArgumentKind]: (argument: Arguments[Kind]) => string
} = {
  sid: formatSid,
  key: formatScalar,
  value: formatScalar,
  seconds: String,
  pause: formatDuration,
  shift: formatDuration,
  provider: String,
  handles: (handles) => handles.join(' '),
}

/** An operation without its expectation. */
export function formatOperation(operation: Said): string {
  const { name } = operation
  const fields = operation as Partial<Record<string, unknown>>
  const words = Object.entries(operations[name].takes).map(([field, kind]) =>
    writers[kind](fields[field] as never),
  )
  const kept = fields.keep === undefined ? name : `${fields.keep} = ${name}`
  const first = 'handle' in operation ? `${operation.handle}.${name}` : kept
  return [first, ...words].join(' ')
}

/** The call in an operation's text, without the expected result. */
export const callOf = (text: string): string => text.replace(/\s*=>.*$/s, '')
