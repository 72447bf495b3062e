/** Checks that every mark can be read and names something that exists. */

import { claimsFile } from '../../../src/evidence/claims.ts'
import type { Problem } from '../../../src/project/problem.ts'
import { didYouMean } from '../../../src/trace/did-you-mean.ts'
import { chosenBy, numbersIn } from '../../scenes/chosen.ts'
import { drawingNames } from '../../scenes/drawings.ts'
import { namedChunk } from '../../site/marks.ts'
import type { Page } from '../../site/page.ts'

/** Finds marks of a page that cannot be read or have an unknown name. */
export function checkNames(
  page: Pick<Page, 'file' | 'marks' | 'problems'>,
  chunks: readonly string[],
  claims: readonly string[],
  traces: readonly string[],
  stepsOf: (trace: string) => number,
): Problem[] {
  const { file } = page
  const problems = [...page.problems]
  for (const { kind, name: written, line } of page.marks) {
    const chosen = kind === 'scene' ? chosenBy(written) : undefined
    const { chunk } = namedChunk(written)
    const name = chosen?.trace ?? (kind === 'chunk' ? chunk : written)
    const known = {
      chunk: chunks,
      claim: claims,
      drawing: drawingNames,
      trace: traces,
      scene: traces,
      heading: [name],
    }[kind]
    if (known.includes(name)) {
      if (!chosen) continue
      const message = refusal(() => numbersIn(chosen.steps, stepsOf(name)))
      if (message) problems.push({ file, line, message: `${name}: ${message}` })
      continue
    }
    const advice = {
      heading: '',
      chunk: `the chunks are ${chunks.join(', ')}`,
      claim: `the claims are listed in ${claimsFile}`,
      drawing: `the drawings are ${drawingNames.join(', ')}`,
      trace: 'the traces are the files in test/claims/',
      scene: 'the traces are the files in test/claims/',
    }[kind]
    const what = kind === 'scene' ? 'trace' : kind
    const message = `unknown ${what} "${name}"${didYouMean(name, known)} (${advice})`
    problems.push({ file, line, message })
  }
  return problems
}

/** Why the steps of a scene cannot be shown; undefined if they can. */
function refusal(read: () => unknown): string | undefined {
  try {
    read()
    return undefined
  } catch (error) {
    if (error instanceof RangeError) return error.message
    throw error
  }
}
