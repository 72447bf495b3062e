/** Reads JSON files of texts, such as docs/LANGUAGE/claims.json. */
import { cacheByFile } from '../../src/project/cache.ts'
import { readJson } from '../../src/project/json.ts'
import { fail } from '../../src/project/problem.ts'
import type { Project } from '../../src/project/project.ts'
import { docsFile, type Language, source } from './languages.ts'

/** The names of a language's files of texts. */
export const textFiles = [
  'comments.json',
  'claims.json',
  'records.json',
  'traces.json',
  'repairs.json',
  'syntax.json',
  'challenges.json',
  'interface.json',
]

/** A text and its line in the file. */
export interface Text {
  readonly text: string
  readonly line: number
}

/**
 * The texts of a file by key, in the file's order; none if the file is missing.
 * The key of a nested text is its path, such as `theme.search.open`.
 * @throws {ProblemError} If the file is not a JSON object, a value is neither
 * an object nor a text, a text is blank, or a key occurs twice.
 */
export function readTexts(
  project: Project,
  locale: Language,
  name: string,
): ReadonlyMap<string, Text> {
  const file = docsFile(locale, name)
  return project.has(file) ? parse(file, project.read(file)) : new Map()
}

const parse = cacheByFile((file, text): ReadonlyMap<string, Text> => {
  const { value, properties } = readJson(file, text)
  const texts = new Map<string, Text>()
  if (!isObject(value)) {
    const name = file.replace(/^.*\//, '')
    fail(file, 1, `is not an object; see ${docsFile(source, name)}`)
  }
  const known = new Set<string>()
  for (const { path, value, line } of properties()) {
    const key = path.join('.')
    if (known.has(key)) fail(file, line, `"${key}" occurs twice; delete one`)
    known.add(key)
    if (isObject(value)) continue
    if (typeof value !== 'string' || value.trim() === '') {
      fail(file, line, `"${key}" has no text; write it between quotes`)
    }
    texts.set(key, { text: value, line })
  }
  return texts
})

const isObject = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
