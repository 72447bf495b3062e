/**
 * Asks a reader what a step will do, before the scene shows it. The answer is
 * never written: it is what both engines did.
 */
import { firstDifference } from '../../src/trace/compare.ts'
import { didYouMean } from '../../src/trace/did-you-mean.ts'
import type { Step } from '../../src/trace/engine.ts'
import { formatResult, formatScalar } from '../../src/trace/format.ts'
import type { Run } from './scene.ts'
import { stateBefore } from './timeline.ts'

/** What can be asked: which sessions go, the order, the result, the end. */
const kinds = ['removed', 'order', 'result', 'ends'] as const
export type QuestionKind = (typeof kinds)[number]

/** A question about a step, with its right answer. */
export interface Question {
  readonly kind: QuestionKind
  /** Whether any number of the options can be right. */
  readonly many: boolean
  /**
   * The values of the options, in the order in which they are shown: numbers of
   * sessions, orders of such numbers, results, or `yes` and `no`.
   */
  readonly options: readonly string[]
  /** The values of the right ones. */
  readonly answer: readonly string[]
}

/** The most options of a question with one answer. */
const most = 4

type Of<Found> = (steps: readonly Step[], index: number) => Found

/** What a reader could choose. */
const optionsOf: Record<QuestionKind, Of<readonly string[]>> = {
  removed: (steps, index) =>
    stateBefore(steps, index).list.map(({ number }) => `${number}`),
  // The right order, the order before, both reversed, and with the ends changed.
  order(steps, index) {
    const after = orderIn(steps[index]?.state.list)
    const before = orderIn(stateBefore(steps, index).list)
    const same = after.length === before.length ? [before] : []
    return [after, ...same, after.toReversed(), ...same.map(turned)].map(String)
  },
  result(steps, index) {
    const values = steps.flatMap(({ state }) =>
      state.list.flatMap((each) => each.values.map(([, value]) => value)),
    )
    return [resultOf(steps, index), 'nil', ...values.map(formatScalar)]
  },
  ends: () => ['yes', 'no'],
}

/** What a step did. */
const answerTo: Record<QuestionKind, Of<readonly string[]>> = {
  removed(steps, index) {
    const left = new Set(steps[index]?.state.list.map(({ number }) => number))
    return stateBefore(steps, index)
      .list.filter(({ number }) => !left.has(number))
      .map(({ number }) => `${number}`)
  },
  order: (steps, index) => [String(orderIn(steps[index]?.state.list))],
  result: (steps, index) => [resultOf(steps, index)],
  ends: (steps, index) => [hasEnded(steps, index) ? 'yes' : 'no'],
}

const orderIn = (list: Step['state']['list'] = []): number[] =>
  list.map(({ number }) => number)

/** The last one first, as if it were moved to the front. */
const turned = (order: readonly number[]): number[] => [
  ...order.slice(-1),
  ...order.slice(0, -1),
]

function resultOf(steps: readonly Step[], index: number): string {
  const { name, result } = steps[index] ?? {}
  return name && result !== undefined ? formatResult(name, result) : ''
}

/** An operation that does not end takes all later ones with it. */
const hasEnded = (steps: readonly Step[], index: number): boolean =>
  steps[index]?.error === undefined

/**
 * The question about a step.
 * @param asked Its kind, as the mark of the scene gives it.
 * @param index The step's index, from 0.
 * @throws {RangeError} If the engines differ, or there is nothing to choose.
 */
export function questionOf(
  asked: string,
  { port, original }: Run,
  index: number,
): Question {
  const kind = kinds.find((each) => each === asked)
  if (!kind) {
    const near = didYouMean(asked, kinds)
    throw new RangeError(
      `there is no question "${asked}"${near}; ask ${kinds.join(', ')}`,
    )
  }
  if (
    firstDifference(port.slice(0, index + 1), original.slice(0, index + 1)) >= 0
  )
    throw new RangeError('the engines differ here, so no answer is right')
  const many = kind === 'removed'
  const answer = answerTo[kind](original, index)
  const all = [...new Set(optionsOf[kind](original, index))]
  const options = many ? all : shuffled(all.slice(0, most))
  const isAsked = kind !== 'result' || answer[0] !== ''
  if (isAsked && options.length > (many ? 0 : 1)) {
    return { kind, many, options, answer }
  }
  const text = original[index]?.text ?? ''
  throw new RangeError(
    `"${text}" leaves nothing to choose for ask="${kind}"; choose another step or another question`,
  )
}

/** Sorted, so that the place of an option says nothing. */
const shuffled = (options: readonly string[]): string[] => options.toSorted()
