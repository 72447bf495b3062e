/** Formats numbers and dates for the readers of a language. */

/** Making a format takes longer than using it. */
const formats = new Map<string, Intl.NumberFormat>()

/**
 * Formats a number.
 * @param digits The maximum number of significant digits, from 1 to 21.
 */
export function number(n: number, language: string, digits = 21): string {
  const name = `${language} ${digits}`
  const options = { maximumSignificantDigits: digits }
  const format = formats.get(name) ?? new Intl.NumberFormat(language, options)
  formats.set(name, format)
  // Spanish groups digits with a space, but Intl still uses a point.
  const space = language.startsWith('es')
  return format
    .formatToParts(n)
    .map(({ type, value }) => (space && type === 'group' ? '\u202f' : value))
    .join('')
}

/** Formats a date. The English pages are British, so their dates are too. */
export const dateText = (date: Date, language: string): string =>
  new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, {
    dateStyle: 'long',
    timeZone: 'UTC',
  }).format(date)
