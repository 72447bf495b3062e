/** Splits a line of a trace into words, JSON strings and its comment. */
import { ParseError, quote } from './error.ts'
import { refuseHidden } from './lookalikes.ts'

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
      throw new ParseError('afterString', {
        found: quote(line.slice(at)),
        before: quote(token.value),
      })
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
      throw new ParseError('unclosedString', {
        found: quote(line.slice(at)),
        escaped: '\\"',
      })
    }
    end += line[end] === '\\' ? 2 : 1
  }
  const text = line.slice(at, end + 1)
  let value: string
  try {
    value = JSON.parse(text)
  } catch {
    throw new ParseError('badString', { found: quote(text) })
  }
  refuseSurrogates(value)
  return { quoted: true, text, value }
}

function readWord(line: string, at: number): Token {
  const end = line.slice(at).search(/[ \t]|$/)
  const text = line.slice(at, at + end)
  refuseHidden(text)
  if (text.includes('"')) {
    throw new ParseError('quoteInWord', {
      found: quote(text),
      example: '"ana maria"',
    })
  }
  refuseSurrogates(text)
  return { quoted: false, text, value: text }
}

/** A lone surrogate has no UTF-8 encoding, so Go cannot hold it. */
function refuseSurrogates(value: string): void {
  if (!value.isWellFormed()) {
    throw new ParseError('halfCharacter', { found: quote(value) })
  }
}
