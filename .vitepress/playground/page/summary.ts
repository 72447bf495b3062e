/** Says in a few sentences how a run has ended. */
import {
  MOST_BYTES,
  MOST_STATE,
  MOST_STATES,
} from '../../../src/playground/limits.ts'
import { ENDLESS, type Ran } from '../../../src/playground/run.ts'
import { firstDifference } from '../../../src/trace/compare.ts'
import { tellingStep } from '../../scenes/chosen.ts'
import type { PlaygroundData } from '../data.ts'
import type { Results } from './state.ts'
import { fill } from './texts.ts'

/** A sentence, and whether it is good news. */
export interface Said {
  readonly good: boolean
  readonly text: string
}

type Texts = PlaygroundData['texts']

/** What is said of the last run of the trace. */
export function summaryOf(
  { port, other, otherIs }: Results,
  texts: Texts,
  names: Readonly<{ port: string; other: string }>,
): Said[] {
  const ended = endOf(port, texts)
  const [steps = []] = port.runs
  const expected = steps.filter((step) => step.expected)
  const met = expected.filter(({ ok }) => ok).length
  const values = { met, all: expected.length }
  const expectations =
    expected.length > 0
      ? [
          {
            good: met === expected.length,
            text: fill(texts.summary.expected, values),
          },
        ]
      : []
  const compared = other?.runs[0] ?? []
  const at = otherIs ? firstDifference(steps, compared) : -1
  const line = steps[at]?.line ?? compared[at]?.line ?? 0
  const agreement = otherIs
    ? [
        {
          good: at < 0,
          text: fill(texts.summary[at < 0 ? 'agree' : 'differ'], {
            ...names,
            line,
          }),
        },
      ]
    : []
  return [...(ended ? [ended] : []), ...expectations, ...agreement]
}

/**
 * The step that tells most about a run, from 0: the first one that differs from
 * the other run or is not as expected; else the last pass.
 */
export function stepToShow({ port, other }: Results): number {
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
