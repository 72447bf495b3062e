/** Checks that punctuation and spaces are those of the language. */
import type { Language } from '../../site/languages.ts'
import { cacheByRow, type Fault, faultAt } from './finding.ts'
import { type Prose, withoutCode } from './prose.ts'
import { foreignHan, mixedScripts, scriptOf } from './script.ts'

/** What to look for in a text without code, and what to do. */
type Rule = readonly [pattern: RegExp, advice: string, grade: Fault['severity']]

const han = '[\\p{sc=Han}\\p{sc=Hiragana}\\p{sc=Katakana}ー々]'
const sign = '[，。：；？！（）「」『』、]'

const full = 'this punctuation must be full-width'
const close = 'delete the space here'
const width = 'has the wrong width'
const code = 'this looks like code; put it between backticks'

/** Chinese and Japanese have full-width punctuation of their own. */
const wideRules: readonly Rule[] = [
  [new RegExp(`(?<=${han}|[」』）”])[,.!?:;]`, 'gu'), full, 'warning'],
  [
    new RegExp(`(?<=${han})\\(|[()](?=${han})|(?<=${han})\\)`, 'gu'),
    full,
    'warning',
  ],
  [new RegExp(`(?<=${sign}) +(?!@)| +(?=${sign})`, 'gu'), close, 'style'],
  // Signs of the other scripts' digits and letters.
  [
    /[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a\uff61-\uff9f]/gu,
    width,
    'warning',
  ],
]

/** A function or a method with its brackets; `O(1)` is none. */
const call = /(?<![`\w.])[A-Za-z_]\w+\([^()`]*\)/g

const rules: Readonly<Record<string, readonly Rule[]>> = {
  Hans: [
    ...wideRules,
    [
      new RegExp(
        `(?<=${han})(?=[A-Za-z0-9\`])|(?<=[A-Za-z0-9\`])(?=${han})`,
        'gu',
      ),
      'put one space here',
      'style',
    ],
    [new RegExp(`(?<=${han}) +(?=${han})`, 'gu'), close, 'style'],
  ],
  Jpan: [
    ...wideRules,
    [/[，．]/gu, 'Japanese has other signs here; write 、 or 。', 'warning'],
    [
      new RegExp(
        `(?<=${han})(?<!^[\\d.]+ .*) +(?=[\\w\`]|${han})|(?<=[\\w\`])(?<!(?:^|：)[\\d.]+) +(?=${han})`,
        'gu',
      ),
      close,
      'style',
    ],
  ],
  Latn: [
    [
      /[\u3000-\u303f\uff01-\uff60\uff66-\uff9f\uffe0-\uffe6]/gu,
      width,
      'warning',
    ],
    [/(?<=\p{L}) +(?=[,;.](?:\s|$))/gu, close, 'style'],
  ],
}

/** Signs that open and close, the outer quotes first. */
const pairs: Readonly<Record<string, readonly string[]>> = {
  en: ['“”'],
  zh: ['“”', '‘’', '（）'],
  ja: ['「」', '『』', '（）'],
  es: ['«»', '“”', '¿?', '¡!'],
}

/** The quotes of other languages. */
const foreignQuotes: Readonly<Record<string, RegExp>> = {
  en: /[«»„「」『』]/u,
  zh: /[«»„「」『』]/u,
  ja: /[«»„“”]/u,
  es: /[„「」『』]|(?<!«[^»]*)“/u,
}

/** The faults in a text: where in the text, and what to do. */
export const lintTypography = cacheByRow((locale, each) => {
  const { text } = each
  const script = scriptOf(locale)
  const own = rules[script === 'Hant' ? 'Hans' : script] ?? []
  const masked = text.replace(/`[^`]*`/g, (code) =>
    code.length < 3 ? code : `\`${'x'.repeat(code.length - 2)}\``,
  )
  const calls = script === 'Latn' ? [] : [...masked.matchAll(call)]
  const brackets = [...masked.matchAll(bracketed)]
  const found = own.flatMap(([pattern, advice, grade]) =>
    [...masked.matchAll(pattern)].flatMap(({ index, 0: sign }) => {
      const usual = sign.normalize('NFKC')
      const isWidth = advice === width
      const what = isWidth ? `“${sign}” ${advice}; write “${usual}”` : advice
      return faultAt(each, index, what, grade)
    }),
  )
  return [
    // The brackets of a call are no punctuation.
    ...found.filter(({ index }) => !brackets.some((each) => isIn(each, index))),
    ...calls.flatMap(({ index }) => faultAt(each, index, code)),
    ...quoteFaults(locale, each),
    ...mixedScripts(each),
    ...foreignHan(locale, each),
  ]
})

/** What has brackets of its own: a call, and `O(1)`. */
const bracketed = /[A-Za-z_]\w*\([^()]*\)/g

const isIn = (call: RegExpExecArray, index: number): boolean =>
  index >= call.index && index < call.index + call[0].length

/** Straight quotes, foreign ones, and signs that are opened or closed alone. */
function quoteFaults(locale: Language, prose: Prose): Fault[] {
  const own = pairs[locale]
  if (!own) return []
  const plain = withoutCode(prose.text).replace(/<[^>]*>/g, (tag) =>
    ' '.repeat(tag.length),
  )
  const [usual = ''] = own
  const fault = (index: number, advice: string) => faultAt(prose, index, advice)
  const straight = plain.indexOf('"')
  const write = `write ${usual[0]}…${usual[1]}`
  if (straight >= 0)
    return fault(straight, `straight quotes are for code; ${write}`)
  const foreign = plain.search(foreignQuotes[locale] ?? /$^/)
  if (foreign >= 0)
    return fault(foreign, `these are the quotes of another language; ${write}`)
  for (const [open = '', close = ''] of own) {
    let opened = -1
    if (!plain.includes(open) && !plain.includes(close)) continue
    for (let index = 0; index < plain.length; index++) {
      const mark = plain[index]
      if (mark !== open && mark !== close) continue
      if ((mark === open) === opened < 0) {
        opened = mark === open ? index : -1
        continue
      }
      // Two question marks in a row close one question.
      if (mark === close && /[?!]/.test(`${plain[index - 1]}`)) continue
      return fault(
        index,
        mark === open
          ? `this ${open} is opened twice; close the first with ${close}`
          : `this ${close} is not opened; put ${open} before it`,
      )
    }
    if (opened >= 0)
      return fault(
        opened,
        `this ${open} is never closed; put ${close} behind it`,
      )
  }
  return []
}
