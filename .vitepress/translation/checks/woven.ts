/** Runs the checks of the weave for the translations. */
import type { Project } from '../../../src/project/project.ts'
import { source as english, languages } from '../../site/languages.ts'
import { checks as weaveChecks } from '../../weave/checks/index.ts'
import type { CheckName, Finding } from './finding.ts'
import type { ParsedPage } from './parsed.ts'

const woven = {
  marks: weaveChecks.checkMarks,
  chunks: weaveChecks.checkChunks,
  claims: weaveChecks.checkClaims,
  code: weaveChecks.checkNoCode,
  parity: weaveChecks.checkParity,
  comments: weaveChecks.checkComments,
  editions: weaveChecks.checkEditions,
} satisfies Partial<Record<CheckName, unknown>>

/**
 * The findings of the weave's checks.
 * @param whole The pages that can be read; the checks need these.
 */
export function* wovenFindings(
  project: Project,
  whole: readonly ParsedPage[],
  pages: readonly ParsedPage[],
): Generator<Finding> {
  const html = () => ''
  for (const [name, run] of Object.entries(woven)) {
    for (const problem of run({ project, pages: whole, html })) {
      // A page that cannot be read has its own finding and is not missing.
      if (pages.some(({ file, broken }) => broken && file === problem.file))
        continue
      const locale = languages.find((each) =>
        problem.file.startsWith(`docs/${each}/`),
      )
      yield {
        ...problem,
        check: name as CheckName,
        locale: locale ?? english,
        severity: 'error',
      }
    }
  }
}
