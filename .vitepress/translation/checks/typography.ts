/** Checks that punctuation and spaces are those of the language. */
import type { Problem } from '../../../src/project/problem.ts'
import type { Language } from '../../site/languages.ts'
import type { Prose } from './prose.ts'
import { withoutCode } from './prose.ts'
import { foreignHan, scriptOf } from './script.ts'

/** A fault within a text. */
interface Fault extends Prose {
  readonly index: number
  readonly advice: string
}

type Linter = (prose: readonly Prose[]) => Fault[] | Promise<Fault[]>

// A linter is loaded when it is needed, because loading is slow.
const linters: Partial<Record<string, () => Promise<Linter>>> = {
  zh: async () => (await import('./chinese.ts')).lintChinese,
  ja: async () => (await import('./japanese.ts')).lintJapanese,
  es: async () => (await import('./spanish.ts')).lintSpanish,
}

const known = new Map<string, Fault[]>()

/** Finds faults in the texts of a file. */
export async function checkTypography(
  file: string,
  locale: Language,
  prose: readonly Prose[],
): Promise<Problem[]> {
  const key = JSON.stringify([locale, prose])
  const faults = known.get(key) ?? (await lint(locale, prose))
  known.set(key, faults)
  return faults.map(({ line, text, index, advice }) => {
    const from = Math.max(0, index - 8)
    const here = text.slice(from, index + 8).trim()
    return { file, line, message: `“${here}”: ${advice}` }
  })
}

async function lint(
  locale: Language,
  prose: readonly Prose[],
): Promise<Fault[]> {
  const linter = await linters[locale]?.()
  const rest = wideLocale(locale) ? prose.map(withoutCalls) : prose
  const own = (await linter?.(rest)) ?? []
  const bare = wideLocale(locale) ? prose.flatMap(calls) : []
  const wide = prose.flatMap((each) => wrongWidth(locale, each))
  const quotes = prose.flatMap((each) => straightQuotes(locale, each))
  return [...own, ...bare, ...wide, ...quotes, ...foreignHan(locale, prose)]
}

/** Chinese and Japanese have full-width punctuation of their own. */
const wideLocale = (locale: Language): boolean =>
  ['Hans', 'Hant', 'Jpan'].includes(scriptOf(locale))

/** Scripts in which full-width characters have no place. */
const narrowLocale = (locale: Language): boolean =>
  ['Latn', 'Cyrl', 'Grek'].includes(scriptOf(locale))

// The linters would report the brackets and spaces of code without backticks.
const call = /(?<![`\w])[A-Za-z_]\w*\([^()`]*\)/g

function calls({ line, text }: Prose): Fault[] {
  const advice = 'this looks like code; put it between backticks'
  return [...withoutCode(text).matchAll(call)].map(({ index }) => {
    return { line, text, index, advice }
  })
}

function withoutCalls({ line, text }: Prose): Prose {
  const codeOrCall = new RegExp(`\`[^\`]*\`|${call.source}`, 'g')
  const marked = text.replace(codeOrCall, (code) =>
    code.startsWith('`') ? code : `\`${code.slice(1, -1)}\``,
  )
  return { line, text: marked }
}

/**
 * Full-width letters and digits and half-width katakana are old encodings of
 * plain ones in every language; other full-width signs are only wrong where
 * the script has none.
 */
function wrongWidth(locale: Language, { line, text }: Prose): Fault[] {
  const everywhere = /[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a\uff66-\uff9f]/gu
  const narrow = /[\u3000-\u303f\uff01-\uff60\uff66-\uff9f\uffe0-\uffe6]/gu
  const pattern = narrowLocale(locale) ? narrow : everywhere
  return [...withoutCode(text).matchAll(pattern)].map(({ index, 0: found }) => {
    const usual = found.normalize('NFKC')
    const advice = `“${found}” has the wrong width; write “${usual}”`
    return { line, text, index, advice }
  })
}

/** The quotes of a language, opening and closing, the outer ones first. */
const quotes: Readonly<Record<string, readonly string[]>> = {
  en: ['“”'],
  zh: ['“”', '‘’'],
  ja: ['「」', '『』'],
  es: ['«»', '“”'],
}

/** Straight quotes, and quotes that are opened or closed alone. */
function straightQuotes(locale: Language, { line, text }: Prose): Fault[] {
  const pairs = quotes[locale]
  if (!pairs) return []
  const plain = withoutCode(text).replace(/<[^>]*>/g, (tag) => {
    return ' '.repeat(tag.length)
  })
  const straight = plain.indexOf('"')
  if (straight >= 0) {
    const [usual = ''] = pairs
    const advice = `straight quotes are for code; write ${usual[0]}…${usual[1]}`
    return [{ line, text, index: straight, advice }]
  }
  for (const pair of pairs) {
    const [open = '', close = ''] = pair
    let opened = -1
    for (const { index, 0: mark } of plain.matchAll(/./gsu)) {
      if (mark !== open && mark !== close) continue
      if ((mark === open) === opened < 0) {
        opened = mark === open ? index : -1
        continue
      }
      const advice =
        mark === open
          ? `this quote is opened twice; close the first with ${close}`
          : `this quote is never opened; put ${open} before it`
      return [{ line, text, index, advice }]
    }
    if (opened < 0) continue
    const advice = `this quote is never closed; put ${close} behind it`
    return [{ line, text, index: opened, advice }]
  }
  return []
}
