/** Reads the files of `npm run trace` without keeping their operations. */
import { readFile } from 'node:fs/promises'
import { buffer } from 'node:stream/consumers'
import type { Playable } from '../trace/engine.ts'
import { ParseError } from '../trace/error.ts'
import { inEnglish } from '../trace/messages.ts'
import { parseLines } from '../trace/parse.ts'
import { typedPath } from './typed-path.ts'

/** How many operations a trace may have. */
export const MOST_OPERATIONS = 500_000

/** An input or argument that the program refuses: it ends with exit code 2. */
export class Refusal extends Error {}

/** A trace without errors; its operations are parsed again when it runs. */
export interface LongTrace extends Playable {
  readonly file: string
  readonly text: string
  readonly title: string
  /** The line of its last operation. */
  readonly lastLine: number
}

/**
 * Reads all files before anything runs.
 * @param files Their names; `-` is standard input.
 * @throws {Refusal} If a file is wrong; the message names all wrong files.
 */
export async function readAll(files: readonly string[]): Promise<LongTrace[]> {
  const traces: LongTrace[] = []
  const wrong: string[] = []
  for (const file of files) {
    try {
      traces.push(await read(file))
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

async function read(file: string): Promise<LongTrace> {
  const name = file === '-' ? 'standard input' : file
  const text = await textOf(file, name)
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
  return { file: name, text, title: title ?? '', lastLine, operations }
}

async function textOf(file: string, name: string): Promise<string> {
  let bytes: Uint8Array
  try {
    // Standard input is read to its end, even if the writer is slow.
    bytes = await (file === '-'
      ? buffer(process.stdin)
      : readFile(typedPath(file)))
  } catch (error) {
    throw new Refusal(`trace: ${name}: cannot be read: ${reason(error)}`)
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new Refusal(
      `trace: ${name}: found bytes that are not UTF-8, expected text in UTF-8`,
    )
  }
}

/** The message of a system error, without its code and system call. */
export function reason(error: unknown): string {
  const { message } = error as Error
  return /^[A-Z]+: ([^,]*)/.exec(message)?.[1] ?? message
}
