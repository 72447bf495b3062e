/** A file of short texts has those of the English one. */
import { didYouMean } from '../../../src/nearest.ts'
import { type Problem, problemsOf } from '../../weave/problem.ts'
import { docsFile, type Locale, type Project } from '../../weave/project.ts'
import { readTexts } from '../texts.ts'
import type { Prose } from './prose.ts'

/** Texts that are missing, or that English does not have. */
export function checkTexts(
  project: Project,
  locale: Locale,
  name: string,
): Problem[] {
  const file = docsFile(locale, name)
  const found: Problem[] = []
  const stopped = problemsOf(() => {
    const english = readTexts(project, 'en', name)
    const own = readTexts(project, locale, name)
    let line = 1
    for (const [key, { text }] of english) {
      const entry = own.get(key)
      if (!entry) {
        const message = `"${key}" is missing below this line; translate ${JSON.stringify(text)}`
        found.push({ file, line, message })
      }
      line = entry?.line ?? line
    }
    for (const [key, entry] of own) {
      if (english.has(key)) continue
      const near = didYouMean(key, english.keys())
      const message = `"${key}" is not in docs/en/${name}${near || ';'} delete it, or name it as there`
      found.push({ file, line: entry.line, message })
    }
  })
  // What is wrong with the English file is said of that one.
  return [...stopped.filter((problem) => problem.file === file), ...found]
}

/** Its texts. */
export function textProse(
  project: Project,
  locale: Locale,
  name: string,
): Prose[] {
  const prose: Prose[] = []
  problemsOf(() => prose.push(...readTexts(project, locale, name).values()))
  return prose
}
