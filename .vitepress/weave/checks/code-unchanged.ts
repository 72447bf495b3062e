/** No translated comment changes the code around it. */
import { chunkText } from '../chunk.ts'
import { codeAlone } from '../highlight.ts'
import { type ShownLine, shownLines } from '../lines.ts'
import { type Localized, readLocalized } from '../localized.ts'
import { type Problem, problemsOf } from '../problem.ts'
import { locales } from '../project.ts'
import { keyedComments, readPrograms, type Side } from '../sources.ts'
import type { Checked } from './checked.ts'

/**
 * Comments that, put into the code, leave other code than before. What is
 * code is told by Shiki's grammar, not by the weave's own reading.
 */
export function checkCodeUnchanged({ project }: Checked): Problem[] {
  return locales.flatMap((locale) => {
    const problems: Problem[] = []
    const stopped = problemsOf(() => {
      const localized = readLocalized(project, locale)
      for (const { pairs } of readPrograms(project)) {
        for (const { listing, port } of pairs) {
          problems.push(...changes(listing, localized))
          problems.push(...changes(port, localized))
        }
      }
    })
    return [...stopped, ...problems]
  })
}

/** Compares the lines of each comment, with the code that stands on them. */
function changes(side: Side, localized: Localized): Problem[] {
  const { text, language, section } = side.source
  const lines = shownLines(side, localized)
  return keyedComments(side).flatMap(({ key, comment: { first, last } }) => {
    const before = chunkText(text, { name: key, first, last })
    const after = lines.filter(({ at }) => first <= at && at <= last).map(plain)
    const want = codeAlone(before, language)
    const got = codeAlone(after.join('\n'), language)
    if (got === want) return []
    const { file } = localized
    const line = localized[section].get(key)?.line ?? 1
    const message = `comment "${key}" turns the code ${JSON.stringify(want)} into ${JSON.stringify(got)}; take out what ends the comment early`
    return [{ file, line, message }]
  })
}

const plain = ({ pieces }: ShownLine): string =>
  pieces.map(({ text }) => text).join('')
