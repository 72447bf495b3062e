/** The chapter's pages hold every chunk and claim once, and no code. */

import { readClaims, tracesOf } from '../claims.ts'
import type { Page } from '../page.ts'
import type { Problem } from '../problem.ts'
import { chapter, claimsFile } from '../project.ts'
import { readPrograms } from '../sources.ts'
import type { Checked } from './checked.ts'
import { compareMarks, problemOf, type Wanted } from './compare.ts'
import { checkNames } from './names.ts'

/** Marks of any page that are unreadable or name nothing that exists. */
export function checkMarks({ project, pages }: Checked): Problem[] {
  const chunks = wantedChunks({ project }).map(({ name }) => name)
  const claims = readClaims(project)
  return pages.flatMap((page) =>
    checkNames(page, chunks, [...claims.keys()], tracesOf(claims)),
  )
}

/** Chunks that a chapter page lacks, repeats, or has out of order. */
export function checkChunks(checked: Checked): Problem[] {
  const wanted = wantedChunks(checked)
  const known = wanted.map(({ name }) => name)
  return chapters(checked).flatMap(({ file, marks }) => {
    const chunks = marks.filter(
      ({ kind, name }) => kind === 'chunk' && known.includes(name),
    )
    return compareMarks(wanted, chunks).map((finding) =>
      problemOf(file, finding, 'the listing'),
    )
  })
}

/** Claims that a chapter page marks twice or, in English, nowhere. */
export function checkClaims(checked: Checked): Problem[] {
  const problems: Problem[] = []
  for (const { file, locale, marks } of chapters(checked)) {
    const claims = marks.filter(({ kind }) => kind === 'claim')
    const lines = new Map<string, number>()
    for (const { name, line } of claims) {
      const first = lines.get(name)
      if (first === undefined) {
        lines.set(name, line)
        continue
      }
      const message = `claim "${name}" stands already in line ${first}; delete one`
      problems.push({ file, line, message })
    }
    if (locale !== 'en') continue
    for (const { id, line } of readClaims(checked.project).values()) {
      if (lines.has(id)) continue
      const message = `claim "${id}" is marked nowhere in ${file}; put <Claim id="${id}" /> after the sentence that states it, in every language`
      problems.push({ file: claimsFile, line, message })
    }
  }
  return problems
}

/** Code in the Markdown of a chapter page. */
export function checkNoCode(checked: Checked): Problem[] {
  return chapters(checked).flatMap(({ file, code }) =>
    code.map((line) => {
      const message =
        'code in Markdown; name a chunk instead, or take the indent away'
      return { file, line, message }
    }),
  )
}

/** The chapter's pages, one a language. */
export function chapters({ pages }: Pick<Checked, 'pages'>): Page[] {
  return pages.filter(({ name }) => name === chapter)
}

function wantedChunks({ project }: Pick<Checked, 'project'>): Wanted[] {
  return readPrograms(project).flatMap(({ pairs }) =>
    pairs.map(({ name, listing: { source, chunk } }) => {
      const where = `${source.file}:${chunk.first}`
      return { kind: 'chunk' as const, name, where }
    }),
  )
}
