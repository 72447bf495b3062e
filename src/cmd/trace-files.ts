/** Reads the files of `npm run trace` without keeping their operations. */
import type { Playable } from '../trace/engine.ts'
import { ParseError } from '../trace/error.ts'
import { inEnglish } from '../trace/in-english.ts'
import { parseLines } from '../trace/parse.ts'
import { readText, TextError } from './read-text.ts'

/** How many operations a trace may have. */
export const MOST_OPERATIONS = 500_000

/** How many bytes the files of one call may have, all together. */
export const MOST_BYTES = 50_000_000

/** An input or argument that the program refuses: it ends with exit code 2. */
export class Refusal extends Error {}

/** A trace without errors; its operations are parsed again when it runs. */
export interface LongTrace extends Playable {
  readonly file: string
  readonly text: string
  readonly title: string
  /** The line of its last operation. */
  readonly lastLine: number
  /** How many operations it has. */
  readonly count: number
}

/**
 * Reads all files before anything runs.
 * @param files Their names; `-` is standard input.
 * @throws {Refusal} If a file is wrong; the message names all wrong files.
 */
export function readAll(files: readonly string[]): LongTrace[] {
  const traces: LongTrace[] = []
  const wrong: string[] = []
  let left = MOST_BYTES
  for (const file of files) {
    const name = file === '-' ? 'standard input' : file
    try {
      const { text, bytes } = textOf(file, name, left)
      left -= bytes
      traces.push(traceIn(text, name))
    } catch (error) {
      if (!(error instanceof Refusal)) {
        throw error
      }
      wrong.push(error.message)
    }
  }
  if (wrong.length > 0) {
    throw new Refusal(wrong.join('\n'))
  }
  return traces
}

function textOf(file: string, name: string, most: number) {
  try {
    return readText(file, most)
  } catch (error) {
    if (!(error instanceof TextError)) throw error
    const all = `; all traces of one call may have ${MOST_BYTES} bytes: split the trace, or run it alone`
    const advice = error.tooLong ? all : ''
    throw new Refusal(`trace: ${name}: ${error.message}${advice}`)
  }
}

function traceIn(text: string, name: string): LongTrace {
  let title: string | undefined
  let lastLine = 0
  let count = 0
  try {
    for (const { comment, operation } of parseLines(text, name)) {
      title ??= comment
      if (!operation) continue
      lastLine = operation.line
      if (++count > MOST_OPERATIONS) {
        throw new Refusal(
          `trace: ${name}:${lastLine}: found more than ${MOST_OPERATIONS} operations; split the trace`,
        )
      }
    }
  } catch (error) {
    if (!(error instanceof ParseError)) throw error
    throw new Refusal(`trace: ${inEnglish(error)}`)
  }
  if (lastLine === 0) {
    throw new Refusal(
      `trace: ${name}:1: found no operation, expected one per line; write init ana`,
    )
  }
  const operations = {
    *[Symbol.iterator]() {
      for (const { operation } of parseLines(text, name)) {
        if (operation) yield operation
      }
    },
  }
  return { file: name, text, title: title ?? '', lastLine, count, operations }
}
