/** Renders what many visitors met with each store, as `npm run load` wrote it. */
import type { LoadResult } from '../../src/bench/load/stores.ts'
import type { Project } from '../../src/project/project.ts'
import { type Child, h, html, separated, wide } from '../site/html.ts'
import { interfaceOf, message } from '../site/interface.ts'
import type { Language } from '../site/languages.ts'
import { dateText, number } from '../site/number.ts'
import { signOf } from './html.ts'
import { textsOf } from './texts.ts'

const file = 'src/bench/load/result.json'

type Row = LoadResult['stores'][number]

/** The figures of the table in its order: what is wrong, then the speed. */
const faults = ['lost', 'risen'] as const
const figures = [
  'requests',
  'ended',
  'cut',
  'errors',
] as const satisfies (keyof Row)[]

/** By where a store keeps its sessions: the least ratio of ours to theirs. */
const goals = { memory: 1, Redis: 0.8 }

/** The last measurement. */
export const readLoad = (project: Project): LoadResult =>
  JSON.parse(project.read(file))

/** Renders a pair of rows for each kind of server: our store and the other one. */
export function loadHtml(result: LoadResult, locale: Language): string {
  const texts = textsOf(locale).load
  const { store } = interfaceOf(locale).theme.measurements
  const head = (text: Child) => h('th', { scope: 'col' }, text)
  const nameOf = ({ own, packages = '', ...row }: Row): Child =>
    own
      ? texts.own[row.in]
      : separated(
          packages.split(' + ').map((name) => h('code', name)),
          ' + ',
        )
  const ratioOf = (own: Row, other: Row | undefined): Child[] => {
    // The reader can check this quotient of the two figures beside it.
    const ratio =
      Math.round((100 * own.perSecond) / (other?.perSecond ?? 0)) / 100
    const reached = ratio >= goals[own.in]
    const words = textsOf(locale).goals
    return [
      signOf(reached ? 'holds' : 'fails'),
      ` ${number(ratio, locale)} (≥ ${number(goals[own.in], locale)}) `,
      h('span.visually-hidden', words[reached ? 'reached' : 'missed']),
    ]
  }
  const rows = result.stores.map((row, i) =>
    h(
      'tr',
      h('th.start', { scope: 'row' }, nameOf(row)),
      h('td.start', row.on),
      faults.map((name) => h('td', number(row[name], locale))),
      h('td', number(row.perSecond, locale)),
      row.own
        ? h('td', { rowspan: 2 }, ratioOf(row, result.stores[i + 1]))
        : null,
      figures.map((name) => h('td', number(row[name], locale))),
    ),
  )
  const table = h(
    'table.counts',
    h(
      'thead',
      h(
        'tr',
        h('th.start', { scope: 'col' }, store),
        h('th.start', { scope: 'col' }, texts.on),
        faults.map((name) => head(texts.columns[name])),
        head(texts.perSecond),
        head(texts.ratio),
        figures.map((name) => head(texts.columns[name])),
      ),
    ),
    h('tbody', rows),
  )
  const versions = Object.entries(result.versions).map((each) => each.join(' '))
  const made = message(locale, 'claims.load.made', {
    date: dateText(new Date(result.date), locale),
    machine: result.machine,
    versions: versions.join(textsOf(locale).separator),
    visitors: number(result.visitors, locale),
    seconds: number(result.seconds, locale),
  })
  const drawn = [wide(texts.perSecond, table), h('p', made)]
  return `${html(h('figure.entry', { 'v-pre': true }, drawn))}\n`
}
