/** Compares the numbers of a text with those of its English text. */
import { once } from '../../../src/project/cache.ts'
import { tagOf } from '../../site/interface.ts'
import { type Language, source } from '../../site/languages.ts'
import { type Numeral, numeralsIn } from './numerals.ts'
import { escaped } from './prose.ts'

/** A number in figures. */
interface Figure extends Numeral {
  /** The units that may be behind it, as `Intl` names them: `second`. */
  readonly units: readonly string[]
  /** Its value if the language's own signs are taken for English ones. */
  readonly english: number
  /** Surely no version: it has a unit or three decimals, or is less than 1. */
  readonly measured: boolean
}

const units =
  'nanosecond microsecond millisecond second minute hour day week month year byte kilobyte megabyte gigabyte percent'.split(
    ' ',
  )
const displays = ['long', 'short', 'narrow'] as const

/** How a language writes numbers. */
const notationOf = once((language: Language) => {
  const tag = tagOf(language)
  const signs = new Intl.NumberFormat(tag).formatToParts(-1_234_567.8)
  const sign = (of: string) => signs.find(({ type }) => type === of)?.value
  // The units that a text may mean.
  const unitsOf = new Map<string, string[]>([['µs', ['microsecond']]])
  for (const unit of units) {
    for (const unitDisplay of displays) {
      for (const each of new Set([tag, source])) {
        const style = { style: 'unit', unit, unitDisplay } as const
        const format = new Intl.NumberFormat(each, style)
        for (const value of [1, 2, 5]) {
          const parts = format.formatToParts(value)
          const text = parts
            .map(({ type, value }) => (type === 'unit' ? value : ''))
            .join('')
          const same = unitsOf.get(text) ?? []
          if (!same.includes(unit)) unitsOf.set(text, [...same, unit])
        }
      }
    }
  }
  const texts = [...unitsOf.keys()]
    .filter((text) => text !== '')
    .sort((a, b) => b.length - a.length)
    .map(escaped)
  const spaces = '[ \\u00a0\\u2009\\u202f]'
  // A figure, perhaps with a unit; `16` of `UTF-16` counts as one.
  const figure = new RegExp(
    `(?<![\\d.,]${language === source ? '|\\p{sc=Latin}-?' : ''})(\\d{1,3}(?:${spaces}\\d{3})+(?!\\d)|\\d+(?:[.,]\\d+)*)(?:(?:${spaces}|-|个|個)?(${texts.join('|')})(?!\\p{sc=Latin}))?`,
    'gu',
  )
  const months = new Intl.DateTimeFormat(tag, { month: 'long' })
  return {
    decimal: sign('decimal') ?? '.',
    group: sign('group') ?? ',',
    unitsOf,
    figure,
    months: Array.from({ length: 12 }, (_, i) => {
      return months.format(new Date(2001, i, 15)).toLowerCase()
    }),
  }
})

/** The value of a figure if these are its signs; NaN if they are not. */
function readAs(figure: string, group: string, decimal: string): number {
  const [whole = '', fraction, ...more] = figure.split(decimal)
  const groups = whole.split(new RegExp(`[${group}\\s]`))
  const right = groups.every((part, i) =>
    i === 0 ? groups.length === 1 || part.length < 4 : part.length === 3,
  )
  if (!right || more.length > 0 || /\D/.test(fraction ?? '')) return Number.NaN
  return Number(`${groups.join('')}.${fraction ?? 0}`)
}

function figuresIn(text: string, language: Language): Figure[] {
  const { figure, group, decimal, unitsOf } = notationOf(language)
  return [...text.matchAll(figure)].map(
    ({ 0: all, 1: number = '', 2: unit }) => {
      const english = readAs(number, ',', '.')
      const own = readAs(number, group, decimal)
      return {
        text: all.trim(),
        value: Number.isNaN(own) ? english : own,
        english,
        units: (unit && unitsOf.get(unit)) || [],
        measured: unit !== undefined || /^0|[.,]\d{3}$/.test(number),
      }
    },
  )
}

/** What is wrong with the numbers of a text; `{there}` is the English text. */
export function* unlikeNumbers(
  text: string,
  english: string,
  language: Language,
): Generator<string> {
  const [own, want] = [text, english].map((each) => {
    return each.replace(/`[^`]*`|https?:\S+/g, ' ` ')
  }) as [string, string]
  const worded = numeralsIn(want, source)
  if (!/\d/.test(want) && worded.length === 0) return
  const wanted = figuresIn(want, source)
  const spelled = numeralsIn(own, language)
  // The figure of `100万` is no number of its own.
  const figures = figuresIn(own, language).filter(({ text, value }) => {
    const isHead = (each: Numeral) =>
      each.value !== value && each.text.startsWith(text)
    return !spelled.some(isHead)
  })
  const small = own.toLowerCase()
  const months = notationOf(language).months.flatMap((month, i) =>
    small.includes(month) ? i + 1 : [],
  )
  const { decimal } = notationOf(language)
  const values = [...figures, ...spelled].map(({ value }) => value)
  const said = [...wanted, ...worded]
  const wish = said.map(({ value }) => value)
  const timesOf = (all: readonly number[], value: number) =>
    all.filter((each) => each === value).length
  const extra = [...figures, ...spelled].filter(
    ({ value }) => value > 1 && timesOf(values, value) > timesOf(wish, value),
  )
  const stray = extra.length > 0
  for (const each of wanted) {
    const { value, text: shown } = each
    const here = timesOf(values, value)
    const needed = wanted.filter((other) => other.value === value).length
    const misread = figures.find(
      (own) => own.english === value && own.value !== value,
    )
    if (misread) {
      const right = new Intl.NumberFormat(tagOf(language), {
        minimumFractionDigits: /\.(\d+)/.exec(shown)?.[1]?.length ?? 0,
      }).format(value)
      yield `“${misread.text}” is another number in this language; write “${right}”`
    } else if (here === 0 && !months.includes(value)) {
      yield `lacks the number “${shown}” that {there} has; write it`
    } else if (here < needed && stray) {
      yield `says “${extra[0]?.text}” where {there} has “${shown}”; write the same number`
    }
    const alike = figures.filter((own) => own.value === value)
    const point = alike.find(
      ({ text, measured }) =>
        decimal !== '.' && measured && /^\d+\.\d/.test(text) && value % 1 > 0,
    )
    if (point) {
      yield `“${point.text}” has a decimal point; this language writes “${decimal}”`
    }
    const isUnlike = (own: Figure) =>
      own.units.length > 0 &&
      !own.units.some((unit) => each.units.includes(unit))
    if (each.units.length > 0 && alike.length > 0 && alike.every(isUnlike)) {
      yield `says “${alike[0]?.text}” where {there} has “${shown}”; write the same unit`
    }
  }
  for (const { value, text: shown } of worded) {
    // A language may say a small number less often than English.
    const isSmall = value < 10
    const needed = isSmall ? 1 : timesOf(wish, value)
    const other = extra.find((each) => !isSmall || !wish.includes(each.value))
    if (timesOf(values, value) < needed && other) {
      yield `says “${other.text}” where {there} has “${shown}”; write the same number`
      return
    }
  }
}
