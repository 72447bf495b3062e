/** Reads which steps of a trace a scene shows. */
import {
  type ProviderPackage,
  readProvider,
  type Step,
} from '../../src/trace/engine.ts'
import { operations } from '../../src/trace/operations.ts'

/** A trace and the numbers of its steps, from 1, as a mark gives them. */
export interface Chosen {
  readonly trace: string
  /** The store on which it runs. */
  readonly provider: ProviderPackage
  /** Numbers and ranges such as `3-5`; empty for the step that tells most. */
  readonly steps: string
  /** What the scene asks before it shows the last of them, if it asks. */
  readonly ask?: string | undefined
}

/**
 * Reads the name of a scene's mark, such as
 * `gc-tail-first@repaired 3-5 13 ?removed`.
 */
export function chosenBy(name: string): Chosen {
  const [subject = '', ...words] = name.split(' ')
  const steps = words.filter((word) => !word.startsWith('?'))
  const ask = words.find((word) => word.startsWith('?'))?.slice(1)
  const [trace = '', provider = 'memory'] = subject.split('@')
  const read = { trace, provider: readProvider(provider) }
  return { ...read, steps: steps.join(' '), ask }
}

/**
 * The numbers of the chosen steps, from 1.
 * @param count How many steps the trace has.
 * @throws {RangeError} If the text cannot be read or names no step. The message
 * names the bad part and what to write.
 */
export function numbersIn(steps: string, count: number): number[] {
  return steps
    .split(/[\s,]+/)
    .filter((part) => part !== '')
    .flatMap((part) => {
      const [, from, to = from] = /^(\d+)(?:-(\d+))?$/.exec(part) ?? []
      if (from === undefined) {
        throw new RangeError(
          `cannot read the step "${part}"; write numbers and ranges such as "3-5 13"`,
        )
      }
      const [first, last] = [Number(from), Number(to)]
      for (const number of [first, last]) {
        if (number >= 1 && number <= count) continue
        const nearest = Math.min(Math.max(number, 1), count)
        throw new RangeError(
          `there is no step ${number}; the steps are 1 to ${count}, so the nearest is ${nearest}`,
        )
      }
      if (first > last) {
        throw new RangeError(
          `the range "${part}" is backwards; write "${last}-${first}"`,
        )
      }
      return Array.from({ length: last - first + 1 }, (_, i) => first + i)
    })
}

/** The index of the step that a scene shows if none is chosen: the last pass. */
export function tellingStep(steps: readonly Step[]): number {
  const pass = steps.findLastIndex(
    ({ name, visited }) => name === 'gc' && visited > 0,
  )
  if (pass >= 0) return pass
  const change = steps.findLastIndex(({ name }) =>
    ['changes', 'touches'].includes(operations[name].does),
  )
  return Math.max(change, 0)
}
