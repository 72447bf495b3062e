/** Finds and replaces the comments in Go and TypeScript source. */

import { isMarker } from './chunks-of-regions.ts'

/** A comment and its place in a text. */
export interface Comment {
  /** As written, with its frame. */
  readonly raw: string
  /** The offset of its first character. */
  readonly start: number
  /** The offset after its last character. */
  readonly end: number
  /** The line of its first character, from 1. */
  readonly first: number
  /** The line of its last character, from 1. */
  readonly last: number
}

/** The languages of the listing and of the port, by their names in Shiki. */
export type Language = 'go' | 'typescript'

// Strings are matched first, so that `//` inside a string is not a comment.
const strings = /"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'/
const raw = { go: /`[^`]*`/, typescript: /`(?:\\[\s\S]|[^`\\])*`/ }
const comment = /(?<comment>\/\/[^\n\r\u2028\u2029]*|\/\*[\s\S]*?\*\/)/

/**
 * Every comment of a text, from top to bottom. Lines that have only a `//`
 * comment, one below the other, are one comment; region markers are none of it.
 */
export function commentsIn(text: string, language: Language): Comment[] {
  const found: Comment[] = []
  for (const next of singleComments(text, language)) {
    const last = found.at(-1)
    if (last && isContinued(text, last, next)) {
      const raw = text.slice(last.start, next.end)
      found[found.length - 1] = { ...last, raw, end: next.end, last: next.last }
    } else found.push(next)
  }
  return found
}

/** Whether both are whole lines with the same indent, one below the other. */
function isContinued(text: string, above: Comment, below: Comment): boolean {
  if (below.first !== above.last + 1) return false
  const indents = [above, below].map(({ start }) => {
    const from = text.lastIndexOf('\n', start - 1) + 1
    return text.slice(from, start)
  })
  return (
    [above, below].every(({ raw }) => raw.startsWith('//') && !isMarker(raw)) &&
    indents.every((each) => each.trim() === '' && each === indents[0])
  )
}

function singleComments(text: string, language: Language): Comment[] {
  const parts = [strings, raw[language], comment]
  const lexeme = new RegExp(parts.map((part) => part.source).join('|'), 'g')
  const found: Comment[] = []
  let line = 1
  let from = 0
  for (const match of text.matchAll(lexeme)) {
    if (match.groups?.comment === undefined) continue
    const start = match.index
    const end = start + match[0].length
    line += newlines(text.slice(from, start))
    const last = line + newlines(match[0])
    found.push({ raw: match[0], start, end, first: line, last })
    line = last
    from = end
  }
  return found
}

/** The text with each of its comments replaced. */
export function replaceComments(
  text: string,
  language: Language,
  replace: (comment: Comment, index: number) => string,
): string {
  let out = ''
  let from = 0
  for (const [i, found] of commentsIn(text, language).entries()) {
    out += text.slice(from, found.start) + replace(found, i)
    from = found.end
  }
  return out + text.slice(from)
}

function newlines(text: string): number {
  return text.split('\n').length - 1
}
