/** Reads numbers that a language writes as words: `doscientos`, `两百`, `二百`. */
import { once } from '../../../src/project/cache.ts'

/** A number, and how it is written. */
export interface Numeral {
  readonly value: number
  readonly text: string
}

/** The words of a language; `/` divides the forms of one number. */
const numbers = (
  ...series: readonly [words: string, first: number, step?: number][]
): ReadonlyMap<string, number> =>
  new Map(
    series.flatMap(([words, first, step = 1]) =>
      words.split(' ').flatMap((forms, i) => {
        return forms.split('/').map((form) => [form, first + i * step] as const)
      }),
    ),
  )

const words: Readonly<Record<string, ReadonlyMap<string, number>>> = {
  en: numbers(
    ['two three four five six seven eight nine ten eleven twelve', 2],
    ['thirteen fourteen fifteen sixteen seventeen eighteen nineteen', 13],
    ['twenty thirty forty fifty sixty seventy eighty ninety hundred', 20, 10],
    ['thousand', 1e3],
    ['million', 1e6],
  ),
  es: numbers(
    ['dos/ambos/ambas tres cuatro cinco seis siete ocho nueve diez once', 2],
    ['doce trece catorce quince dieciséis diecisiete dieciocho', 12],
    ['diecinueve veinte veintiuno/veintiún/veintiuna veintidós', 19],
    ['veintitrés veinticuatro veinticinco veintiséis veintisiete', 23],
    ['veintiocho veintinueve', 28],
    ['treinta cuarenta cincuenta sesenta setenta ochenta noventa', 30, 10],
    ['cien/ciento doscientos/doscientas trescientos/trescientas', 100, 100],
    ['cuatrocientos/cuatrocientas quinientos/quinientas', 400, 100],
    ['seiscientos/seiscientas setecientos/setecientas', 600, 100],
    ['ochocientos/ochocientas novecientos/novecientas mil', 800, 100],
    ['mil', 1e3],
    ['millón/millones', 1e6],
  ),
}

const han = numbers(
  ['〇/零 一 二/两/双 三 四 五 六 七 八 九 十', 0],
  ['百 千', 100, 900],
  ['万', 1e4],
  ['亿/億', 1e8],
)

const figure = '(\\d+(?:[.,]\\d+)*)?'
const hanRun = new RegExp(`${figure}\\s?([${[...han.keys()].join('')}]+)`, 'gu')
/** A number in words, with `y` or `and` inside it, perhaps behind a figure. */
const patternOf = once((language: string): RegExp => {
  const all = [...(words[language]?.keys() ?? [])].join('|')
  const inside = '(?:[\\s\\u00a0-]+(?:(?:y|and)\\s+)?)'
  return new RegExp(
    `(?<!\\p{L})${figure}[\\s\\u00a0]?((?:${all})(?:${inside}(?:${all}))*)(?!\\p{L})`,
    'giu',
  )
})

/** The numbers of a text that are words, or a figure and a word: `50万`. */
export function numeralsIn(text: string, language: string): Numeral[] {
  const own = words[language]
  if (!own && !/^(?:zh|ja)\b/.test(language)) return []
  const runs = text.matchAll(own ? patternOf(language) : hanRun)
  return [...runs].map(({ 0: all, 1: first, 2: run = '' }) => {
    const parts = own
      ? (run.toLowerCase().match(/\p{L}+/gu) ?? []).flatMap((word) => {
          return own.get(word) ?? []
        })
      : [...run].map((letter) => han.get(letter) ?? 0)
    const digits = !own && parts.length > 1 && parts.every((part) => part < 10)
    const value = digits
      ? Number(parts.join(''))
      : total(first ? [Number(first.replaceAll(',', '')), ...parts] : parts)
    return { value, text: all.trim() }
  })
}

/** The value of words in their order: 2, 100, 5, 1000 is 205,000. */
function total(parts: readonly number[]): number {
  let [sum, below, ones] = [0, 0, 0]
  for (const part of parts) {
    if (part >= 1e4 || part === 1e3) {
      sum = (sum + below + ones || 1) * part
      below = 0
      ones = 0
    } else if (part === 100 || part === 10) {
      below += (ones || 1) * part
      ones = 0
    } else if (part < 10) ones = part
    else below += part
  }
  return sum + below + ones
}
