/**
 * Checks that no translated comment changes the code around it, quickly and
 * without a grammar. `npm test` also checks it with Shiki's grammar.
 */

import { type Problem, problemsOf } from '../../../src/project/problem.ts'
import type { Project } from '../../../src/project/project.ts'
import type { Language } from '../../site/languages.ts'
import { framed } from '../../weave/comment-frame.ts'
import { type Comment, replaceComments } from '../../weave/comments.ts'
import { readLocalized } from '../../weave/localized.ts'
import { keyedComments, readPrograms, type Side } from '../../weave/programs.ts'

/** Finds comments that change the code when they are put into it. */
export function checkCodeUnchanged(
  project: Project,
  locale: Language,
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
        if (!entry || sameCode(side, comment, entry.text)) continue
        const message = `comment "${key}" changes the code that follows it; delete what ends the comment early`
        found.push({ file: localized.file, line: entry.line, message })
      }
    }
  })
  return found
}

/** Whether the code of a chunk is the same if a comment has another text. */
function sameCode(
  { source: { text, language }, chunk }: Side,
  { raw, end, last }: Comment,
  translation: string,
): boolean {
  const lines = text.slice(end).split('\n', chunk.last - last + 1)
  const [code, after] = ['', framed(raw, translation, '')].map((comment) =>
    replaceComments(comment + lines.join('\n'), language, () => '').replace(
      /\s+/g,
      ' ',
    ),
  )
  return code === after
}
