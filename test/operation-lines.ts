/** Makes lines of a trace from the table of operations. */
import {
  type ArgumentKind,
  type OperationName,
  operations,
} from '../src/trace/operations.ts'

/** An argument of each kind, and what is no argument of that kind. */
const written: Record<ArgumentKind, readonly [right: string, wrong: string]> = {
  sid: ['ana', '=>'],
  key: ['"k"', 'k'],
  value: ['1', 'one'],
  seconds: ['-10', '1.5'],
  pause: ['10s', '-10s'],
  shift: ['-10s', '10'],
  provider: ['second', 'third'],
  handles: ['h h', 'h "h"'],
}

/** An operation with these words, as a call on a session or as another. */
const calling = (onHandle: boolean, name: string, words: readonly string[]) =>
  [onHandle ? `h.${name}` : name, ...words].join(' ')

/** The right lines and the wrong lines of an operation, after `h = init ana`. */
export function linesOf(name: OperationName) {
  const { form, takes } = operations[name]
  const kinds = Object.values(takes)
  const words = kinds.flatMap((kind) => written[kind][0].split(' '))
  const onHandle = form === 'onHandle'
  const line = calling(onHandle, name, words)
  const kept = `k = ${line}`
  const [first = '', ...rest] = line.split(' ')
  return {
    right: form === 'keeping' ? [line, kept] : [line],
    wrong: [
      [`"${first}"`, ...rest].join(' '),
      calling(!onHandle, name, words),
      `${line} more`,
      ...words.map((_, some) => calling(onHandle, name, words.slice(0, some))),
      ...kinds.map((wrong) =>
        calling(
          onHandle,
          name,
          kinds.map((kind) => written[kind][kind === wrong ? 1 : 0]),
        ),
      ),
      ...(form === 'keeping' ? [] : [kept]),
    ],
  }
}
