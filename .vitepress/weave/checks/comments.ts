/** Every comment and gap has its text in each language, and the reverse. */
import { alignment } from '../alignment.ts'
import { refusal, textOf } from '../frame.ts'
import {
  type Localized,
  readLocalized,
  type Section,
  sections,
} from '../localized.ts'
import { type Problem, problemsOf } from '../problem.ts'
import { locales, type Project } from '../project.ts'
import { keyedComments, readPrograms } from '../sources.ts'
import type { Checked } from './checked.ts'
import { compareMarks, problemOf, type Wanted } from './compare.ts'

/** A comment or a gap, of which each language has a text. */
interface Needed extends Wanted {
  readonly where: string
  /** The comment with its frame; for a gap, a frame of one line. */
  readonly raw: string
}

/** Entries of comments.json that are missing, unknown, misplaced or unfit. */
export function checkComments({ project }: Checked): Problem[] {
  return locales.flatMap((locale) => {
    const found: Problem[] = []
    const stopped = problemsOf(() => {
      const needed = { ...neededComments(project), gaps: neededGaps() }
      const localized = readLocalized(project, locale)
      for (const section of sections) {
        const { file, lines, [section]: entries } = localized
        const marks = [...entries].map(([name, { line }]) => {
          return { kind: kindOf(section), name, line } as const
        })
        const top = lines[section]
        for (const finding of compareMarks(needed[section], marks)) {
          found.push(problemOf(file, finding, 'the code', top))
        }
        found.push(...unfit(localized, section, needed[section]))
      }
    })
    return [...stopped, ...found]
  })
}

/** Texts that their comment cannot hold, or that misquote the code. */
function unfit(
  { locale, file, ...texts }: Localized,
  section: Section,
  needed: readonly Needed[],
): Problem[] {
  return needed.flatMap(({ kind, name, raw, where }) => {
    const entry = texts[section].get(name)
    if (!entry) return []
    const misquoted =
      locale === 'en' && kind === 'comment' && entry.text !== textOf(raw)
        ? `is not the comment of ${where}, ${JSON.stringify(textOf(raw))}; copy that`
        : undefined
    const reason = refusal(raw, entry.text) ?? misquoted
    if (reason === undefined) return []
    const message = `${kind} "${name}" ${reason}`
    return [{ file, line: entry.line, message }]
  })
}

function neededComments(project: Project) {
  const needed = { listing: [] as Needed[], port: [] as Needed[] }
  const pairs = readPrograms(project).flatMap((program) => program.pairs)
  for (const side of pairs.flatMap(({ listing, port }) => [listing, port])) {
    for (const { key, comment } of keyedComments(side)) {
      const where = `${side.source.file}:${comment.first}`
      const { raw } = comment
      needed[side.source.section].push({
        kind: 'comment',
        name: key,
        where,
        raw,
      })
    }
  }
  return needed
}

/** The gaps that the alignment names, each where it comes first. */
function neededGaps(): Needed[] {
  const gaps = Object.values(alignment).flatMap((rows) =>
    rows.flatMap(([, , gap]) => gap ?? []),
  )
  const where = '.vitepress/weave/alignment.ts'
  return [...new Set(gaps)].map((name) => {
    return { kind: 'gap', name, where, raw: '// gap' } as const
  })
}

const kindOf = (section: Section) => (section === 'gaps' ? 'gap' : 'comment')
