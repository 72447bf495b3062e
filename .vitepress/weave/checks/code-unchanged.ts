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

/** The lines of a comment, with the code that stands on them. */
interface Commented {
  readonly key: string
  readonly before: string
  readonly after: string
}

/**
 * Compares the lines of all comments of a file at once, since starting the
 * grammar takes longest, and one by one only where they differ.
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
    const message = `comment "${key}" turns the code ${JSON.stringify(want)} into ${JSON.stringify(got)}; take out what ends the comment early`
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
