/** Parses the expectation after `=>` in a line of a trace. */
import { ParseError, quote } from './error.ts'
import { compareCodePoints } from './order.ts'
import { parseInteger, parseScalar, parseSid } from './scalar.ts'
import type { Token } from './tokens.ts'
import type { Expectation, OperationName, Result } from './trace.ts'

type Kind = One | 'sids' | 'sorted' | 'integers'
type One = 'none' | 'nil' | 'scalar' | 'sid' | 'boolean' | 'integer'

/** The kind of each operation's result. */
const GIVES: Readonly<Record<OperationName, Kind>> = {
  init: 'sid',
  read: 'sid',
  destroy: 'nil',
  update: 'nil',
  gc: 'none',
  set: 'nil',
  get: 'scalar',
  delete: 'nil',
  id: 'sid',
  wait: 'none',
  clock: 'none',
  provider: 'none',
  list: 'sids',
  map: 'sorted',
  stamps: 'integers',
  same: 'boolean',
  visited: 'integer',
}

const WANTED: Readonly<Record<One, string>> = {
  none: 'error',
  nil: 'nil or error',
  scalar: 'a JSON string, a number, true, false, nil or error',
  sid: 'a sid or error',
  boolean: 'true, false or error',
  integer: 'a whole number or error',
}

/**
 * Parses the words after `=>`.
 * @throws {ParseError} If the operation cannot have that result.
 */
export function parseExpectation(
  tokens: readonly Token[],
  name: OperationName,
): Expectation {
  const kind = GIVES[name]
  const lists = kind === 'sids' || kind === 'sorted'
  const [first] = tokens
  if (isWord(first, 'error') && tokens.length === 1 && !lists) {
    return { error: true }
  }
  if (kind === 'sids' || kind === 'sorted' || kind === 'integers') {
    return { value: listOf(tokens, kind) }
  }
  const wanted = `${WANTED[kind]} after =>`
  if (kind === 'none') {
    const found = first ? quote(first.text) : 'nothing'
    throw new ParseError(found, wanted, `${name} has no result: leave out =>`)
  }
  if (first === undefined) {
    throw new ParseError('nothing', wanted, 'add it, or leave out =>')
  }
  if (tokens[1] !== undefined) {
    const advice = 'put white space into JSON strings only'
    throw new ParseError(quote(tokens[1].text), 'one result', advice)
  }
  return { value: single(first, kind, wanted) }
}

function single(token: Token, kind: Kind, wanted: string): Result {
  switch (kind) {
    case 'sid':
      return parseSid(token)
    case 'scalar':
      return parseScalar(token)
    case 'integer':
      return Number(parseInteger(token, wanted, ''))
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
  throw new ParseError(quote(token.text), wanted, '')
}

function listOf(tokens: readonly Token[], kind: Kind): Result {
  if (kind === 'integers') {
    return tokens.map((token) =>
      Number(parseInteger(token, 'a whole number', 'give whole seconds')),
    )
  }
  const sids = tokens.map(parseSid)
  const sorted = sids.toSorted(compareCodePoints)
  const wrong = sids.findIndex((sid, index) => sid !== sorted[index])
  if (kind === 'sorted' && wrong >= 0) {
    throw new ParseError(
      quote(String(sids[wrong])),
      `${quote(String(sorted[wrong]))} here`,
      'map gives its sids in code point order',
    )
  }
  return sids
}

/** JSON strings have their quotes in their text. */
function isWord(token: Token | undefined, text: string): boolean {
  return token?.text === text
}
