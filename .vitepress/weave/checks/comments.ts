/** Checks that comments.json has one text for each comment and gap. */

import { type Problem, problemsOf } from '../../../src/project/problem.ts'
import type { Project } from '../../../src/project/project.ts'
import { languages, source } from '../../site/languages.ts'
import { reasonToRefuse, textOf } from '../comment-frame.ts'
import {
  type Localized,
  readLocalized,
  type Section,
  sections,
} from '../localized.ts'
import { keyedComments, readPrograms } from '../programs.ts'
import type { Checked } from './checked.ts'
import { compareMarks, problemOf, type Wanted } from './compare.ts'

/** A comment or a gap that needs a text in each language. */
interface Needed extends Wanted {
  readonly where: string
  /** The comment with its frame; for a gap, a frame of one line. */
  readonly raw: string
}

/** Finds entries that are missing, unknown, out of order or not valid. */
export function checkComments({
  project,
  locales = languages,
}: Checked): Problem[] {
  let needed: Record<Section, Needed[]>
  return locales.flatMap((locale) => {
    const found: Problem[] = []
    const stopped = problemsOf(() => {
      needed ??= { ...neededComments(project), gaps: neededGaps(project) }
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

/** Finds texts that do not fit their comment, or that misquote the code. */
function unfit(
  { locale, file, ...texts }: Localized,
  section: Section,
  needed: readonly Needed[],
): Problem[] {
  return needed.flatMap(({ kind, name, raw, where }) => {
    const entry = texts[section].get(name)
    if (!entry) return []
    const misquoted =
      locale === source && kind === 'comment' && entry.text !== textOf(raw)
        ? `is not the comment of ${where}, which is ${JSON.stringify(textOf(raw))}; copy that`
        : undefined
    const reason = reasonToRefuse(raw, entry.text) ?? misquoted
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

/** The gaps in the alignment, each once, in the order of their first use. */
function neededGaps(project: Project): Needed[] {
  const needed = new Map<string, Needed>()
  for (const { pairs, alignment } of readPrograms(project)) {
    const [, where] = alignment
    for (const [, , name] of pairs.flatMap(({ rows }) => rows)) {
      if (!name || needed.has(name)) continue
      needed.set(name, { kind: 'gap', name, where, raw: '// gap' })
    }
  }
  return [...needed.values()]
}

const kindOf = (section: Section) => (section === 'gaps' ? 'gap' : 'comment')
