/** Reads the comments.json of a language. */
import { cacheByFile } from '../../src/project/cache.ts'
import { readJson } from '../../src/project/json.ts'
import { fail } from '../../src/project/problem.ts'
import type { Project } from '../../src/project/project.ts'
import { didYouMean } from '../../src/trace/did-you-mean.ts'
import { docsFile, type Language } from '../site/languages.ts'
import { readTexts, type Text } from '../site/texts.ts'

/** The sections of comments.json. */
export const sections = ['listing', 'port', 'gaps'] as const

/** The name of a section of comments.json. */
export type Section = (typeof sections)[number]

/** The comments and gap reasons of one language, in the file's order. */
export interface Localized extends Record<Section, Map<string, Text>> {
  readonly locale: Language
  readonly file: string
  /** The line on which each section begins. */
  readonly lines: Record<Section, number>
}

/**
 * Reads docs/LOCALE/comments.json.
 * @throws {ProblemError} If it is not valid JSON, if a section is missing or
 * unknown, if a key occurs twice, or if a value is not a text.
 */
export function readLocalized(project: Project, locale: Language): Localized {
  const file = docsFile(locale, name)
  // Code without comments needs no texts; a check reports a text that it needs.
  const has = project.has(file)
  const text = has ? project.read(file) : none
  const texts = has ? readTexts(project, locale, name) : new Map()
  return localized(file, text, locale, texts)
}

const name = 'comments.json'

const none = JSON.stringify(
  Object.fromEntries(sections.map((section) => [section, {}])),
)

const localized = cacheByFile(
  (
    file,
    text,
    locale: Language,
    texts: ReadonlyMap<string, Text>,
  ): Localized => {
    const { value, lineOf } = readJson(file, text)
    for (const name of Object.keys(value as object)) {
      if (sections.some((known) => known === name)) continue
      const near = didYouMean(name, sections)
      fail(file, lineOf(name), `unknown section "${name}"${near}`)
    }
    for (const name of sections) {
      if (name in (value as object)) continue
      fail(file, 1, `section "${name}" is missing; see docs/en/comments.json`)
    }
    const of = <Value>(get: (section: Section) => Value) =>
      Object.fromEntries(
        sections.map((section) => [section, get(section)]),
      ) as Record<Section, Value>
    const textsOf = (section: Section) =>
      new Map(
        [...texts]
          .filter(([key]) => key.startsWith(`${section}.`))
          .map(([key, text]) => [key.slice(section.length + 1), text]),
      )
    return { locale, file, lines: of((name) => lineOf(name)), ...of(textsOf) }
  },
)
