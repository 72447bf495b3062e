/** Every mark can be read, and names something that exists. */

import { didYouMean } from '../../../src/nearest.ts'
import type { Page } from '../page.ts'
import type { Problem } from '../problem.ts'
import { claimsFile } from '../project.ts'

/** Marks of a page that cannot be read, or name no chunk, claim or trace. */
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
