/** Draws what Go's tools measured of a claim, in the reader's language. */
import { number } from '../config/number.ts'
import { readTexts } from '../translation/texts.ts'
import { escapeHtml } from '../weave/draw.ts'
import { type Locale, openProject } from '../weave/project.ts'
import { sourceAddress } from './addresses.ts'
import type { Value } from './condition.ts'
import { inline, link } from './html.ts'
import { fill, textsOf } from './texts.ts'
import type { Judged, Recorded } from './verdict.ts'

/** What each thing that was measured is called: `CLAIM.NAME`. */
const textsFile = 'records.json'

/** A row for each thing that was measured; when, and a link to the record. */
export function recordedHtml(
  { id }: Judged,
  { file, version, date, measured }: Recorded,
  locale: Locale,
): string {
  const project = openProject()
  const [own, english] = [locale, 'en' as const].map((language) =>
    readTexts(project, language, textsFile),
  )
  // In the order of the texts: each group of figures is read together.
  const keys = [...(english?.keys() ?? [])].filter(
    (key) => measured.has(key.slice(id.length + 1)) && key.startsWith(`${id}.`),
  )
  const rows = keys.map((key) => {
    const { value } = measured.get(key.slice(id.length + 1)) ?? { value: '' }
    const told = own?.get(key) ?? english?.get(key)
    const lang = own?.has(key) ? '' : ' lang="en"'
    return `<tr><th scope="row"${lang}>${inline(told?.text ?? key)}</th><td>${valueHtml(value, locale)}</td></tr>`
  })
  const facts = { version, date: dateText(date, locale) }
  const source = link(sourceAddress(file), `<code>${file}</code>`)
  return `<p>${fill(textsOf(locale).recorded, facts)} ${source}</p><table class="recorded"><tbody>${rows.join('')}</tbody></table>`
}

const dateText = (date: string, locale: Locale): string =>
  new Intl.DateTimeFormat(locale, {
    dateStyle: 'long',
    timeZone: 'UTC',
  }).format(new Date(date))

function valueHtml(value: Value, locale: Locale): string {
  const { yes, no } = textsOf(locale)
  if (typeof value === 'boolean') return value ? yes : no
  if (typeof value === 'number') return number(value, locale)
  if (typeof value !== 'string') {
    return value.map((text) => `<code>${escapeHtml(text)}</code>`).join('<br>')
  }
  return value.includes('\n')
    ? `<pre lang="en"><code>${escapeHtml(value)}</code></pre>`
    : `<code>${escapeHtml(value)}</code>`
}
