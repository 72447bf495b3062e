/** All languages have the same headings, chunks and claims in one order. */
import type { Page } from '../page.ts'
import type { Problem } from '../problem.ts'
import { docsFile, locales } from '../project.ts'
import type { Checked } from './checked.ts'
import { compareMarks, type Finding, problemOf } from './compare.ts'

/**
 * Pages that a language lacks, headings without an id, and marks that differ
 * from those of the English page.
 */
export function checkParity({ pages }: Checked): Problem[] {
  const names = new Set(pages.map(({ name }) => name))
  const problems = pages.flatMap(bareHeadings)
  for (const name of names) {
    const same = pages.filter((page) => page.name === name)
    for (const locale of locales) {
      if (same.some((page) => page.locale === locale)) continue
      problems.push(missingPage(docsFile(locale, name), same))
    }
    const english = same.find(({ locale }) => locale === locales[0])
    if (english) problems.push(...compareWith(english, same))
  }
  return problems
}

function missingPage(file: string, [other]: readonly Page[]): Problem {
  const message = `is missing; translate ${other?.file}, and keep its ids, chunks and claims`
  return { file, line: 1, message }
}

function bareHeadings({ file, text, bare }: Page): Problem[] {
  return bare.map((line) => {
    const heading = text.split('\n')[line - 1]
    const message = `heading "${heading}" has no id; end it with {#an-id}, the same in every language`
    return { file, line, message }
  })
}

/**
 * Problems of the translations. What all of them have in place of the same
 * mark, or besides, is one problem of the English page instead.
 */
function compareWith(english: Page, same: readonly Page[]): Problem[] {
  const wanted = english.marks.map(({ kind, name, line }) => {
    return { kind, name, where: `${english.file}:${line}` }
  })
  const translations = same.filter((page) => page !== english)
  const found = translations.flatMap((page) =>
    compareMarks(wanted, page.marks).map((finding) => ({ page, finding })),
  )
  const problems = new Map<string, Problem>()
  for (const { page, finding } of found) {
    const alike = found.filter(({ finding: { want, got } }) => {
      const { want: w, got: g } = finding
      return (
        want?.where === w?.where &&
        got?.kind === g?.kind &&
        got?.name === g?.name
      )
    })
    const blame =
      finding.got && alike.length === translations.length && alike.length > 1
    const problem = blame
      ? problemOf(
          english.file,
          inverse(finding, page, english),
          'the other languages',
        )
      : problemOf(page.file, finding, english.file)
    problems.set(JSON.stringify(problem), problem)
  }
  return [...problems.values()]
}

/** The finding as the English page must see it. */
function inverse(
  { want, got, before }: Finding,
  page: Page,
  english: Page,
): Finding {
  const has = (mark: typeof before) =>
    english.marks.find(
      (each) => each.kind === mark?.kind && each.name === mark.name,
    )
  const mark = english.marks.find(
    ({ line }) => want?.where === `${english.file}:${line}`,
  )
  return {
    want: got && { ...got, where: `${page.file}:${got.line}` },
    got: mark,
    before: has(before),
  }
}
