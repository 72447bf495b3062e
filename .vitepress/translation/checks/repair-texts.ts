/** Checks that the English repairs.json has the reasons that pages show. */
import { type Problem, problemsOf } from '../../../src/project/problem.ts'
import type { Project } from '../../../src/project/project.ts'
import { didYouMean } from '../../../src/trace/did-you-mean.ts'
import { docsFile, source } from '../../site/languages.ts'
import { repairKeys, repairsName } from '../../site/repair-texts.ts'
import { readTexts } from '../../site/texts.ts'

/** Finds reasons that English lacks, and reasons of nothing. */
export function checkRepairTexts(project: Project): Problem[] {
  const file = docsFile(source, repairsName)
  const found: Problem[] = []
  const stopped = problemsOf(() => {
    const texts = readTexts(project, source, repairsName)
    const keys = repairKeys(project)
    for (const key of keys) {
      if (texts.has(key)) continue
      const message = `"${key}" is missing; write the reason in one or two sentences`
      found.push({ file, line: 1, message })
    }
    for (const [key, { line }] of texts) {
      if (keys.includes(key)) continue
      const near = didYouMean(key, keys) || ';'
      const message = `"${key}" needs no reason${near} correct the key or delete the line`
      found.push({ file, line, message })
    }
  })
  return [...stopped, ...found]
}
