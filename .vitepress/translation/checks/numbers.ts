/** Finds the numbers of an English text that its translation lacks. */
import { tagOf } from '../../site/interface.ts'
import type { Language } from '../../site/languages.ts'

/** A number of an English text. */
export interface Figure {
  /** As written, with its unit: `10,999`, `3 seconds`. */
  readonly text: string
  readonly value: number
  readonly decimals: number
  /** The unit's name in `Intl`: `second`. */
  readonly unit: string | undefined
}

const units = [
  'nanosecond',
  'microsecond',
  'millisecond',
  'second',
  'minute',
  'hour',
  'day',
  'week',
  'month',
  'year',
  'byte',
  'kilobyte',
  'megabyte',
  'gigabyte',
  'percent',
]

const displays = ['long', 'short', 'narrow'] as const

const known = new Map<string, string[]>()

/** How a unit is written behind a number: `hours`, `h`, `小时`. */
function unitTexts(tag: string, unit: string): string[] {
  const found = known.get(`${tag} ${unit}`)
  if (found) return found
  const texts = displays.flatMap((unitDisplay) =>
    [1, 2, 5].map((n) =>
      new Intl.NumberFormat(tag, { style: 'unit', unit, unitDisplay })
        .formatToParts(n)
        .filter(({ type }) => type === 'unit')
        .map(({ value }) => value)
        .join(''),
    ),
  )
  const all = [...new Set(texts)].sort((a, b) => b.length - a.length)
  known.set(`${tag} ${unit}`, all)
  return all
}

const escaped = (text: string): string =>
  text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

const englishUnits = units.map((unit) => ({
  unit,
  texts: unitTexts('en', unit).filter((text) => text !== 'm'),
}))
const unitPattern = englishUnits
  .flatMap(({ texts }) => texts)
  .sort((a, b) => b.length - a.length)
  .map(escaped)
  .join('|')
const figure = new RegExp(
  `(?<![\\p{L}\\d.,]|\\p{L}-)(\\d{1,3}(?:,\\d{3})+|\\d+)(\\.\\d+)?(?![\\d]|[.,]\\d)(?:[ -]?(${unitPattern})(?!\\p{L}))?`,
  'gu',
)

/** The numbers of an English text, without those in code. */
export function figuresIn(text: string): Figure[] {
  return [...text.replace(/`[^`]*`/g, ' ` ').matchAll(figure)].map(
    ([text, whole = '', fraction = '', word]) => ({
      text,
      value: Number(whole.replaceAll(',', '') + fraction),
      decimals: Math.max(fraction.length - 1, 0),
      unit: englishUnits.find(({ texts }) => word && texts.includes(word))
        ?.unit,
    }),
  )
}

interface Notation {
  readonly groups: string
  readonly decimals: string
  /** What multiplies a number: `万` by 10,000. */
  readonly multipliers: ReadonlyMap<string, number>
  readonly digits: readonly string[]
}

const notations = new Map<string, Notation>()

function notationOf(tag: string): Notation {
  const known = notations.get(tag)
  if (known) return known
  const parts = new Intl.NumberFormat(tag).formatToParts(1_234_567.8)
  const of = (type: string) =>
    parts.find((part) => part.type === type)?.value ?? ''
  const multipliers = new Map<string, number>()
  for (const compactDisplay of ['long', 'short'] as const) {
    for (let value = 1000; value <= 1e12; value *= 10) {
      const compact = new Intl.NumberFormat(tag, {
        notation: 'compact',
        compactDisplay,
      }).formatToParts(value)
      const word = compact.find(({ type }) => type === 'compact')?.value
      const shown = compact.find(({ type }) => type === 'integer')?.value
      if (word && shown) multipliers.set(word, value / Number(shown))
    }
  }
  const own = new Intl.NumberFormat(`${tag}-u-nu-native`)
  const han = /^(?:zh|ja)\b/.test(tag)
    ? new Intl.NumberFormat(`${tag}-u-nu-hanidec`)
    : own
  const notation = {
    groups: `[${escaped(of('group'))}\\s\\u00a0\\u2009\\u202f]?`,
    decimals: `[.${escaped(of('decimal'))}]`,
    multipliers,
    digits: Array.from({ length: 10 }, (_, n) => han.format(n)),
  }
  notations.set(tag, notation)
  return notation
}

/** The ways to write a value in a language, as a pattern. */
function patternOf({ value, decimals, unit }: Figure, tag: string): RegExp {
  const { groups, decimals: point, multipliers, digits } = notationOf(tag)
  const written = (n: number, places: number) => {
    const [whole = '', fraction] = n.toFixed(places).split('.')
    const grouped = whole.replace(/(?<=\d)(?=(?:\d{3})+$)/g, groups)
    return fraction === undefined ? grouped : `${grouped}${point}${fraction}`
  }
  const forms = [written(value, decimals)]
  for (const [word, by] of multipliers) {
    for (const places of [0, 1, 2]) {
      const part = (value / by).toFixed(places)
      if (value < by || Math.abs(Number(part) * by - value) > 1e-6) continue
      forms.push(`${written(Number(part), places)}\\s?${escaped(word)}`)
      break
    }
  }
  if (Number.isInteger(value) && value < 10) forms.push(digits[value] ?? '')
  const number = `(?<!\\d|\\d[.,])(?:${forms.join('|')})(?!\\d|[.,]\\d)`
  const behind = unit
    ? `(?:[\\s-]|个|個)*(?:${[...unitTexts(tag, unit), ...unitTexts('en', unit)].map(escaped).join('|')})`
    : ''
  return new RegExp(number + behind, 'gu')
}

/** The numbers of an English text that are missing in a translation of it. */
export function missingFigures(
  english: string,
  translation: string,
  language: Language,
): Figure[] {
  const tag = tagOf(language)
  const text = translation.replace(/`[^`]*`/g, ' ` ')
  const seen = new Map<string, number>()
  return figuresIn(english).filter((figure) => {
    const pattern = patternOf(figure, tag)
    const times = (seen.get(pattern.source) ?? 0) + 1
    seen.set(pattern.source, times)
    return (text.match(pattern)?.length ?? 0) < times
  })
}
