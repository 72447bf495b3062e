/** Reads and checks the statements of the claims in each language. */
import { readClaims } from '../../src/evidence/claims.ts'
import type { Problem } from '../../src/project/problem.ts'
import type { Project } from '../../src/project/project.ts'
import { didYouMean } from '../../src/trace/did-you-mean.ts'
import { docsFile, type Language, source } from '../site/languages.ts'
import { readTexts } from '../site/texts.ts'

/** The statement of a claim, and its language. */
export interface Statement {
  /** May contain Markdown's backticks and double asterisks. */
  readonly text: string
  readonly lang: Language
}

const name = 'claims.json'

/** The file of a language's statements. */
export const statementsFile = (locale: Language): string =>
  docsFile(locale, name)

/**
 * The statements of a language, by claim id. Missing ones are in English.
 * @throws {ProblemError} If a file is malformed.
 */
export function readStatements(
  project: Project,
  locale: Language,
): ReadonlyMap<string, Statement> {
  const found = new Map<string, Statement>()
  for (const lang of new Set([source, locale])) {
    for (const [id, { text }] of readTexts(project, lang, name)) {
      found.set(id, { text, lang })
    }
  }
  return found
}

/** Finds claims without a statement, and statements without a claim. */
export function checkStatements(project: Project, locale: Language): Problem[] {
  const file = statementsFile(locale)
  const ids = [...readClaims(project).keys()]
  const own = readTexts(project, locale, name)
  const missing = ids
    .filter((id) => !own.has(id))
    .map((id) => ({
      file,
      line: 1,
      message: `claim "${id}" has no statement; write it in one sentence`,
    }))
  const unknown = [...own]
    .filter(([id]) => !ids.includes(id))
    .map(([id, { line }]) => ({
      file,
      line,
      message: `unknown claim "${id}"${didYouMean(id, ids)}; correct the id or delete the line`,
    }))
  return [...missing, ...unknown]
}
