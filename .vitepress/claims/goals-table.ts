/** Renders the goals of the repaired store, with what the benchmark measured. */
import { type Goal, isReached } from '../../src/bench/goals.ts'
import type { Project } from '../../src/project/project.ts'
import { type Child, h, html, wide } from '../site/html.ts'
import { interfaceOf } from '../site/interface.ts'
import type { Language } from '../site/languages.ts'
import { number } from '../site/number.ts'
import { signOf } from './html.ts'
import { textsOf } from './texts.ts'

/** What the benchmark wrote, as far as the goals need it. */
export interface Measured {
  readonly sizes: readonly {
    readonly sessions: number
    readonly goals: readonly Goal[]
  }[]
}

/** The last measurements, which `npm run bench` wrote. */
export const readMeasured = (project: Project): Measured =>
  JSON.parse(project.read('src/bench/result.json'))

/** Renders a row for each number of sessions, with a column for each goal. */
export function goalsHtml({ sizes }: Measured, locale: Language): string {
  const { columns, axes } = interfaceOf(locale).theme.measurements
  const texts = textsOf(locale).goals
  const ratios: Partial<Record<Goal['figure'], string>> = texts.ratios
  const goals = sizes[0]?.goals ?? []
  const head = (text: Child) => h('th', { scope: 'col' }, text)
  const wanted = ({ least, most }: Goal) =>
    h('td', least === undefined ? `≤ ${most}` : `≥ ${least}`)
  const cell = (goal: Goal) => {
    const reached = isReached(goal)
    const word = h(
      'span.visually-hidden',
      texts[reached ? 'reached' : 'missed'],
    )
    const sign = signOf(reached ? 'holds' : 'fails')
    return h('td', sign, ' ', number(goal.value, locale, 3), ' ', word)
  }
  const table = h(
    'table.counts',
    h(
      'thead',
      h(
        'tr',
        head(axes.sessions),
        goals.map(({ figure, least }) =>
          head(least === undefined ? columns[figure] : ratios[figure]),
        ),
      ),
    ),
    h(
      'tbody',
      sizes.map(({ sessions, goals }) =>
        h(
          'tr',
          h('th', { scope: 'row' }, number(sessions, locale)),
          goals.map(cell),
        ),
      ),
    ),
    h(
      'tfoot',
      h('tr', h('th', { scope: 'row' }, texts.goal), goals.map(wanted)),
    ),
  )
  const drawn = h('figure.entry', { 'v-pre': true }, wide(texts.goal, table))
  return `${html(drawn)}\n`
}
