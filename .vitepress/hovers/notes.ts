/** Reads the notes about constructs that the other language lacks. */
import { fail } from '../../src/project/problem.ts'
import type { Project } from '../../src/project/project.ts'
import { docsFile, type Language, source } from '../site/languages.ts'
import { readTexts } from '../site/texts.ts'
import type { HoverText } from './data.ts'

/** The file of a language's notes. */
export const syntaxName = 'syntax.json'

/**
 * A function that returns the note of a key, or the English one.
 * @throws {ProblemError} If English has no note of the key either.
 */
export function noteTexts(
  project: Project,
  locale: Language,
): (key: string) => Pick<HoverText, 'note' | 'noteLang'> {
  const own = readTexts(project, locale, syntaxName)
  const english = readTexts(project, source, syntaxName)
  return (key) => {
    const note = (own.get(key) ?? english.get(key))?.text
    if (note === undefined) {
      const file = docsFile(source, syntaxName)
      fail(file, 1, `"${key}" is missing; write its note in one line`)
    }
    return own.has(key) ? { note } : { note, noteLang: source }
  }
}
