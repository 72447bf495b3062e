/** Writes the parts of a trace back in the trace language. */
import { formatDuration } from './duration.ts'
import type { Expectation, Operation, Result, Scalar } from './trace.ts'

/** Matches a sid that needs no quotes at any place in a trace. */
const PLAIN_SID = /^[A-Za-z0-9_][A-Za-z0-9_.:/-]*$/

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

/** The result of an operation, as an expectation would state it. */
export function formatResult(name: Operation['name'], result: Result): string {
  if (Array.isArray(result)) {
    return result.map(formatSid).join(' ')
  }
  const scalar = result as Scalar
  return typeof scalar === 'string' && name !== 'get'
    ? formatSid(scalar)
    : formatScalar(scalar)
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
