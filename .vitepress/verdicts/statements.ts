/** Reads what each claim states, in each language. */

import { didYouMean } from '../../src/nearest.ts'
import { readClaims } from '../weave/claims.ts'
import { lineAt, parseJson } from '../weave/json.ts'
import type { Problem } from '../weave/problem.ts'
import { fail } from '../weave/problem.ts'
import { docsFile, type Locale, type Project } from '../weave/project.ts'

/** A claim's statement and the language that it is in. */
export interface Statement {
  /** Markdown's backticks and double asterisks may stand in it. */
  readonly text: string
  readonly lang: Locale
}

/** The file of a language's statements. */
export const statementsFile = (locale: Locale): string =>
  docsFile(locale, 'claims.json')

/**
 * The statements of a language, by id; English where it has none.
 * @throws {WeaveError} If a file is malformed.
 */
export function readStatements(
  project: Project,
  locale: Locale,
): ReadonlyMap<string, Statement> {
  const found = new Map<string, Statement>()
  for (const lang of new Set<Locale>(['en', locale])) {
    if (lang !== 'en' && !project.has(statementsFile(lang))) continue
    for (const [id, text] of entries(project, lang)) {
      found.set(id, { text, lang })
    }
  }
  return found
}

/** What a language's statements lack, or have too much. */
export function checkStatements(project: Project, locale: Locale): Problem[] {
  const file = statementsFile(locale)
  const text = project.read(file)
  const ids = [...readClaims(project).keys()]
  const own = entries(project, locale)
  const at = (id: string) => lineAt(text, text.indexOf(JSON.stringify(id)))
  const missing = ids
    .filter((id) => !own.some(([name]) => name === id))
    .map((id) => ({
      file,
      line: 1,
      message: `no statement of claim "${id}"; write it in a sentence`,
    }))
  const unknown = own
    .filter(([id]) => !ids.includes(id))
    .map(([id]) => ({
      file,
      line: at(id),
      message: `unknown claim "${id}"${didYouMean(id, ids)}; mend the id or delete the line`,
    }))
  return [...missing, ...unknown]
}

function entries(project: Project, locale: Locale): [string, string][] {
  const file = statementsFile(locale)
  const text = project.read(file)
  const data = parseJson(file, text)
  if (typeof data !== 'object' || data === null || Array.isArray(data)) {
    fail(file, 1, 'is not an object of ids and statements; see docs/en')
  }
  for (const [id, statement] of Object.entries(data)) {
    if (typeof statement === 'string' && statement.trim() !== '') continue
    const line = lineAt(text, text.indexOf(JSON.stringify(id)))
    fail(file, line, `"${id}" has no statement; write it in a sentence`)
  }
  return Object.entries(data)
}
