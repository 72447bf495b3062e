/** Follows a trace's clock, provider and lifetime from its steps alone. */
import { toMilliseconds } from '../../src/trace/clock.ts'
import { parseDuration } from '../../src/trace/duration.ts'
import {
  EMPTY,
  type SessionState,
  type State,
  type Step,
} from '../../src/trace/engine.ts'
import { type Token, tokenize } from '../../src/trace/tokens.ts'

/** What is true after a step, besides the state. */
export interface Moment {
  /** The wall clock: milliseconds since the start of the trace, floored. */
  readonly now: number
  /** The time that has passed, in milliseconds, floored. */
  readonly elapsed: number
  /** The provider that the state describes. */
  readonly provider: string
  /**
   * The lifetime, in seconds, of this pass, else of the next one, else of the
   * last one; undefined if the trace makes no pass.
   */
  readonly lifetime: number | undefined
}

/** The words of a step, without a handle and `=` before them. */
export function wordsOf({ text }: Step): readonly Token[] {
  const { tokens } = tokenize(text)
  return tokens[1]?.text === '=' ? tokens.slice(2) : tokens
}

/** The name that a step gives to the session that it returns, if it does. */
export const keptBy = ({ text }: Step): string | undefined =>
  /^(\w+)\s*=\s/.exec(text)?.[1]

const known = new WeakMap<readonly Step[], readonly Moment[]>()

/** The moments of all steps. They are read once for the same steps. */
export function timelineOf(steps: readonly Step[]): readonly Moment[] {
  const made = known.get(steps) ?? follow(steps)
  known.set(steps, made)
  return made
}

function follow(steps: readonly Step[]): Moment[] {
  const lifetimes = steps.map((step) =>
    step.name === 'gc' ? Number(wordsOf(step)[1]?.text) : undefined,
  )
  const last = lifetimes.findLast((each) => each !== undefined)
  for (let at = steps.length - 1; at >= 0; at--) {
    lifetimes[at] ??= lifetimes[at + 1] ?? last
  }
  let clock = 0n
  let elapsed = 0n
  let provider = 'first'
  return steps.map((step, at) => {
    const { name, error } = step
    const [, word] = error === undefined ? wordsOf(step) : []
    if (word && (name === 'wait' || name === 'clock')) {
      const moved = parseDuration(word.text)
      clock += moved
      if (name === 'wait') elapsed += moved
    }
    if (word && name === 'provider') provider = word.text
    return {
      now: toMilliseconds(clock),
      elapsed: toMilliseconds(elapsed),
      provider,
      lifetime: lifetimes[at],
    }
  })
}

/** The last known state of a session that is not in the list any more. */
export function lastSeen(
  steps: readonly Step[],
  index: number,
  number: number,
): { readonly entry: SessionState; readonly provider: string } | undefined {
  const moments = timelineOf(steps)
  for (let at = index; at >= 0; at--) {
    const entry = steps[at]?.state.list.find((each) => each.number === number)
    const provider = moments[at]?.provider
    if (entry && provider) return { entry, provider }
  }
  return undefined
}

/** The state before a step; if the provider has changed, the state after it. */
export function stateBefore(steps: readonly Step[], index: number): State {
  if (index === 0) return EMPTY
  const moments = timelineOf(steps)
  const same = moments[index]?.provider === moments[index - 1]?.provider
  return steps[same ? index - 1 : index]?.state ?? EMPTY
}
