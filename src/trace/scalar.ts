/** Reads the single values of a trace: sids, keys, values and integers. */
import { ParseError, quote } from './error.ts'
import type { Token } from './tokens.ts'
import type { Scalar } from './trace.ts'

const CONSTANTS: Readonly<Record<string, Scalar>> = {
  nil: null,
  null: null,
  true: true,
  false: false,
}
const NUMBER = /^-?(0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?$/

export function parseSid(token: Token): string {
  if (token.text === '=>') {
    throw new ParseError('"=>"', 'a sid', 'write the sid "=>" as a JSON string')
  }
  return token.value
}

/** Parses a key or a value. Numbers are doubles, as on both engines. */
export function parseScalar({ quoted, text, value }: Token): Scalar {
  if (quoted) {
    return value
  }
  if (Object.hasOwn(CONSTANTS, text)) {
    return CONSTANTS[text] ?? null
  }
  if (!NUMBER.test(text)) {
    throw new ParseError(
      quote(text),
      'a JSON string, a number, true, false or nil',
      `write text as a JSON string: ${JSON.stringify(text)}`,
    )
  }
  const number = Number(text)
  if (!Number.isFinite(number)) {
    throw new ParseError(
      quote(text),
      'a number that a double can hold',
      'stay under 1.8e308',
    )
  }
  return number
}

/** Parses a whole number of any size. */
export function parseInteger(
  { text }: Token,
  expected: string,
  advice: string,
): bigint {
  if (!/^-?\d+$/.test(text)) {
    throw new ParseError(quote(text), expected, advice)
  }
  return BigInt(text)
}
