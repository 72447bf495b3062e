/** Writes the parts of a trace back in the trace language. */
import { formatDuration } from './duration.ts'
import type { Expectation, Operation, Result, Scalar } from './trace.ts'

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
  name: Operation['name'],
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
  return name === 'get'
    ? formatScalar(clip(scalar, most ?? scalar.length))
    : sid(scalar)
}

/** The expectation of an operation, without the `=>`. */
export function formatExpectation(
  name: Operation['name'],
  expected: Expectation,
): string {
  return 'error' in expected ? 'error' : formatResult(name, expected.value)
}

/** An operation without its expectation. */
export function formatOperation(operation: Operation): string {
  const { name } = operation
  switch (name) {
    case 'init':
    case 'read': {
      const { sid, keep } = operation
      return `${keep === undefined ? '' : `${keep} = `}${name} ${formatSid(sid)}`
    }
    case 'destroy':
    case 'update':
      return `${name} ${formatSid(operation.sid)}`
    case 'gc':
      return `gc ${operation.seconds}`
    case 'set': {
      const { handle, key, value } = operation
      return `${handle}.set ${formatScalar(key)} ${formatScalar(value)}`
    }
    case 'get':
    case 'delete':
      return `${operation.handle}.${name} ${formatScalar(operation.key)}`
    case 'id':
      return `${operation.handle}.id`
    case 'wait':
    case 'clock':
      return `${name} ${formatDuration(operation.nanoseconds)}`
    case 'provider':
      return `provider ${operation.provider}`
    case 'same':
      return `same ${operation.handles.join(' ')}`
    default:
      return name
  }
}
