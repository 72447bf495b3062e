/** Checks that the records agree with the translations. */

import type { Project } from '../../../src/project/project.ts'
import { docsFile, type Language, source } from '../../site/languages.ts'
import { readRecords } from '../records.ts'
import type { LanguageStatus } from '../status.ts'
import { todosOf } from '../todo.ts'
import type { Finding } from './finding.ts'

type Found = Pick<Finding, 'file' | 'line' | 'message' | 'severity'>

/**
 * Finds broken records and translations without a record, which are errors, and
 * stale and missing sections, which are warnings.
 */
export function checkRecords(
  project: Project,
  locale: Language,
  { pages }: LanguageStatus,
  unreadable: ReadonlySet<string>,
): Found[] {
  // The pages that were translated and are gone, each with its first record.
  const gone = new Map<string, number>()
  // Nothing is concluded from a file that cannot be read, or of which it is
  // already known that something is missing.
  const isRead = (key: string) => {
    const name = fileOf(key)
    return ![source, locale].some((each) =>
      unreadable.has(docsFile(each, name)),
    )
  }
  const { file, lines, problems } = readRecords(project, locale)
  const found: Found[] = problems.map((problem) => ({
    ...problem,
    severity: 'error',
  }))
  const sections = pages.flatMap((page) => page.sections)
  for (const [key, line] of lines) {
    if (!isRead(key) || sections.some((section) => section.key === key))
      continue
    const message = `English no longer has ${key}; delete this line`
    found.push({ file, line, message, severity: 'error' })
  }
  for (const { key, state } of sections) {
    const line = lines.get(key)
    if (state !== 'missing' || line === undefined || !isRead(key)) continue
    const page = docsFile(locale, fileOf(key))
    if (!project.has(page)) {
      if (!gone.has(page)) gone.set(page, line)
      continue
    }
    const message = `${key} was translated, but is missing from docs/${locale}/; restore it with its id, or translate it again`
    found.push({ file, line, message, severity: 'error' })
  }
  for (const [page, line] of gone) {
    const message = `${page} was translated, but is missing; restore it, or delete the records of its sections`
    found.push({ file, line, message, severity: 'error' })
  }
  for (const todo of pages.flatMap((page) => todosOf(locale, page))) {
    const { key, state, file, line, message } = todo
    if (!isRead(key) || gone.has(file)) continue
    if (state === 'missing' && lines.has(key)) continue
    const severity = state === 'unrecorded' ? 'error' : 'warning'
    found.push({ file, line, message, severity })
  }
  return found
}

/** The file of a section, from its key. */
function fileOf(key: string): string {
  const [page = ''] = key.split('#')
  return page.endsWith('.json') ? page : `${page}.md`
}
