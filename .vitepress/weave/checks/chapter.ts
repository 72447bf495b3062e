/** Checks that the woven pages have every chunk and claim, and no code. */

import {
  type Claim,
  claimsFile,
  readClaims,
  tracesOf,
} from '../../../src/evidence/claims.ts'
import type { Problem } from '../../../src/project/problem.ts'
import { stepsIn } from '../../scenes/trace-texts.ts'
import { docsFile, source } from '../../site/languages.ts'
import type { Page } from '../../site/page.ts'
import { type Program, readPrograms } from '../programs.ts'
import type { Checked } from './checked.ts'
import { compareMarks, problemOf, type Wanted } from './compare.ts'
import { checkNames } from './names.ts'

/** Finds marks that cannot be read or that name nothing that exists. */
export function checkMarks({ project, pages }: Checked): Problem[] {
  const chunks = wantedChunks({ project }).map(({ name }) => name)
  const claims = readClaims(project)
  return pages.flatMap((page) =>
    checkNames(
      page,
      chunks,
      [...claims.keys()],
      tracesOf(claims),
      stepsIn(project),
    ),
  )
}

/**
 * Finds chunks that a woven page lacks, repeats or has out of order. A page may
 * show its files in any order.
 */
export function checkChunks(checked: Checked): Problem[] {
  return readPrograms(checked.project).flatMap((program) => {
    const wanted = chunksOf(program)
    const known = wanted.map(({ name }) => name)
    const pages = checked.pages.filter(({ name }) => name === program.page)
    return pages.flatMap(({ file, marks }) => {
      const chunks = marks.filter(
        ({ kind, name }) => kind === 'chunk' && known.includes(name),
      )
      return compareMarks(wanted, chunks).map((finding) =>
        problemOf(file, finding, 'the listing'),
      )
    })
  })
}

/** Finds claims with two marks on a page or without a mark in English. */
export function checkClaims(checked: Checked): Problem[] {
  const problems: Problem[] = []
  const all = [...readClaims(checked.project).values()]
  for (const page of new Set(all.map((claim) => claim.page))) {
    const own = all.filter((claim) => claim.page === page)
    const pages = checked.pages.filter(({ name }) => name === `${page}.md`)
    problems.push(...checkClaimsOf(own, docsFile(source, `${page}.md`), pages))
  }
  return problems
}

/** The same for the claims of one page, in all languages. */
function checkClaimsOf(
  own: readonly Claim[],
  english: string,
  pages: readonly Page[],
): Problem[] {
  const problems: Problem[] = []
  const marked = new Set<string>()
  for (const { file, locale, marks } of pages) {
    const claims = marks.filter(({ kind }) => kind === 'claim')
    const lines = new Map<string, number>()
    for (const { name, line } of claims) {
      const first = lines.get(name)
      if (first === undefined) {
        lines.set(name, line)
        continue
      }
      const message = `claim "${name}" is already marked in line ${first}; delete one mark`
      problems.push({ file, line, message })
    }
    if (locale === source) for (const id of lines.keys()) marked.add(id)
  }
  for (const { id, line } of own) {
    if (marked.has(id)) continue
    const message = `claim "${id}" has no mark in ${english}; put <Claim id="${id}" /> after the sentence that states it, in every language`
    problems.push({ file: claimsFile, line, message })
  }
  return problems
}

/** Finds code in the Markdown of a page that shows a whole program. */
export function checkNoCode(checked: Checked): Problem[] {
  return wovenPages(checked).flatMap(({ file, code }) =>
    code.map((line) => {
      const message =
        'code in the Markdown; use a chunk instead, or remove the indent'
      return { file, line, message }
    }),
  )
}

/** The pages that show whole programs, in each language. */
export function wovenPages({
  project,
  pages,
}: Pick<Checked, 'project' | 'pages'>): Page[] {
  const names = readPrograms(project).map(({ page }) => page)
  return pages.filter(({ name }) => names.includes(name))
}

function wantedChunks({ project }: Pick<Checked, 'project'>): Wanted[] {
  return readPrograms(project).flatMap(chunksOf)
}

function chunksOf({ pairs }: Program): Wanted[] {
  return pairs.map(({ name, listing: { source, chunk } }) => {
    const where = `${source.file}:${chunk.first}`
    return { kind: 'chunk', name, where }
  })
}
