/** Each alias of the search leads to a word that the pages contain. */

import { readJson } from '../../../src/project/json.ts'
import { type Problem, problemsOf } from '../../../src/project/problem.ts'
import type { Project } from '../../../src/project/project.ts'
import { aliasesFile, readAliases } from '../../site/aliases.ts'
import type { Language } from '../../site/languages.ts'
import type { ParsedPage } from './parsed.ts'

/** What is wrong with a language's aliases. */
export function checkAliases(
  project: Project,
  locale: Language,
  pages: readonly ParsedPage[],
): Problem[] {
  const file = aliasesFile(locale)
  const found: Problem[] = []
  const stopped = problemsOf(() => {
    const texts = pages.map(({ text }) => text.toLowerCase()).join('\n')
    for (const [alias, word] of Object.entries(readAliases(project, locale))) {
      if (pages.length === 0 || texts.includes(word.toLowerCase())) continue
      const line = readJson(file, project.read(file)).lineOf(alias)
      const message = `"${alias}" leads to “${word}”, which no page contains; write a word of the pages`
      found.push({ file, line, message })
    }
  })
  return [...stopped, ...found]
}
