/**
 * No translated comment changes the code around it: the quick answer, for the
 * command. `npm test` asks Shiki's grammar as well.
 */
import { replaceComments } from '../../weave/comments.ts'
import { framed } from '../../weave/frame.ts'
import { readLocalized } from '../../weave/localized.ts'
import { type Problem, problemsOf } from '../../weave/problem.ts'
import type { Locale, Project } from '../../weave/project.ts'
import { keyedComments, readPrograms, type Side } from '../../weave/sources.ts'

/** Comments that, put into the code, leave other code than before. */
export function checkCodeUnchanged(
  project: Project,
  locale: Locale,
): Problem[] {
  const found: Problem[] = []
  problemsOf(() => {
    const localized = readLocalized(project, locale)
    const sides = readPrograms(project).flatMap(({ pairs }) =>
      pairs.flatMap(({ listing, port }) => [listing, port]),
    )
    for (const side of sides) {
      const { section } = side.source
      for (const { key, comment } of keyedComments(side)) {
        const entry = localized[section].get(key)
        if (!entry || sameCode(side, comment.start, entry.text)) continue
        const message = `comment "${key}" changes the code that follows it; take out what ends the comment early`
        found.push({ file: localized.file, line: entry.line, message })
      }
    }
  })
  return found
}

/** Is the code the same when the comment at `start` has another text? */
function sameCode({ source }: Side, start: number, text: string): boolean {
  const { text: before, language } = source
  const after = replaceComments(before, language, (comment) =>
    comment.start === start ? framed(comment.raw, text, '') : comment.raw,
  )
  const code = (from: string) =>
    replaceComments(from, language, () => '').replace(/\s+/g, ' ')
  return code(before) === code(after)
}
