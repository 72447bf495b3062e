/** Numbers as readers of a language write them. */

/** @param digits How many digits count: all of them unless told. */
export function number(n: number, language: string, digits = 21): string {
  const format = new Intl.NumberFormat(language, {
    maximumSignificantDigits: digits,
  })
  // Spanish parts long numbers with a space; Intl keeps to an older custom.
  const space = language.startsWith('es')
  return format
    .formatToParts(n)
    .map(({ type, value }) => (space && type === 'group' ? '\u202f' : value))
    .join('')
}
