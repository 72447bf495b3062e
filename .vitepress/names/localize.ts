/** Puts documentation that is a comment of the shown code into a language. */
import { readLocalized, type Section } from '../weave/localized.ts'
import type { Locale, Project } from '../weave/project.ts'
import { firstParagraph } from './named.ts'

/**
 * Translates what the comments of the listing or of the port say; all other
 * documentation stays as it is.
 * @throws {WeaveError} If a comments.json cannot be read.
 */
export function translator(
  project: Project,
  locale: Locale,
  section: Exclude<Section, 'gaps'>,
): (doc: string) => string {
  const written = readLocalized(project, 'en')[section]
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

/** A comment's first paragraph, then what it says of each tag. */
function partsOf(text: string): string[] {
  return text
    .split(/\n(?=@)/)
    .map((part) => firstParagraph(part.replace(/^@param \S+ /, '')))
}
