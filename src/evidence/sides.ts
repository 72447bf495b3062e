/**
 * The rule by which evidence gives a verdict on a side. The build and the
 * report of `npm test` both use it.
 */
import {
  type ClaimTest,
  type Side,
  sides,
  type Verdict,
} from './verdict-types.ts'

/** What the rule reads of a test. */
export type Shown = Pick<ClaimTest, 'title' | 'passed' | 'left' | 'failedOn'>

/** The id of the claim that a test's title begins with, and the rest. */
export function claimIn(
  title: string,
): { id: string; rest: string } | undefined {
  const [, id, rest = ''] = /^([a-z0-9-]+): (.*)$/s.exec(title) ?? []
  return id === undefined ? undefined : { id, rest }
}

/**
 * The sides that a test covers: those that its title names at its end, such as
 * `[port, original]`, or else the port.
 */
export function sidesOf(title: string): Side[] {
  const [, named = 'port'] = /\[([a-zA-Z, ]+)\]$/.exec(title) ?? []
  const found = sides.filter((side) => new RegExp(`\\b${side}\\b`).test(named))
  return found.length > 0 ? found : ['port']
}

/** From the verdict that outweighs all others to the one that none outweighs. */
const weights = ['fails', 'not-run', 'holds'] as const

/** The verdict of all pieces of evidence on a side; `none` if there is none. */
export const all = (verdicts: readonly (Verdict | undefined)[]): Verdict =>
  weights.find((verdict) => verdicts.includes(verdict)) ?? 'none'

/** The verdict of tests on a side; undefined if none of them covers it. */
export function byTests(
  tests: readonly Shown[],
  side: Side,
): Verdict | undefined {
  const own = tests.filter(({ title }) => sidesOf(title).includes(side))
  return own.length === 0
    ? undefined
    : all(own.map((test) => shown(test, side)))
}

function shown({ passed, left, failedOn }: Shown, side: Side): Verdict {
  if (left) return 'not-run'
  if (passed) return 'holds'
  return failedOn?.length && !failedOn.includes(side) ? 'holds' : 'fails'
}
