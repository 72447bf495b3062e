/**
 * Reads a text from a file or from standard input, in pieces, so that an input
 * without an end is refused as soon as it is too long.
 */
import { closeSync, constants, openSync, readSync } from 'node:fs'
import { pause } from './output.ts'
import { typedPath } from './typed-path.ts'

/** The bytes that are read at a time. */
const PIECE = 65_536

/** Why a text is refused. The message has neither the file nor the program. */
export class TextError extends Error {
  constructor(
    message: string,
    readonly tooLong = false,
  ) {
    super(message)
  }
}

/**
 * The text of a file in UTF-8.
 * @param file Its name; `-` is standard input.
 * @param most The most bytes that it may have.
 * @throws {TextError} If it cannot be read, is not UTF-8 or is too long.
 */
export function readText(
  file: string,
  most: number,
): { text: string; bytes: number } {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  const piece = new Uint8Array(PIECE)
  let text = ''
  let bytes = 0
  const input = open(file)
  try {
    for (;;) {
      const count = readPiece(input, piece)
      text += decoded(decoder, piece.subarray(0, count), count > 0)
      if (count === 0) return { text, bytes }
      bytes += count
      if (bytes > most) {
        throw new TextError(`found more than ${most} bytes`, true)
      }
    }
  } finally {
    if (input !== 0) closeSync(input)
  }
}

/** Opens a file. A pipe to which nothing writes is empty and does not wait. */
function open(file: string): number {
  if (file === '-') return 0
  try {
    return openSync(
      typedPath(file),
      constants.O_RDONLY | (constants.O_NONBLOCK ?? 0),
    )
  } catch (error) {
    throw new TextError(`cannot be read: ${reason(error)}`)
  }
}

/** Reads the next bytes; waits for a writer that is slower. */
function readPiece(input: number, piece: Uint8Array): number {
  for (;;) {
    try {
      return readSync(input, piece)
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException
      // The end of standard input on Windows.
      if (code === 'EOF') return 0
      if (code !== 'EAGAIN')
        throw new TextError(`cannot be read: ${reason(error)}`)
      pause()
    }
  }
}

function decoded(
  decoder: TextDecoder,
  piece: Uint8Array,
  stream: boolean,
): string {
  try {
    return decoder.decode(piece, { stream })
  } catch {
    throw new TextError(
      'found bytes that are not UTF-8, expected text in UTF-8',
    )
  }
}

/** The message of a system error, without its code and system call. */
export function reason(error: unknown): string {
  const { message } = error as Error
  return /^[A-Z]+: ([^,]*)/.exec(message)?.[1] ?? message
}
