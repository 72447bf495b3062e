/** Splits a line of a trace into words, JSON strings and its comment. */
import { ParseError, quote } from './error.ts'

/** A word as written, or a JSON string (then `value` is the decoded text). */
export interface Token {
  /** Whether it is a JSON string. */
  readonly quoted: boolean
  readonly text: string
  readonly value: string
}

export interface Line {
  readonly tokens: readonly Token[]
  /** The line without its comment, trimmed. */
  readonly text: string
  readonly comment?: string
}

const STRING_ADVICE = 'write it as a JSON string, such as "ana maria"'

/**
 * Splits at spaces and tabs. A `#` where a word could begin starts the
 * comment.
 * @throws {ParseError} For a malformed string or word.
 */
export function tokenize(line: string): Line {
  const tokens: Token[] = []
  let at = skipSpace(line, 0)
  while (at < line.length && line[at] !== '#') {
    const token = line[at] === '"' ? readString(line, at) : readWord(line, at)
    tokens.push(token)
    at += token.text.length
    if (at < line.length && !/[ \t]/.test(line.charAt(at))) {
      throw new ParseError(
        quote(line.slice(at)),
        `white space after ${quote(token.value)}`,
        'put a space there',
      )
    }
    at = skipSpace(line, at)
  }
  const text = line.slice(0, at).trim()
  const comment = line.slice(at + 1).trim()
  return at < line.length ? { tokens, text, comment } : { tokens, text }
}

function skipSpace(line: string, from: number): number {
  let at = from
  while (line[at] === ' ' || line[at] === '\t') {
    at++
  }
  return at
}

function readString(line: string, at: number): Token {
  // A regular expression would need a stack as deep as the string is long.
  let end = at + 1
  while (line[end] !== '"') {
    if (line[end] === undefined) {
      throw new ParseError(
        quote(line.slice(at)),
        'a JSON string with its closing quote',
        'close it, and write \\" for a quote inside',
      )
    }
    end += line[end] === '\\' ? 2 : 1
  }
  const text = line.slice(at, end + 1)
  let value: string
  try {
    value = JSON.parse(text)
  } catch {
    throw new ParseError(
      quote(text),
      'a JSON string',
      'escape control characters (\\n, \\t, \\u0000) and each backslash',
    )
  }
  refuseSurrogates(value)
  return { quoted: true, text, value }
}

function readWord(line: string, at: number): Token {
  const end = line.slice(at).search(/[ \t]|$/)
  const text = line.slice(at, at + end)
  if (/["\s]/u.test(text)) {
    throw new ParseError(
      quote(text),
      'a word without quotes and white space',
      STRING_ADVICE,
    )
  }
  refuseSurrogates(text)
  return { quoted: false, text, value: text }
}

/** A lone surrogate has no UTF-8 encoding, so Go cannot hold it. */
function refuseSurrogates(value: string): void {
  if (!value.isWellFormed()) {
    throw new ParseError(
      quote(value),
      'whole characters',
      'write both halves of the surrogate pair, or neither',
    )
  }
}
