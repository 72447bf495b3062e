/** Checks that the English traces.json says what the traces say. */
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
import { readTexts, type Text } from '../../site/texts.ts'

/** Finds titles and comments that differ, are missing, or have no trace. */
export function checkTraceTexts(project: Project): Problem[] {
  const file = docsFile(source, tracesName)
  const found: Problem[] = []
  const stopped = problemsOf(() => {
    const own = readTexts(project, source, tracesName)
    const wanted = new Map(
      tracesOf(readClaims(project)).flatMap((id) =>
        [...englishTexts(project, id)].map(
          ([key, text]) => [key, { ...text, of: traceFile(id) }] as const,
        ),
      ),
    )
    let line = 1
    for (const [key, text] of wanted) {
      const entry = own.get(key)
      line = entry?.line ?? line
      const message = problemWith(key, entry, text)
      if (message) found.push({ file, line, message })
    }
    for (const [key, { line }] of own) {
      if (wanted.has(key)) continue
      const near = didYouMean(key, wanted.keys()) || ';'
      const message = `"${key}" is the text of no trace${near} delete it, or correct the key`
      found.push({ file, line, message })
    }
  })
  return [...stopped.filter((problem) => problem.file === file), ...found]
}

function problemWith(
  key: string,
  entry: Text | undefined,
  { text, line, of }: Text & { readonly of: string },
): string | undefined {
  const there = `${of}:${line}`
  const write = `write "${key}": ${JSON.stringify(text)}`
  if (!entry) return `"${key}" is missing below this line; ${write}`
  if (entry.text === text) return undefined
  return `"${key}" differs from the comment in ${there}; ${write}`
}
