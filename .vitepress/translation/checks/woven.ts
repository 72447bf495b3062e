/** Runs the checks of the weave for the translations. */
import { type Problem, problemsOf } from '../../../src/project/problem.ts'
import type { Project } from '../../../src/project/project.ts'
import {
  source as english,
  type Language,
  languages,
} from '../../site/languages.ts'
import type { PageMark } from '../../site/page.ts'
import {
  checkChunks,
  checkClaims,
  checkMarks,
  checkNoCode,
} from '../../weave/checks/chapter.ts'
import { checkComments } from '../../weave/checks/comments.ts'
import { checkEditions } from '../../weave/checks/editions.ts'
import { checkParity } from '../../weave/checks/parity.ts'
import { type Records, readRecords } from '../records.ts'
import { titleId } from '../sections.ts'
import type { LanguageStatus } from '../status.ts'
import type { CheckName, Finding } from './finding.ts'
import type { ParsedPage } from './parsed.ts'

const woven = {
  marks: checkMarks,
  chunks: checkChunks,
  claims: checkClaims,
  code: checkNoCode,
  comments: checkComments,
  editions: checkEditions,
} satisfies Partial<Record<CheckName, unknown>>

const isWhole = ({ broken }: ParsedPage): boolean => !broken

/**
 * The findings of the weave's checks.
 * @param own The languages that are checked.
 * @param pagesOf Reads the pages of a language.
 * @param statusOf Reads the status of a translation.
 */
export function* wovenFindings(
  project: Project,
  own: readonly Language[],
  pagesOf: (locale: Language) => readonly ParsedPage[],
  statusOf: (locale: Language) => LanguageStatus,
): Generator<Finding> {
  const html = () => ''
  const broken = own
    .flatMap(pagesOf)
    .flatMap((page) => (isWhole(page) ? [] : page.file))
  const wholeOf = (locales: readonly Language[]) =>
    locales.flatMap(pagesOf).filter(isWhole)
  const checked = { project, locales: own, pages: wholeOf(own), html }
  const parityOf = (locale: Language) => {
    if (locale === english)
      return checkParity({ ...checked, pages: wholeOf([english]) })
    const { records } = readRecords(project, locale)
    const both = wholeOf([english, locale])
    const pages = comparable(both, statusOf(locale), records)
    return checkParity({ ...checked, pages })
  }
  // If all translations differ from English alike, English has changed. That is
  // no mistake of theirs.
  let others: Problem[] | undefined
  const isNews = ({ file, message }: Problem) => {
    const name = file.replace(/^.*\//, '')
    const same = wholeOf(languages).filter((page) => page.name === name)
    others ??= languages.flatMap(parityOf)
    const alike = others.filter((each) => each.message === message)
    return alike.length > 1 && alike.length === same.length - 1
  }
  const checks = { ...woven, parity: () => own.flatMap(parityOf) }
  for (const [check, run] of Object.entries(checks)) {
    let problems: readonly Problem[] = []
    const stopped = problemsOf(() => {
      problems = run(checked)
    })
    for (const problem of [...stopped, ...problems]) {
      // A page that cannot be read has its own finding and is not missing.
      if (broken.includes(problem.file)) continue
      const locale =
        languages.find((each) => problem.file.startsWith(`docs/${each}/`)) ??
        english
      const mild = check === 'parity' && isNews(problem)
      const severity = mild ? 'warning' : 'error'
      yield { ...problem, check: check as CheckName, locale, severity }
    }
  }
}

/**
 * The pages of a language and of English, with the marks that can be compared.
 * English is right: what it has changed since a translation was made is no
 * mistake of the translation, and what a missing section has is not missing too.
 */
function comparable(
  both: readonly ParsedPage[],
  { pages }: LanguageStatus,
  records: Records['records'],
): ParsedPage[] {
  return both.flatMap((page) => {
    const other = both.find((each) => {
      return each.name === page.name && each.locale !== page.locale
    })
    if (!other) return page
    const name = page.name.replace(/\.md$/, '')
    const status = pages.find((each) => each.page === name)
    const sections = status?.sections ?? []
    const stale = new Set(
      sections.filter(({ state }) => state === 'stale').map(({ id }) => id),
    )
    const [marks, others] = [page, other].map(placed) as [Placed[], Placed[]]
    const has = (all: readonly Placed[], { kind, name }: Named) =>
      all.some((each) => each.kind === kind && each.name === name)
    const moved = [...marks, ...others].filter(
      ({ id, kind }) => stale.has(id) && kind !== 'heading',
    )
    const left = marks.filter((mark) => {
      const { id, kind } = mark
      if (has(moved, mark)) return false
      if (id === titleId || has(others, { kind: 'heading', name: id }))
        return true
      // A new section of English, or one that English has dropped.
      const wasRead = records.has(`${name}#${id}`)
      const isNews = (page.locale === english) !== wasRead
      return kind === 'heading' ? !isNews : has(others, mark)
    })
    return { ...page, marks: left }
  })
}

/** A mark, and the id of the section that has it. */
type Placed = PageMark & { readonly id: string }
type Named = Pick<PageMark, 'kind' | 'name'>

function placed({ marks }: ParsedPage): Placed[] {
  let id = titleId
  return marks.map((mark) => {
    if (mark.kind === 'heading') id = mark.name
    return { ...mark, id }
  })
}
