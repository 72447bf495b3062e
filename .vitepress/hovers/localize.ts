/** Translates documentation that is a comment of the shown code. */

import type { Project } from '../../src/project/project.ts'
import { type Language, source } from '../site/languages.ts'
import { readLocalized, type Section } from '../weave/localized.ts'
import { firstParagraph } from './hover.ts'

/**
 * Returns a function that translates comments of the listing or of the port.
 * It returns all other documentation unchanged.
 * @throws {ProblemError} If a comments.json cannot be read.
 */
export function translator(
  project: Project,
  locale: Language,
  section: Exclude<Section, 'gaps'>,
): (doc: string) => string {
  const written = readLocalized(project, source)[section]
  const localized = readLocalized(project, locale)[section]
  const known = new Map<string, string>()
  for (const [key, { text }] of written) {
    const theirs = partsOf(localized.get(key)?.text ?? '')
    for (const [i, part] of partsOf(text).entries()) {
      known.set(part, theirs[i] ?? part)
    }
  }
  return (doc) => known.get(doc) ?? doc
}

/** A comment's first paragraph, then the text of each of its tags. */
function partsOf(text: string): string[] {
  return text
    .split(/\n(?=@)/)
    .map((part) => firstParagraph(part.replace(/^@param \S+ /, '')))
}
