/** Parses the expectation after `=>` in a line of a trace. */
import { ParseError, quote } from './error.ts'
import {
  type OperationName,
  operations,
  type ResultKind,
} from './operations.ts'
import { compareCodePoints } from './order.ts'
import { parseInteger, parseScalar, parseSid } from './scalar.ts'
import type { Token } from './tokens.ts'
import type { Expectation, Result } from './trace.ts'

/** What to say if the result of an operation is missing. */
const LACKS = {
  nil: 'lacksNil',
  scalar: 'lacksScalar',
  sid: 'lacksSid',
  boolean: 'lacksBoolean',
  integer: 'lacksInteger',
} as const

/**
 * Parses the words after `=>`.
 * @throws {ParseError} If the operation cannot have that result.
 */
export function parseExpectation(
  tokens: readonly Token[],
  name: OperationName,
): Expectation {
  const kind = operations[name].gives
  const lists = kind === 'sids' || kind === 'sorted'
  const [first] = tokens
  if (isWord(first, 'error') && tokens.length === 1 && !lists) {
    return { error: true }
  }
  if (kind === 'sids' || kind === 'sorted' || kind === 'integers') {
    return { value: listOf(tokens, kind) }
  }
  if (kind === 'none') {
    const found = first && { found: quote(first.text) }
    throw new ParseError('noResult', { ...found, operation: name })
  }
  if (first === undefined) {
    throw new ParseError(LACKS[kind])
  }
  if (tokens[1] !== undefined) {
    throw new ParseError('oneResult', { found: quote(tokens[1].text) })
  }
  return { value: single(first, kind) }
}

function single(token: Token, kind: keyof typeof LACKS): Result {
  switch (kind) {
    case 'sid':
      return parseSid(token)
    case 'scalar':
      return parseScalar(token)
    case 'integer':
      return Number(parseInteger(token, 'wrongInteger'))
    case 'boolean':
      if (isWord(token, 'true') || isWord(token, 'false')) {
        return token.text === 'true'
      }
      break
    default:
      if (isWord(token, 'nil') || isWord(token, 'null')) {
        return null
      }
  }
  const wrong = kind === 'boolean' ? 'wrongBoolean' : 'wrongNil'
  throw new ParseError(wrong, { found: quote(token.text) })
}

function listOf(tokens: readonly Token[], kind: ResultKind): Result {
  if (kind === 'integers') {
    return tokens.map((token) => Number(parseInteger(token, 'stamp')))
  }
  const sids = tokens.map(parseSid)
  const sorted = sids.toSorted(compareCodePoints)
  const wrong = sids.findIndex((sid, index) => sid !== sorted[index])
  if (kind === 'sorted' && wrong >= 0) {
    throw new ParseError('mapOrder', {
      found: quote(String(sids[wrong])),
      sid: quote(String(sorted[wrong])),
    })
  }
  return sids
}

/** JSON strings have their quotes in their text. */
function isWord(token: Token | undefined, text: string): boolean {
  return token?.text === text
}
