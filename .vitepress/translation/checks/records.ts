/** What is on record agrees with what is there. */
import { docsFile, type Locale, type Project } from '../../weave/project.ts'
import { readRecords } from '../records.ts'
import { advice } from '../show-status.ts'
import type { LanguageStatus } from '../status.ts'
import type { Finding } from './finding.ts'

type Found = Pick<Finding, 'file' | 'line' | 'message' | 'severity'>

/**
 * Records that are broken or untrue are errors, as are translations without
 * a record; what is stale or not begun is a warning.
 */
export function checkRecords(
  project: Project,
  locale: Locale,
  { pages }: LanguageStatus,
): Found[] {
  const { file, records, lines, problems } = readRecords(project, locale)
  const found: Found[] = problems.map((problem) => ({
    ...problem,
    severity: 'error',
  }))
  const sections = pages.flatMap((page) => page.sections)
  for (const [key, line] of lines) {
    if (sections.some((section) => section.key === key)) continue
    const message = `English no longer has ${key}; delete this line`
    found.push({ file, line, message, severity: 'error' })
  }
  for (const { page, sections: own } of pages) {
    const begun = own.some(
      ({ key, translation }) => translation ?? records.get(key),
    )
    if (begun) continue
    const message = `is missing, so that readers see the English page; translate ${own[0]?.english.file}, and keep its ids, chunks and claims`
    const file = docsFile(locale, `${page}.md`)
    found.push({ file, line: 1, message, severity: 'warning' })
  }
  for (const section of sections) {
    const { key, state, reworded, translation } = section
    const recorded = records.has(key)
    if (state === 'current' && !reworded) continue
    const severity =
      state === 'unrecorded' || (state === 'missing' && recorded)
        ? 'error'
        : 'warning'
    const [, where = file, line = '1', message = ''] =
      /^(.*?):(\d+): (.*)$/s.exec(advice(locale, section)) ?? []
    if (state === 'missing' && recorded) {
      const at = lines.get(key) ?? 1
      const lost = `${key} was translated, but is gone from docs/${locale}/; bring it back, with its id, or translate it again`
      found.push({ file, line: at, message: lost, severity })
    } else if (state !== 'missing' || translation) {
      found.push({ file: where, line: Number(line), message, severity })
    }
  }
  return found
}
