/**
 * Reads docs/LOCALE/allowed.json, which lists findings that a language allows,
 * each with a reason. There is no other way to suppress a finding.
 */

import { readJson } from '../../../src/project/json.ts'
import { fail, type Problem } from '../../../src/project/problem.ts'
import type { Project } from '../../../src/project/project.ts'
import { didYouMean } from '../../../src/trace/did-you-mean.ts'
import { docsFile, type Language } from '../../site/languages.ts'
import { checkNames, type Finding } from './finding.ts'

/** An allowed finding. */
export interface Allowed {
  readonly check: string
  /** The file's name, such as `traces.md`. */
  readonly file: string
  /** A part of the finding's message. */
  readonly says: string
  readonly why: string
}

const form =
  '{ "check": "glossary", "file": "traces.md", "says": "a part of the message", "why": "…" }'

/** The findings that a language allows. @throws {ProblemError} If malformed. */
export function readAllowed(project: Project, locale: Language) {
  const file = docsFile(locale, 'allowed.json')
  if (!project.has(file)) return []
  const text = project.read(file)
  const { value: data, lineOf } = readJson(file, text)
  if (!Array.isArray(data)) fail(file, 1, `is not a list; write [${form}]`)
  return data.map((entry: Partial<Allowed>, i) => {
    const line = lineOf(i, 'check')
    for (const field of ['check', 'file', 'says', 'why'] as const) {
      if (typeof entry?.[field] === 'string' && entry[field].trim() !== '')
        continue
      fail(file, line, `an entry lacks "${field}"; write ${form}`)
    }
    const allowed = entry as Allowed
    const names = Object.keys(checkNames)
    if (!names.includes(allowed.check)) {
      fail(
        file,
        line,
        `unknown check "${allowed.check}"${didYouMean(allowed.check, names)} (the checks are ${names.join(', ')})`,
      )
    }
    return { ...allowed, at: file, line }
  })
}

/** The findings that are not allowed, and the entries that allow nothing. */
export function withoutAllowed(
  findings: readonly Finding[],
  allowed: ReturnType<typeof readAllowed>,
): { left: Finding[]; idle: Problem[] } {
  const used = new Set<Allowed>()
  const left = findings.filter((finding) => {
    const found = allowed.find(
      ({ check, file, says }) =>
        check === finding.check &&
        finding.file.endsWith(`/${file}`) &&
        finding.message.includes(says),
    )
    if (found) used.add(found)
    return !found
  })
  const idle = allowed
    .filter((each) => !used.has(each))
    .map(({ at, line, check }) => {
      const message = `allows something that "${check}" no longer finds; delete this entry`
      return { file: at, line, message }
    })
  return { left, idle }
}
