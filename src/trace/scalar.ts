/** Reads the single values of a trace: sids, keys, values and integers. */
import { ParseError, quote } from './error.ts'
import type { MessageCode } from './messages.ts'
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
    throw new ParseError('arrowAsSid', { found: '"=>"', json: '"=>"' })
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
    // Other languages and shells put texts between these.
    const bare = text.replace(/^(['`´])(.*)\1$/s, '$2')
    throw new ParseError('scalar', {
      found: quote(text),
      json: quote(bare),
    })
  }
  const number = Number(text)
  if (!Number.isFinite(number)) {
    throw new ParseError('double', { found: quote(text) })
  }
  return number
}

/** Parses a whole number of any size. @param otherwise What is wrong if not. */
export function parseInteger({ text }: Token, otherwise: MessageCode): bigint {
  if (!/^-?\d+$/.test(text)) {
    throw new ParseError(otherwise, { found: quote(text) })
  }
  return BigInt(text)
}
