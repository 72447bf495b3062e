/** Checks that punctuation and spaces are those of the language. */
import type { Problem } from '../../../src/project/problem.ts'
import type { Language } from '../../site/languages.ts'
import type { Prose } from './prose.ts'
import { withoutCode } from './prose.ts'

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
  return [...own, ...bare, ...wide]
}

const wideLocale = (locale: string): boolean =>
  locale === 'zh' || locale === 'ja'

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

// Full-width letters and digits are always wrong. Other full-width signs are
// correct only in Chinese and Japanese.
function wrongWidth(locale: Language, { line, text }: Prose): Fault[] {
  const wide = /[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]/gu
  const any = /[\u3000-\u303f\uff01-\uff60\uffe0-\uffe6]/gu
  const pattern = wideLocale(locale) ? wide : any
  const advice = 'this character is full-width; type the half-width one'
  return [...withoutCode(text).matchAll(pattern)].map(({ index }) => {
    return { line, text, index, advice }
  })
}
