/** Checks that no translated comment changes the code around it. */

import { type Problem, problemsOf } from '../../../src/project/problem.ts'
import { languages } from '../../site/languages.ts'
import { chunkText } from '../chunk.ts'
import { codeAlone } from '../highlight.ts'
import { type Localized, readLocalized } from '../localized.ts'
import { type ShownLine, shownLines } from '../localized-lines.ts'
import { keyedComments, readPrograms, type Side } from '../programs.ts'
import type { Checked } from './checked.ts'

/**
 * Finds comments that change the code when they are put into it. Shiki's
 * grammar decides what is code, so that the check does not depend on the weave.
 */
export function checkCodeUnchanged({ project }: Checked): Problem[] {
  return languages.flatMap((locale) => {
    const problems: Problem[] = []
    const stopped = problemsOf(() => {
      const localized = readLocalized(project, locale)
      for (const { pairs } of readPrograms(project)) {
        problems.push(
          ...changes(
            pairs.map(({ listing }) => listing),
            localized,
          ),
        )
        problems.push(
          ...changes(
            pairs.map(({ port }) => port),
            localized,
          ),
        )
      }
    })
    return [...stopped, ...problems]
  })
}

/** The lines of a comment with their code, before and after translation. */
interface Commented {
  readonly key: string
  readonly before: string
  readonly after: string
}

/**
 * Compares all comments of a file at once, because starting the grammar is
 * slow. If they differ, compares them one by one.
 */
function changes(sides: readonly Side[], localized: Localized): Problem[] {
  const [first] = sides
  if (!first) return []
  const { language, section } = first.source
  const all = sides.flatMap((side) => commented(side, localized))
  const code = (text: string) => codeAlone(text, language)
  const whole = (side: 'before' | 'after') =>
    code(all.map((each) => each[side]).join('\n'))
  if (whole('before') === whole('after')) return []
  return all.flatMap(({ key, before, after }) => {
    const [want, got] = [code(before), code(after)]
    if (got === want) return []
    const { file } = localized
    const line = localized[section].get(key)?.line ?? 1
    const message = `comment "${key}" changes the code ${JSON.stringify(want)} to ${JSON.stringify(got)}; delete what ends the comment early`
    return [{ file, line, message }]
  })
}

function commented(side: Side, localized: Localized): Commented[] {
  const lines = shownLines(side, localized)
  return keyedComments(side).map(({ key, comment: { first, last } }) => {
    const before = chunkText(side.source.text, { name: key, first, last })
    const after = lines.filter(({ at }) => first <= at && at <= last).map(plain)
    return { key, before, after: after.join('\n') }
  })
}

const plain = ({ pieces }: ShownLine): string =>
  pieces.map(({ text }) => text).join('')
