/**
 * Parses the trace language, which this comment describes.
 *
 * A trace is plain text, one operation a line. Spaces and tabs separate words;
 * blank lines are ignored; `#` where a word could begin starts a comment. The
 * first comment is the title. All time is virtual and starts at
 * 2000-01-01T00:00:00Z, the wall clock and the elapsed time alike. The wall
 * clock stays in the years 1885 to 2157.
 *
 * operations.ts lists the operations. Each is written `name ARGUMENT...`, those
 * on a session `h.name ARGUMENT...`; `h = init SID` and `h = read SID` keep the
 * session as `h`.
 *
 * - SID: a word (no white space, no `"`, not beginning with `#`, not `=>`) or
 *   a JSON string.
 * - KEY, VALUE: a JSON string, number, `true`, `false`, or `nil`; JSON's
 *   `null` means `nil`.
 * - SECONDS: a whole number within int64, of either sign.
 * - DURATION: Go's notation, `10s`, `993ms`, `1h0m5s`, `-1.5h`, within int64
 *   nanoseconds.
 * - A handle is a name such as `a` or `old_1`; it may be assigned again.
 *
 * A line that has a result may end in `=> RESULT`; the result must then be
 * equal to it. Several sids or integers are separated by spaces; no word after
 * `=>` means the empty list. Any operation may end in `=> error`: it must then
 * fail, with any message. (So a session whose sid is `error` is expected as
 * `"error"`; after `list` and `map`, which cannot fail, `error` is a sid like
 * any other.)
 */
import { ParseError } from './error.ts'
import { parseExpectation } from './expectation.ts'
import { explained } from './lookalikes.ts'
import { operations } from './operations.ts'
import { type Line, type Token, tokenize } from './tokens.ts'
import type { Operation, Said, Trace } from './trace.ts'
import { Words } from './words.ts'

/**
 * Reads a whole trace.
 * @param file Its name, for messages.
 * @throws {ParseError} At the first line that is wrong.
 */
export function parse(text: string, file = 'trace'): Trace {
  let title: string | undefined
  const read: Operation[] = []
  for (const { comment, operation } of parseLines(text, file)) {
    title ??= comment
    if (operation) read.push(operation)
  }
  return { file, title: title ?? '', operations: read }
}

/** The content of one line of a trace. */
export interface ParsedLine {
  readonly comment?: string | undefined
  readonly operation?: Operation | undefined
}

/**
 * Reads a trace line by line without keeping the lines, because it may be long.
 * @throws {ParseError} At the first line that is wrong.
 */
export function* parseLines(text: string, file: string): Generator<ParsedLine> {
  const handles = new Set<string>()
  let number = 0
  for (const source of linesOf(text)) {
    number++
    try {
      const line = tokenize(source)
      const { comment, tokens } = line
      yield tokens.length > 0
        ? { comment, operation: parseLine(line, number, handles) }
        : { comment }
    } catch (error) {
      if (!(error instanceof ParseError)) throw error
      const again = (line: string) =>
        parseLine(tokenize(line), number, new Set(handles))
      throw explained(error, source, again).at(file, number)
    }
  }
}

function* linesOf(text: string): Generator<string> {
  let from = text.startsWith('\uFEFF') ? 1 : 0
  let feed: number
  do {
    feed = text.indexOf('\n', from)
    const end = feed < 0 ? text.length : feed
    yield text.slice(from, text[end - 1] === '\r' ? end - 1 : end)
    from = end + 1
  } while (feed >= 0)
}

function parseLine(
  { tokens, text }: Line,
  line: number,
  handles: Set<string>,
): Operation {
  const arrow = tokens.findIndex((token) => token.text === '=>')
  const before = arrow === -1 ? tokens : tokens.slice(0, arrow)
  const operation = { line, text, ...parseOperation(before, handles) }
  if (arrow === -1) {
    return operation
  }
  const after = tokens.slice(arrow + 1)
  return { ...operation, expected: parseExpectation(after, operation.name) }
}

function parseOperation(tokens: readonly Token[], handles: Set<string>): Said {
  const words = new Words(tokens, handles)
  const keep = words.assignment()
  const named = words.operation(keep !== undefined)
  const said: Record<string, unknown> = { ...named }
  for (const [field, kind] of Object.entries(operations[named.name].takes)) {
    said[field] = words.argument(kind)
  }
  words.end()
  if (keep !== undefined) {
    said.keep = keep
    handles.add(keep)
  }
  // The types are made from the same table.
  return said as Said
}
