/** Finds and replaces the comments in Go and TypeScript source. */

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

/** Every comment of a text, from top to bottom. */
export function commentsIn(text: string, language: Language): Comment[] {
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
