/** Translates documentation that is a comment of the shown code. */

import type { Project } from '../../src/project/project.ts'
import { type Language, source } from '../site/languages.ts'
import { readLocalized, type Section } from '../weave/localized.ts'
import { firstParagraph, firstSentence } from './hover.ts'

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
      const own = theirs[i] ?? part
      known.set(part, own)
      // Go's names have only the first sentence of their documentation.
      const sentence = firstSentence(part)
      if (!known.has(sentence)) known.set(sentence, firstSentenceOf(own))
    }
  }
  return (doc) => known.get(doc) ?? doc
}

/** The first sentence; no space needs to follow its end in every language. */
const firstSentenceOf = (text: string): string =>
  /^.*?。/s.exec(text)?.[0] ?? firstSentence(text)

/** A comment's first paragraph, then the text of each of its tags. */
function partsOf(text: string): string[] {
  return text
    .split(/\n(?=@)/)
    .map((part) => firstParagraph(part.replace(/^@param \S+ /, '')))
}
