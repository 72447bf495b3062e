/** Builds tiny WASI programs, to test how an engine handles faulty programs. */

/** The WASI calls that a program can make, by their index. */
const calls = ['fd_read', 'fd_write', 'poll_oneoff', 'proc_exit'] as const

const fourNumbers = [0x60, 4, 0x7f, 0x7f, 0x7f, 0x7f, 1, 0x7f]
const oneNumber = [0x60, 1, 0x7f, 0]
const nothing = [0x60, 0, 0]

/** The memory addresses of the data that calls point to. */
const at = {
  ...{ input: 0, output: 8, sources: 16, asked: 64, reply: 128 },
  ...{ told: 256, awaited: 320, last: 384, words: 400, buffer: 512 },
}

/** Instructions of WebAssembly. */
export const instructions = {
  trap: [0x00],
  /** Reads a line. */
  read: call('fd_read', 0, at.input, 1, 32),
  /** Writes a state without sessions. */
  reply: call('fd_write', 1, at.output, 1, 32),
  /** Writes that it was built from one text. */
  sources: call('fd_write', 1, at.sources, 1, 32),
  /** Sleeps for five nanoseconds. */
  sleep: call('poll_oneoff', at.asked, at.buffer, 1, 32),
  /** Writes `né` and a second line to standard error, in two parts. */
  complain: call('fd_write', 2, at.last, 2, 32),
  /** Asks for two events at once, and exits with the answer. */
  sleepTwice: exitWith('poll_oneoff', at.asked, at.buffer, 2, 32),
  /** Waits for input, and exits with the answer. */
  wait: exitWith('poll_oneoff', at.awaited, at.buffer, 1, 32),
  /** Ends with exit status 3. */
  exit: [0x41, 3, 0x10, calls.indexOf('proc_exit')],
}

/** A program that runs these instructions from its start. */
export function program(...code: readonly number[][]): Uint8Array<ArrayBuffer> {
  const reply = [...text('{"list":[],"map":{},"handles":{}}\n')]
  const body = [0, ...code.flat(), 0x0b]
  const words = [...text('né\nat last\n')]
  const told = [...text('{"texts":{"a":"b"},"sums":"a:b"}\n')]
  return Uint8Array.from([
    ...[0x00, ...text('asm'), 1, 0, 0, 0],
    ...section(1, [3, ...fourNumbers, ...oneNumber, ...nothing]),
    ...section(2, [calls.length, ...calls.flatMap(importOf)]),
    ...section(3, [1, 2]),
    ...section(5, [1, 0, 1]),
    ...section(7, [
      2,
      ...[...name('memory'), 2, 0],
      ...[...name('_start'), 0, calls.length],
    ]),
    ...section(10, [1, ...size(body.length), ...body]),
    ...section(11, [
      9,
      ...data(at.input, [...word(at.buffer), ...word(256)]),
      ...data(at.output, [...word(at.reply), ...word(reply.length)]),
      ...data(at.sources, [...word(at.told), ...word(told.length)]),
      ...data(at.told, told),
      ...data(at.asked + 24, [5]),
      ...data(at.awaited + 8, [1]),
      ...data(at.last, [
        ...[...word(at.words), ...word(2)],
        ...[...word(at.words + 2), ...word(words.length - 2)],
      ]),
      ...data(at.words, words),
      ...data(at.reply, reply),
    ]),
  ])
}

function call(callee: (typeof calls)[number], ...values: number[]): number[] {
  const pushed = values.flatMap((value) => [0x41, ...signed(value)])
  return [...pushed, 0x10, calls.indexOf(callee), 0x1a]
}

function exitWith(callee: (typeof calls)[number], ...values: number[]) {
  return [
    ...call(callee, ...values).slice(0, -1),
    0x10,
    calls.indexOf('proc_exit'),
  ]
}

function importOf(callee: (typeof calls)[number]): number[] {
  const type = callee === 'proc_exit' ? 1 : 0
  return [...name('wasi_snapshot_preview1'), ...name(callee), 0, type]
}

function data(offset: number, bytes: readonly number[]): number[] {
  return [0, 0x41, ...signed(offset), 0x0b, ...size(bytes.length), ...bytes]
}

function section(id: number, bytes: readonly number[]): number[] {
  return [id, ...size(bytes.length), ...bytes]
}

function name(characters: string): number[] {
  return [characters.length, ...text(characters)]
}

function text(characters: string): Uint8Array {
  return new TextEncoder().encode(characters)
}

function word(value: number): number[] {
  return [value & 0xff, value >> 8, 0, 0]
}

/** An unsigned LEB128 number under 2^14. */
function size(value: number): number[] {
  return value < 0x80 ? [value] : [(value & 0x7f) | 0x80, value >> 7]
}

/** A signed LEB128 number from 0 to 2^13 - 1. */
function signed(value: number): number[] {
  return value < 0x40 ? [value] : [(value & 0x7f) | 0x80, value >> 7]
}
