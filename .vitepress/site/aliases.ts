/** Reads docs/LANGUAGE/aliases.json: what readers call a thing, and the pages. */
import { readJson } from '../../src/project/json.ts'
import { fail } from '../../src/project/problem.ts'
import type { Project } from '../../src/project/project.ts'
import { docsFile, type Language } from './languages.ts'

/** From a word that readers search for to the word that the pages use. */
export type Aliases = Readonly<Record<string, string>>

/** The file of a language's aliases. */
export const aliasesFile = (language: Language): string =>
  docsFile(language, 'aliases.json')

/**
 * The aliases of a language: none if it has no such file.
 * @throws {ProblemError} If the file is not an object of words.
 */
export function readAliases(project: Project, language: Language): Aliases {
  const file = aliasesFile(language)
  if (!project.has(file)) return {}
  const { value, properties } = readJson(file, project.read(file))
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    fail(file, 1, 'is not an object; write { "concurrency": "goroutine" }')
  }
  for (const { path, value, line } of properties()) {
    if (typeof value === 'string' && value.trim() !== '') continue
    fail(file, line, `"${path.join('.')}" has no word; write one of the pages`)
  }
  return value as Aliases
}
