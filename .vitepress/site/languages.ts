/** Lists the languages: the folders of docs/ that have an interface.json. */
import { openProject } from '../../src/project/project.ts'

/** The name of a language's folder under docs/, such as `zh`. */
export type Language = string

/** The source language. The other languages are translated from it. */
export const source: Language = 'en'

const project = openProject()

const names = new Intl.DisplayNames('en', { type: 'language' })

/** A language's English name, by which the languages are sorted. */
const englishName = (language: Language): string =>
  names.of(language) ?? language

/**
 * The languages, with the source first. If the environment variable
 * SITE_LANGUAGES is set, for example to `en,ja`, only those: this measures how
 * much each language adds to a build.
 */
export const languages: readonly Language[] = project
  .list('docs')
  .filter((name) => project.has(`docs/${name}/interface.json`))
  .filter((name) => {
    return process.env.SITE_LANGUAGES?.split(',').includes(name) ?? true
  })
  .sort(
    (a, b) =>
      Number(b === source) - Number(a === source) ||
      englishName(a).localeCompare(englishName(b), 'en'),
  )

/** All languages except the source. */
export const translations = languages.filter((name) => name !== source)

/** The path of a language's page or JSON file, from the project's root. */
export const docsFile = (language: Language, name: string): string =>
  `docs/${language}/${name}`

/** The names of a language's Markdown files, sorted. */
export const markdownFiles = (
  language: Language,
  from = project,
): readonly string[] =>
  from.list(`docs/${language}`).filter((name) => name.endsWith('.md'))
