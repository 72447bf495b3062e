/** Renders what Go's tools, or a real Redis, measured, in the reader's language. */
import type { Value } from '../../src/evidence/condition.ts'
import type { Recorded } from '../../src/evidence/verdict-types.ts'
import { openProject } from '../../src/project/project.ts'
import { sourceAddress } from '../site/addresses.ts'
import {
  type Child,
  type Element,
  h,
  inline,
  link,
  separated,
} from '../site/html.ts'
import { message } from '../site/interface.ts'
import { type Language, source } from '../site/languages.ts'
import { dateText, number } from '../site/number.ts'
import { readTexts } from '../site/texts.ts'
import { textsOf } from './texts.ts'

/** The file with a name for each measured value, by `CLAIM.NAME`. */
const textsFile = 'records.json'

/** Renders the date, a link to the record and a row for each measured value. */
export function recordedTable(
  { id }: { readonly id: string },
  recorded: Omit<Recorded, 'verdict'>,
  locale: Language,
): Element[] {
  const { measured } = recorded
  const project = openProject()
  const own = readTexts(project, locale, textsFile)
  const english = readTexts(project, source, textsFile)
  const nameOf = (key: string) => key.slice(id.length + 1)
  // The order of the English texts keeps related values together.
  const keys = [...english.keys()].filter(
    (key) => measured.has(nameOf(key)) && key.startsWith(`${id}.`),
  )
  const rows = keys.map((key) => {
    const { text = key } = own.get(key) ?? english.get(key) ?? {}
    const lang = own.has(key) ? null : source
    const value = measured.get(nameOf(key))?.value ?? ''
    return h(
      'tr',
      h('th', { scope: 'row', lang }, inline(text)),
      h('td', cellOf(value, locale)),
    )
  })
  return [whenRecorded(recorded, locale), h('table.recorded', h('tbody', rows))]
}

/** Says when it was measured, with a link to the record. */
export function whenRecorded(
  { file, version, machine, date }: Omit<Recorded, 'verdict'>,
  locale: Language,
): Element {
  const when = message(locale, 'claims.recorded', {
    version: [version, machine ?? []].flat().join(textsOf(locale).separator),
    date: dateText(new Date(date), locale),
  })
  return h('p', `${when} `, link(sourceAddress(file), h('code', file)))
}

function cellOf(value: Value, locale: Language): Child {
  const { yes, no } = textsOf(locale)
  if (typeof value === 'boolean') return value ? yes : no
  if (typeof value === 'number') return number(value, locale)
  if (typeof value !== 'string') {
    return separated(
      value.map((text) => h('code', text)),
      h('br'),
    )
  }
  return value.includes('\n')
    ? h('pre', { lang: 'en' }, h('code', value))
    : h('code', value)
}
