/** What is on record agrees with what is there. */
import type { Locale, Project } from '../../weave/project.ts'
import { readRecords } from '../records.ts'
import type { LanguageStatus } from '../status.ts'
import { todosOf } from '../todo.ts'
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
  const { file, lines, problems } = readRecords(project, locale)
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
  for (const { key, state } of sections) {
    const line = lines.get(key)
    if (state !== 'missing' || line === undefined) continue
    const message = `${key} was translated, but is gone from docs/${locale}/; bring it back, with its id, or translate it again`
    found.push({ file, line, message, severity: 'error' })
  }
  for (const todo of pages.flatMap((page) => todosOf(locale, page))) {
    const { key, state, file, line, message } = todo
    if (state === 'missing' && lines.has(key)) continue
    const severity = state === 'unrecorded' ? 'error' : 'warning'
    found.push({ file, line, message, severity })
  }
  return found
}
