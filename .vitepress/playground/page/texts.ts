/** Formats the strings of the playground. */

export { fill } from '../../../src/trace/say.ts'

/** A number of bytes in megabytes, with one decimal. */
export const megabytes = (bytes: number, language: string): string =>
  new Intl.NumberFormat(language, {
    style: 'unit',
    unit: 'megabyte',
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
  }).format(bytes / 1e6)
