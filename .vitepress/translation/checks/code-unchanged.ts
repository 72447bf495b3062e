/**
 * Checks that no translated comment changes the code around it, quickly and
 * without a grammar. `npm test` also checks it with Shiki's grammar.
 */

import { type Problem, problemsOf } from '../../../src/project/problem.ts'
import type { Project } from '../../../src/project/project.ts'
import type { Language } from '../../site/languages.ts'
import { framed } from '../../weave/comment-frame.ts'
import { replaceComments } from '../../weave/comments.ts'
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
        if (!entry || sameCode(side, comment.start, entry.text)) continue
        const message = `comment "${key}" changes the code that follows it; delete what ends the comment early`
        found.push({ file: localized.file, line: entry.line, message })
      }
    }
  })
  return found
}

const known = new Map<string, string>()

/** The code of a text without its comments. */
function codeIn({ text, language }: Side['source']): string {
  const found = known.get(text)
  if (found !== undefined) return found
  const code = withoutComments(text, language)
  known.set(text, code)
  return code
}

const withoutComments = (
  text: string,
  language: Side['source']['language'],
): string => replaceComments(text, language, () => '').replace(/\s+/g, ' ')

/** Whether the code is the same if the comment at `start` has another text. */
function sameCode({ source }: Side, start: number, text: string): boolean {
  const { text: before, language } = source
  const after = replaceComments(before, language, (comment) =>
    comment.start === start ? framed(comment.raw, text, '') : comment.raw,
  )
  return codeIn(source) === withoutComments(after, language)
}
