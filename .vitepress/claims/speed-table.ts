/** Renders the speed of the Redis store beside express-session, from a record. */
import type { Recorded } from '../../src/evidence/verdict-types.ts'
import { type Element, h, html, wide } from '../site/html.ts'
import type { Language } from '../site/languages.ts'
import { number } from '../site/number.ts'
import { whenRecorded } from './recorded-table.ts'
import { textsOf } from './texts.ts'

/** Numbers of requests at the same time, as test/redis measures them. */
const concurrent = [1, 16, 128]
const theirs = 'express-session'

/** Renders a row for each number of requests, with its figures of both. */
export function speedHtml(
  recorded: Omit<Recorded, 'verdict'>,
  locale: Language,
): string {
  const texts = textsOf(locale).speed
  const value = (name: string) => Number(recorded.measured.get(name)?.value)
  const cell = (figure: number): Element => h('td', number(figure, locale))
  const milliseconds = (name: string) =>
    cell(Math.round(value(name) / 100) / 10)
  const rows = concurrent.map((n) =>
    h(
      'tr',
      h('th', { scope: 'row' }, number(n, locale)),
      cell(value(`throughput_${n}`)),
      cell(value(`throughput_${n}_of_express_session`)),
      // The reader can check this quotient of the two figures beside it.
      cell(
        Math.round(
          (100 * value(`throughput_${n}`)) /
            value(`throughput_${n}_of_express_session`),
        ) / 100,
      ),
      milliseconds(`p99_${n}`),
      milliseconds(`p99_${n}_of_express_session`),
    ),
  )
  const names = [texts.ours, theirs, texts.ratio, texts.ours, theirs]
  const head = h(
    'thead',
    h(
      'tr',
      h('th', { scope: 'col', rowspan: 2 }, texts.concurrent),
      h('th', { scope: 'colgroup', colspan: 3 }, texts.throughput),
      h('th', { scope: 'colgroup', colspan: 2 }, texts.p99),
    ),
    h(
      'tr',
      names.map((name) => h('th', { scope: 'col' }, name)),
    ),
  )
  const table = h('table.counts', head, h('tbody', rows))
  const when = whenRecorded(recorded, locale)
  return `${html(h('figure.entry', { 'v-pre': true }, when, wide(texts.throughput, table)))}\n`
}
