/**
 * Reports what is stale, missing or not recorded, which is no error, and what
 * was translated and is English again, which is one.
 */

import type { Project } from '../../../src/project/project.ts'
import { type Language, source } from '../../site/languages.ts'
import { readRecords } from '../records.ts'
import { fileOfPage } from '../sections.ts'
import type { LanguageStatus, PageStatus, SectionStatus } from '../status.ts'
import { todosOf } from '../todo.ts'
import type { Report } from './finding.ts'

/** So many sections of a page and a state are one finding. */
const most = 3

/**
 * Finds lines that are no records, and sections with something to do.
 * @param unreadable Files that cannot be read: nothing is concluded from them.
 */
export function checkRecords(
  project: Project,
  locale: Language,
  { pages }: LanguageStatus,
  unreadable: ReadonlySet<string>,
): Report[] {
  const isRead = ({ page }: PageStatus) =>
    ![locale, source].some((each) => unreadable.has(fileOfPage(each, page)))
  const found: Report[] = [...readRecords(project, locale).problems]
  for (const page of pages.filter(isRead)) {
    for (const { key, translation } of page.sections.filter(isEnglishAgain)) {
      if (!translation) continue
      const { file, line } = translation
      const message = `"${key}" is still English, but was translated before; restore the translation, or translate it again`
      found.push({ file, line, message, severity: 'error' })
    }
    const sections = page.sections.filter((each) => !isEnglishAgain(each))
    found.push(...todosOf(locale, { ...page, sections }, most))
  }
  return found
}

const isEnglishAgain = ({ state, translation, record }: SectionStatus) =>
  state === 'missing' && translation !== undefined && record !== undefined
