/** Makes the lines of a chunk with highlighting and translated comments. */

import { fail } from '../../src/project/problem.ts'
import { linesOf } from '../../src/project/project.ts'
import { framed } from './comment-frame.ts'
import { highlight, type Token } from './highlight.ts'
import type { Localized } from './localized.ts'
import { keyedComments, type Side } from './programs.ts'

/** Text in one colour. */
export interface Piece {
  readonly text: string
  readonly style: string
}

/** A line as a page shows it. */
export interface ShownLine {
  /** The line of the file to which it belongs. */
  readonly at: number
  /** Its line in the file; undefined if a longer translation added it. */
  readonly number: number | undefined
  readonly pieces: Piece[]
}

/**
 * The lines of one side of a chunk, in a language.
 * @throws {ProblemError} If a comment has no text in that language.
 */
export function shownLines(side: Side, localized: Localized): ShownLine[] {
  const { source, chunk } = side
  const { lines } = highlight(source.text, source.language)
  const written = linesOf(source.text)
  const shown: ShownLine[] = []
  let line = chunk.first
  let offset = 0
  const begin = (number: number | undefined) =>
    shown.push({ at: number ?? shown.at(-1)?.at ?? line, number, pieces: [] })
  const put = (...pieces: Piece[]) => shown.at(-1)?.pieces.push(...pieces)
  const putCode = (to: number, last: number) => {
    for (;;) {
      const tokens = lines[line - 1] ?? []
      put(...tokens.flatMap((token) => cut(token, offset, to)))
      if (line === last) return
      begin(++line)
    }
  }

  begin(line)
  for (const { key, comment } of keyedComments(side)) {
    putCode(comment.start, comment.first)
    const text = textFor(key, side, localized)
    const before = written[line - 1]?.match(/^\s*/)?.[0] ?? ''
    const style = styleAt(lines[line - 1], comment.start)
    const inner = comment.last - comment.first
    const raw = framed(comment.raw, text, before).split('\n')
    for (const [i, part] of raw.entries()) {
      if (i > 0 && inner > 0 && i === raw.length - 1) begin(comment.last)
      else if (i > 0) begin(i < inner ? comment.first + i : undefined)
      put({ text: part, style })
    }
    line = comment.last
    offset = comment.end
  }
  putCode(source.text.length, chunk.last)
  return shown
}

function textFor(key: string, { source }: Side, localized: Localized): string {
  const { file, lines, [source.section]: entries } = localized
  const entry = entries.get(key)
  if (entry) return entry.text
  const line = lines[source.section]
  fail(file, line, `"${source.section}" lacks "${key}"; translate the comment`)
}

/** The part of a token between two offsets; empty if there is none. */
function cut(token: Token, from: number, to: number): Piece[] {
  const { text, offset, style } = token
  const part = text.slice(Math.max(from - offset, 0), Math.max(to - offset, 0))
  return part === '' ? [] : [{ text: part, style }]
}

function styleAt(tokens: readonly Token[] = [], offset: number): string {
  const holds = (token: Token) => offset < token.offset + token.text.length
  return tokens.find(holds)?.style ?? ''
}
