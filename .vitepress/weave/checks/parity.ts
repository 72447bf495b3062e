/** Checks that all languages have the same headings and marks in one order. */

import type { Problem } from '../../../src/project/problem.ts'
import { chapter } from '../../book.ts'
import { docsFile, source } from '../../site/languages.ts'
import type { Page, PageMark } from '../../site/page.ts'
import type { Checked } from './checked.ts'
import { compareMarks, keyOf, problemOf } from './compare.ts'

/**
 * Finds pages that English lacks, headings without an id, and marks that differ
 * from those of the English page.
 */
export function checkParity({ pages }: Checked): Problem[] {
  const names = new Set([`${chapter}.md`, ...pages.map(({ name }) => name)])
  const problems = pages.flatMap(bareHeadings)
  for (const name of names) {
    const same = pages.filter((page) => page.name === name)
    const english = same.find(({ locale }) => locale === source)
    // A page that a translation lacks is no problem: it is shown in English.
    if (english) problems.push(...compareWith(english, same))
    else {
      const alike = [...names].find((each) => differOnlyInCase(each, name))
      problems.push(
        alike && same[0]
          ? misnamed(same[0], docsFile(source, alike))
          : missingPage(docsFile(source, name), same),
      )
    }
  }
  return problems
}

const differOnlyInCase = (a: string, b: string): boolean =>
  a !== b && a.toLowerCase() === b.toLowerCase()

const misnamed = ({ file }: Page, english: string): Problem => ({
  file,
  line: 1,
  message: `has other capital letters in its name than ${english}; rename it`,
})

function missingPage(file: string, [other]: readonly Page[]): Problem {
  const message = other
    ? `is missing; translate ${other.file}, and keep its ids, chunks and claims`
    : 'is missing in every language; restore it'
  return { file, line: 1, message }
}

function bareHeadings({ file, text, bare }: Page): Problem[] {
  return bare.map((line) => {
    const heading = text.split('\n')[line - 1]
    const message = `heading "${heading}" has no id; end it with {#an-id}, the same in every language`
    return { file, line, message }
  })
}

/** Finds problems of the translations. English is never blamed. */
function compareWith(english: Page, same: readonly Page[]): Problem[] {
  return same
    .filter((page) => page !== english)
    .flatMap((page) => {
      const wanted = inOrderOf(page, marksOf(english, page)).map(
        ({ kind, name, line }) => {
          return { kind, name, where: `${english.file}:${line}` }
        },
      )
      return compareMarks(wanted, page.marks).map((finding) => {
        const { want, before } = finding
        const [top = 0, at = 0] = [before, want].map(
          (mark) =>
            english.marks.find((each) => keyOf(each) === keyOf(mark))?.line,
        )
        // As many blocks below the mark before it as in English.
        const blocks = startsIn(english.text).filter(
          (line) => line > top && line <= at,
        )
        const above = before?.line ?? 0
        const below = startsIn(page.text).filter((line) => line > above)
        const place = blocks.length === 0 ? above : below[blocks.length - 1]
        return problemOf(page.file, finding, english.file, 1, place)
      })
    })
}

/** The lines on which paragraphs, items, rows and the like begin. */
function startsIn(text: string): number[] {
  const lines = text.split('\n')
  return lines.flatMap((line, i) => {
    const isFirst =
      lines[i - 1]?.trim() === '' || /^\s*(?:[-*|]|\d+\.)/.test(line)
    return line.trim() !== '' && isFirst ? i + 1 : []
  })
}

/**
 * The English marks, without those in sections that the page lacks: a missing
 * section is one problem, which its heading tells.
 */
function marksOf(english: Page, page: Page): PageMark[] {
  const has = ({ kind, name }: PageMark) =>
    page.marks.some((each) => each.kind === kind && each.name === name)
  let lacks = false
  return english.marks.filter((mark) => {
    if (mark.kind === 'heading') {
      lacks = !has(mark)
      return true
    }
    return !lacks || has(mark)
  })
}

/**
 * The marks, with the claims of each section in the page's order: sentences may
 * change places within a section together with their marks.
 */
function inOrderOf(page: Page, marks: readonly PageMark[]): PageMark[] {
  const placeOf = new Map<string, number>()
  for (const [at, { kind, name }] of page.marks.entries()) {
    if (kind === 'claim' && !placeOf.has(name)) placeOf.set(name, at)
  }
  const sorted = [...marks]
  for (let from = 0; from < sorted.length; from++) {
    let to = from
    while (sorted[to]?.kind === 'claim') to++
    const run = sorted.slice(from, to)
    if (run.some(({ name }) => !placeOf.has(name))) continue
    run.sort((a, b) => (placeOf.get(a.name) ?? 0) - (placeOf.get(b.name) ?? 0))
    sorted.splice(from, run.length, ...run)
    from = to
  }
  return sorted
}
