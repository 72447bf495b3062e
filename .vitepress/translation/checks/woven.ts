/** Runs the checks of the weave for the translations. */
import type { Problem } from '../../../src/project/problem.ts'
import type { Project } from '../../../src/project/project.ts'
import {
  source as english,
  type Language,
  languages,
} from '../../site/languages.ts'
import type { PageMark } from '../../site/page.ts'
import { checks as weaveChecks } from '../../weave/checks/index.ts'
import { readRecords } from '../records.ts'
import { titleId } from '../sections.ts'
import { pageStatus } from '../status.ts'
import type { CheckName, Finding } from './finding.ts'
import type { ParsedPage } from './parsed.ts'

const woven = {
  marks: weaveChecks.checkMarks,
  chunks: weaveChecks.checkChunks,
  claims: weaveChecks.checkClaims,
  code: weaveChecks.checkNoCode,
  comments: weaveChecks.checkComments,
  editions: weaveChecks.checkEditions,
} satisfies Partial<Record<CheckName, unknown>>

/**
 * The findings of the weave's checks.
 * @param whole The pages that can be read; the checks need these.
 */
export function* wovenFindings(
  project: Project,
  whole: readonly ParsedPage[],
  pages: readonly ParsedPage[],
): Generator<Finding> {
  const html = () => ''
  const checked = { project, pages: whole, html }
  const parity = languages.flatMap((locale) => {
    const own = comparable(project, whole, locale)
    return weaveChecks.checkParity({ ...checked, pages: own })
  })
  // If all translations differ from English alike, English has changed. That is
  // no mistake of theirs.
  const isNews = ({ file, message }: Problem) => {
    const name = file.replace(/^.*\//, '')
    const same = whole.filter((page) => page.name === name)
    const alike = parity.filter((each) => each.message === message)
    return alike.length > 1 && alike.length === same.length - 1
  }
  const found = [
    ...Object.entries(woven).map(
      ([name, run]) => [name, run(checked)] as const,
    ),
    ['parity', parity] as const,
  ]
  for (const [check, problems] of found) {
    for (const problem of problems) {
      // A page that cannot be read has its own finding and is not missing.
      if (pages.some(({ file, broken }) => broken && file === problem.file))
        continue
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
  project: Project,
  pages: readonly ParsedPage[],
  locale: Language,
): ParsedPage[] {
  const { records } = readRecords(project, locale)
  return pages
    .filter((page) => page.locale === english || page.locale === locale)
    .flatMap((page, _, both) => {
      const other = both.find((each) => {
        return each.name === page.name && each.locale !== page.locale
      })
      if (!other) return page
      const name = page.name.replace(/\.md$/, '')
      const { sections } = pageStatus(project, locale, name)
      const stale = new Set(
        sections.filter(({ state }) => state === 'stale').map(({ id }) => id),
      )
      const isHeading = ({ kind }: PageMark) => kind === 'heading'
      const has = ({ marks }: ParsedPage, mark: PageMark) =>
        marks.some(({ kind, name }) => {
          return kind === mark.kind && name === mark.name
        })
      const moved = [...placed(page), ...placed(other)]
        .filter(({ id, mark }) => stale.has(id) && !isHeading(mark))
        .map(({ mark: { kind, name } }) => `${kind} ${name}`)
      const wasRead = (id: string) => records.has(`${name}#${id}`)
      const marks = placed(page)
        .filter(({ id, mark, lone }) => {
          if (moved.includes(`${mark.kind} ${mark.name}`)) return false
          if (!lone(other)) return true
          // A new section of English, or one that English has dropped.
          const isNews = page.locale === english ? !wasRead(id) : wasRead(id)
          return isHeading(mark) ? !isNews : has(other, mark)
        })
        .map(({ mark }) => mark)
      return { ...page, marks }
    })
}

/** The marks of a page, each with its section. */
function placed({ marks }: ParsedPage) {
  let id = titleId
  return marks.map((mark) => {
    if (mark.kind === 'heading') id = mark.name
    const section = id
    return {
      mark,
      id,
      /** Whether another page lacks the section. */
      lone: (other: ParsedPage) =>
        section !== titleId &&
        !other.marks.some(({ kind, name }) => {
          return kind === 'heading' && name === section
        }),
    }
  })
}
