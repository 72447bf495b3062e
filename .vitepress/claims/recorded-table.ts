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
  // The order of the English texts keeps related values together.
  const keys = readTexts(openProject(), source, textsFile).keys()
  const rows = [...keys].flatMap((key) => {
    const value = key.startsWith(`${id}.`)
      ? measured.get(key.slice(id.length + 1))?.value
      : undefined
    if (value === undefined) return []
    const { text, lang } = nameOf(key, locale)
    return h(
      'tr',
      h('th', { scope: 'row', lang }, inline(text)),
      h('td', cellOf(value, locale)),
    )
  })
  return [whenRecorded(recorded, locale), h('table.recorded', h('tbody', rows))]
}

/** What the value `CLAIM.NAME` is called, and the language if it is another. */
export function nameOf(key: string, locale: Language) {
  const [own, english] = [locale, source].map((each) =>
    readTexts(openProject(), each, textsFile).get(key),
  )
  const { text = key } = own ?? english ?? {}
  return { text, lang: own ? null : source }
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
