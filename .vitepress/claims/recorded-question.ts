/** Asks a reader for a count that Go measured, before a table shows it. */
import type { Measured, Recorded } from '../../src/evidence/verdict-types.ts'
import { formIn } from '../scenes/question-form.ts'
import { wordsIn } from '../scenes/say.ts'
import { type Element, h, inline } from '../site/html.ts'
import type { Language } from '../site/languages.ts'
import { number } from '../site/number.ts'
import { nameOf, recordedTable } from './recorded-table.ts'

/** The greatest count that a reader can choose. */
const greatest = 3

/**
 * The question, with what was measured beside it, such as the printed code's.
 * @param name The count's name in the record of this claim.
 * @returns Undefined if that is no count, or too great to choose from.
 */
export function recordedQuestion(
  id: string,
  name: string,
  recorded: Recorded,
  locale: Language,
): Element | undefined {
  const asked = recorded.measured.get(name)
  const alike = [...recorded.measured].filter(
    ([, { unit }]) => unit === asked?.unit,
  )
  const most = Math.max(...alike.map(([, { value }]) => Number(value)))
  if (typeof asked?.value !== 'number' || !(most <= greatest)) return undefined
  const shown = (values: readonly [string, Measured][]) =>
    h(
      'div.scene-frame',
      recordedTable({ id }, { ...recorded, measured: new Map(values) }, locale),
    )
  const { text, lang } = nameOf(`${id}.${name}`, locale)
  const form = formIn(wordsIn(locale), {
    legend: h('span', { lang }, inline(text)),
    labels: Array.from({ length: most + 1 }, (_, count) => [
      `${count}`,
      number(count, locale),
    ]),
    many: false,
    answer: [`${asked.value}`],
    by: 'record',
  })
  return h(
    'figure.scene',
    { 'v-pre': true },
    h(
      'div.scene-frames',
      shown(alike.filter(([each]) => each !== name)),
      form,
      h('div.scene-answer', shown(alike)),
    ),
  )
}
