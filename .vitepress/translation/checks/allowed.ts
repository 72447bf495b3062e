/**
 * What a language allows although a check objects: docs/LOCALE/allowed.json,
 * the only place where a check is silenced, each time with its reason.
 */

import { didYouMean } from '../../../src/nearest.ts'
import { lineAt, parseJson } from '../../weave/json.ts'
import { fail, type Problem } from '../../weave/problem.ts'
import { docsFile, type Locale, type Project } from '../../weave/project.ts'
import { checkNames, type Finding } from './finding.ts'

/** Something that is allowed. */
export interface Allowed {
  readonly check: string
  /** The file's name: `traces.md`. */
  readonly file: string
  /** A part of what the check says. */
  readonly says: string
  readonly why: string
}

const form =
  '{ "check": "glossary", "file": "traces.md", "says": "a part of the message", "why": "…" }'

/** What a language allows. @throws {WeaveError} If it cannot be read. */
export function readAllowed(project: Project, locale: Locale) {
  const file = docsFile(locale, 'allowed.json')
  if (!project.has(file)) return []
  const text = project.read(file)
  const data = parseJson(file, text)
  if (!Array.isArray(data)) fail(file, 1, `is not a list; write [${form}]`)
  const starts = [...text.matchAll(/"check"/g)]
  return data.map((entry: Partial<Allowed>, i) => {
    const line = lineAt(text, starts[i]?.index ?? 0)
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
        `no check "${allowed.check}"${didYouMean(allowed.check, names)} There are ${names.join(', ')}`,
      )
    }
    return { ...allowed, at: file, line }
  })
}

/** The findings that are not allowed, and the allowances that allow nothing. */
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
