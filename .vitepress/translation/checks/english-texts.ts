/** Checks that the English files have the texts that traces and repairs need. */
import {
  readClaims,
  traceFile,
  tracesOf,
} from '../../../src/evidence/claims.ts'
import { type Problem, problemsOf } from '../../../src/project/problem.ts'
import type { Project } from '../../../src/project/project.ts'
import { didYouMean } from '../../../src/trace/did-you-mean.ts'
import { englishTexts, tracesName } from '../../scenes/trace-texts.ts'
import { docsFile, source } from '../../site/languages.ts'
import { repairKeys, repairsName } from '../../site/repair-texts.ts'
import { readTexts } from '../../site/texts.ts'

/** A text that is needed: what it must be, and where that is said. */
interface Needed {
  readonly text: string
  readonly where: string
}

/** Finds titles and comments that differ from the traces, or have no trace. */
export const checkTraceTexts = (project: Project): Problem[] =>
  compared(project, tracesName, () =>
    tracesOf(readClaims(project)).flatMap((id) =>
      [...englishTexts(project, id)].map(([key, { text, line }]) => {
        return [key, { text, where: `${traceFile(id)}:${line}` }] as const
      }),
    ),
  )

/** Finds reasons that English lacks, and reasons of nothing. */
export const checkRepairTexts = (project: Project): Problem[] =>
  compared(project, repairsName, () =>
    repairKeys(project).map((key) => [key, undefined] as const),
  )

function compared(
  project: Project,
  name: string,
  needed: () => (readonly [key: string, Needed | undefined])[],
): Problem[] {
  const file = docsFile(source, name)
  const found: Problem[] = []
  const stopped = problemsOf(() => {
    const own = readTexts(project, source, name)
    const wanted = new Map(needed())
    let line = 1
    for (const [key, need] of wanted) {
      const text = own.get(key)?.text
      line = own.get(key)?.line ?? line
      if (text !== undefined && text === (need?.text ?? text)) continue
      const what = text
        ? `differs from ${need?.where}`
        : 'is missing below this line'
      const remedy = need
        ? `write "${key}": ${JSON.stringify(need.text)}`
        : 'write the reason in one or two sentences'
      found.push({ file, line, message: `"${key}" ${what}; ${remedy}` })
    }
    for (const [key, { line }] of own) {
      if (wanted.has(key)) continue
      const near = didYouMean(key, wanted.keys()) || ';'
      const message = `"${key}" is not needed${near} correct the key or delete the line`
      found.push({ file, line, message })
    }
  })
  return [...stopped.filter((problem) => problem.file === file), ...found]
}
