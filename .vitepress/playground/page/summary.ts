/** Says in a few sentences how a run has ended. */
import {
  MOST_BYTES,
  MOST_STATE,
  MOST_STATES,
} from '../../../src/playground/limits.ts'
import { ENDLESS, type Ran } from '../../../src/playground/run.ts'
import { compareSteps } from '../../../src/playground/verdicts.ts'
import { firstDifference } from '../../../src/trace/compare.ts'
import type { Step } from '../../../src/trace/engine.ts'
import { tellingStep } from '../../scenes/chosen.ts'
import type { PlaygroundData } from '../data.ts'
import type { Results } from './state.ts'
import { fill } from './texts.ts'

/** A sentence. */
export interface Said {
  /** Undefined if it is neither good news nor an error. */
  readonly good: boolean | undefined
  readonly text: string
}

type Texts = PlaygroundData['texts']

/**
 * What is said of the last run of the trace. An edit or another store that does
 * otherwise than the listing is no error.
 * @param shown The index of the step that the page shows.
 * @param claim The id of the claim whose trace it is.
 */
export function summaryOf(
  { port, other, otherIs, printed, edited }: Results,
  shown: number,
  claim: string | undefined,
  texts: Texts,
  names: Readonly<{ port: string; other: string }>,
): Said[] {
  const said: Said[] = []
  const ended = endOf(port, texts)
  if (ended) said.push(ended)
  const [steps = []] = port.runs
  const expected = steps.filter((step) => step.expected)
  const met = expected.filter(({ ok }) => ok).length
  if (expected.length > 0) {
    const good = (!printed && met === expected.length) || undefined
    const values = { met, all: expected.length }
    said.push({ good, text: fill(texts.summary.expected, values) })
  }
  if (printed) {
    const [before = []] = printed.runs
    const changes = changesFrom(before, steps, shown, claim, texts)
    said.push(...changes.map((text) => ({ good: undefined, text })))
  }
  if (otherIs === 'original' && !edited) {
    const compared = other?.runs[0] ?? []
    const at = firstDifference(steps, compared)
    const line = steps[at]?.line ?? compared[at]?.line ?? 0
    const text = texts.summary[at < 0 ? 'agree' : 'differ']
    said.push({ good: at < 0, text: fill(text, { ...names, line }) })
  }
  return said
}

/** What the steps of a trace do otherwise than on the listing. */
function changesFrom(
  printed: readonly Step[],
  steps: readonly Step[],
  shown: number,
  claim: string | undefined,
  { summary, verdicts }: Texts,
): string[] {
  const { verdict, at } = compareSteps(steps, printed, true)
  const line = steps[at]?.line ?? 0
  const left = (index: number) =>
    [printed, steps].map((run) => run.at(index)?.state.list.length).join(' → ')
  const values = { now: left(shown), end: left(-1) }
  return [
    ...(claim
      ? [fill(summary.claim, { id: claim, verdict: verdicts[verdict] })]
      : []),
    fill(summary.left, { ...values, line: steps[shown]?.line ?? 0 }),
    fill(summary[at < 0 ? 'unchanged' : 'changed'], { line }),
  ]
}

/**
 * The step at which a run opens, from 0: if it ended badly, or is not of an
 * example, the first one that differs from the other run or is not as expected;
 * else the last pass.
 * @param opening The step at which its example opens.
 */
export function stepToShow(
  { port, other }: Results,
  opening: number | undefined,
): number {
  if (opening !== undefined && port.end === 'done') return opening
  const [steps = []] = port.runs
  const compared = other?.runs[0]
  const differs = compared ? firstDifference(steps, compared) : -1
  const wrong = steps.findIndex(({ ok }) => !ok)
  const found = [differs, wrong].filter((at) => at >= 0)
  return found.length > 0 ? Math.min(...found) : tellingStep(steps)
}

/** Why a run did not end well; undefined if it did. */
export function endOf({ end, refused, runs }: Ran, texts: Texts) {
  if (end === 'done') return undefined
  if (end === 'refused') {
    const text = fill(texts.ends.refused, { why: refused ?? '' })
    return { good: false, text }
  }
  const endless = runs.flat().find(({ error }) => error === ENDLESS)
  const { lang } = document.documentElement
  const limits = {
    most: MOST_STATES.toLocaleString(lang),
    megabytes: (MOST_BYTES / 1e6).toLocaleString(lang),
    one: (MOST_STATE / 1e6).toLocaleString(lang),
  }
  const text =
    end === 'silent'
      ? endless && runs[0]?.includes(endless)
        ? fill(texts.ends.endless, { line: endless.line, text: endless.text })
        : texts.ends.silent
      : fill(
          texts.ends[end === 'large' || end === 'unloaded' ? end : 'failed'],
          limits,
        )
  return { good: false, text }
}
