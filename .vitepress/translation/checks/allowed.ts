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
  /** What the check says, whole: its message without file and line. */
  readonly says: string
  readonly why: string
}

const form =
  '{ "check": "glossary", "file": "traces.md", "says": "the whole message", "why": "…" }'

/** Checks that `npm test` runs on the pages as they are, with no exceptions. */
const strict = [
  'marks',
  'chunks',
  'claims',
  'code',
  'parity',
  'comments',
  'editions',
  'allowed',
]

/**
 * The findings that a language allows.
 * @param problems Receives what is wrong with an entry, which is then left out
 * unless only its reason is missing.
 * @throws {ProblemError} If the file is not a JSON list.
 */
export function readAllowed(
  project: Project,
  locale: Language,
  problems: Problem[],
) {
  const file = docsFile(locale, 'allowed.json')
  if (!project.has(file)) return []
  const text = project.read(file)
  const { value: data, lineOf } = readJson(file, text)
  if (!Array.isArray(data)) fail(file, 1, `is not a list; write [${form}]`)
  return data.flatMap((entry: Partial<Allowed>, i) => {
    const line = lineOf(i, 'check')
    const message = wrongWith(entry)
    if (message) problems.push({ file, line, message })
    const { check, says } = entry ?? {}
    if (!check || !entry.file || !says || strict.includes(check)) return []
    return [{ check, file: entry.file, says, at: file, line }]
  })
}

function wrongWith(entry: Partial<Allowed>): string | undefined {
  for (const field of ['check', 'file', 'says', 'why'] as const) {
    if (typeof entry?.[field] === 'string' && entry[field].trim() !== '')
      continue
    return `an entry lacks "${field}"; write ${form}`
  }
  const check = `${entry.check}`
  const names = Object.keys(checkNames)
  if (!names.includes(check))
    return `unknown check "${check}"${didYouMean(check, names)} (the checks are ${names.join(', ')})`
  if (strict.includes(check))
    return `"${check}" has no exceptions: the page would be wrong; correct what it reports`
  return undefined
}

/** The findings that are not allowed, and the entries that allow nothing. */
export function withoutAllowed(
  findings: readonly Finding[],
  allowed: ReturnType<typeof readAllowed>,
): { left: Finding[]; idle: Problem[] } {
  const used = new Map<(typeof allowed)[number], number>()
  const left = findings.filter((finding) => {
    const found = allowed.find(
      ({ check, file, says }) =>
        check === finding.check &&
        finding.file.endsWith(`/${file}`) &&
        finding.message === says,
    )
    if (found) used.set(found, (used.get(found) ?? 0) + 1)
    return !found
  })
  const idle = allowed
    .filter((each) => used.get(each) !== 1)
    .map((each) => {
      const { at, line, check } = each
      const times = used.get(each)
      const message = times
        ? `allows ${times} findings of "${check}"; an entry is for one, so change the other texts`
        : `allows something that "${check}" does not find; put the whole message into "says", or delete this entry`
      return { file: at, line, message }
    })
  return { left, idle }
}
