/** Parses a language's file once, for as long as its text stays the same. */
import type { Locale } from './project.ts'

/** Remembers of each language what was parsed last: every page asks for it. */
export function lastRead<Parsed>(
  parse: (file: string, text: string, locale: Locale) => Parsed,
): typeof parse {
  const known = new Map<Locale, { text: string; parsed: Parsed }>()
  return (file, text, locale) => {
    const last = known.get(locale)
    if (last?.text === text) return last.parsed
    const parsed = parse(file, text, locale)
    known.set(locale, { text, parsed })
    return parsed
  }
}
