/** Checks that a JSON file has the texts of the English one. */

import { problemsOf } from '../../../src/project/problem.ts'
import type { Project } from '../../../src/project/project.ts'
import { didYouMean } from '../../../src/trace/did-you-mean.ts'
import { docsFile, type Language, source } from '../../site/languages.ts'
import { readTexts } from '../../site/texts.ts'
import { readRecords } from '../records.ts'
import type { Report } from './finding.ts'
import { textsOfMessage } from './message-texts.ts'
import type { Prose } from './prose.ts'

/**
 * Finds texts that are missing, and texts that English does not have. One that
 * is new in English stops nothing: the site shows it until it is translated.
 */
export function checkTexts(project: Project, locale: Language, name: string) {
  const file = docsFile(locale, name)
  const found: Report[] = []
  const { records } = readRecords(project, locale)
  const stopped = problemsOf(() => {
    const english = readTexts(project, source, name)
    const own = readTexts(project, locale, name)
    let line = 1
    for (const [key, { text }] of english) {
      const entry = own.get(key)
      if (!entry) {
        const message = `"${key}" is missing below this line; translate ${JSON.stringify(text)}`
        const known = records.has(`${name}#${key}`)
        found.push({
          file,
          line,
          message,
          severity: known ? 'error' : 'warning',
        })
      }
      line = entry?.line ?? line
    }
    for (const [key, entry] of own) {
      if (english.has(key)) continue
      const near = didYouMean(key, english.keys())
      const message = `"${key}" is not in docs/en/${name}${near || ';'} delete it, or use the name there`
      found.push({ file, line: entry.line, message })
    }
  })
  // Problems of the English file are reported with that file.
  return [...stopped.filter((problem) => problem.file === file), ...found]
}

/** The texts of a JSON file as readers get them, with their lines. */
export function textProse(project: Project, locale: Language, name: string) {
  const prose: Prose[] = []
  const messages = name === 'interface.json'
  problemsOf(() => {
    for (const { text, line } of readTexts(project, locale, name).values()) {
      const texts = messages ? textsOfMessage(text) : [text]
      prose.push(...texts.map((each) => ({ text: each, line })))
    }
  })
  return prose
}
