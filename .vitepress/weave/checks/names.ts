/** Checks that every mark can be read and names something that exists. */

import { claimsFile } from '../../../src/evidence/claims.ts'
import type { Problem } from '../../../src/project/problem.ts'
import { didYouMean } from '../../../src/trace/did-you-mean.ts'
import type { Page } from '../../site/page.ts'

/** Finds marks of a page that cannot be read or have an unknown name. */
export function checkNames(
  page: Pick<Page, 'file' | 'marks' | 'problems'>,
  chunks: readonly string[],
  claims: readonly string[],
  traces: readonly string[],
): Problem[] {
  const { file } = page
  const problems = [...page.problems]
  for (const { kind, name, line } of page.marks) {
    const known = {
      chunk: chunks,
      claim: claims,
      trace: traces,
      heading: [name],
    }[kind]
    if (known.includes(name)) continue
    const advice = {
      heading: '',
      chunk: `the chunks are ${chunks.join(', ')}`,
      claim: `the claims are listed in ${claimsFile}`,
      trace: 'the traces are the files in test/claims/',
    }[kind]
    const message = `unknown ${kind} "${name}"${didYouMean(name, known)} (${advice})`
    problems.push({ file, line, message })
  }
  return problems
}
