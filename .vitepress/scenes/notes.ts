/** Reads the title and the comments of a trace, with their places. */
import { ParseError } from '../../src/trace/error.ts'
import { tokenize } from '../../src/trace/tokens.ts'

/** The comments that stand together before an operation. */
export interface Note {
  /** Its key in traces.json: `1` for the first one of the trace. */
  readonly key: string
  /** The operation that follows it, from 0. */
  readonly before: number
  /** The lines of the comments, from 1. */
  readonly lines: readonly number[]
  /** The comments, with a space between their lines. */
  readonly text: string
}

/** The comments of a trace. */
export interface Notes {
  readonly title: string
  /** The line of the title, from 1; 0 if there is none. */
  readonly line: number
  readonly notes: readonly Note[]
  /** How many operations the trace has. */
  readonly operations: number
}

/** Reads the comments of a trace; a line that cannot be read has none. */
export function notesOf(trace: string): Notes {
  let title: { text: string; line: number } | undefined
  const notes: Note[] = []
  let open: { text: string; line: number }[] = []
  let operations = 0
  for (const [i, source] of trace.split('\n').entries()) {
    const { words, comment } = read(source)
    if (comment !== undefined && comment !== '') {
      if (title) open.push({ text: comment, line: i + 1 })
      else title = { text: comment, line: i + 1 }
    }
    if (words === 0) continue
    if (open.length > 0) {
      notes.push({
        key: `${notes.length + 1}`,
        before: operations,
        lines: open.map(({ line }) => line),
        text: open.map((each) => each.text).join(' '),
      })
      open = []
    }
    operations++
  }
  const { text = '', line = 0 } = title ?? {}
  return { title: text, line, notes, operations }
}

function read(line: string): { words: number; comment?: string | undefined } {
  try {
    const { tokens, comment } = tokenize(line)
    return { words: tokens.length, comment }
  } catch (error) {
    // Whoever runs the trace reports such a line.
    if (error instanceof ParseError) return { words: 1 }
    throw error
  }
}
