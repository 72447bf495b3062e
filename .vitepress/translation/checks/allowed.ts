/**
 * Reads docs/LOCALE/allowed.json, which lists findings that a language allows,
 * each with a reason. There is no other way to suppress a finding.
 */

import { readJson } from '../../../src/project/json.ts'
import { fail, type Problem, problemsOf } from '../../../src/project/problem.ts'
import type { Project } from '../../../src/project/project.ts'
import { didYouMean } from '../../../src/trace/did-you-mean.ts'
import { docsFile, type Language } from '../../site/languages.ts'
import { checkNames, type Finding } from './finding.ts'

/** An allowed finding, and the line of its entry. */
interface Allowed {
  readonly check: string
  /** The file's name, such as `traces.md`. */
  readonly file: string
  /** What the check says, whole: its message without file and line. */
  readonly says: string
  readonly line: number
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
 * The findings that a language does not allow, and what is wrong with its
 * entries: one that lacks something, or that allows nothing.
 * @param unreadable Files that cannot be read: nothing is concluded from them.
 */
export function withoutAllowed(
  project: Project,
  locale: Language,
  findings: readonly Finding[],
  unreadable: ReadonlySet<string>,
): Finding[] {
  const file = docsFile(locale, 'allowed.json')
  const found: Problem[] = []
  let allowed: Allowed[] = []
  const stopped = problemsOf(() => {
    if (!project.has(file)) return
    allowed = entriesOf(project, file, found).filter((each) => {
      return !unreadable.has(docsFile(locale, each.file))
    })
  })
  const used = new Map<Allowed, number>()
  const left = findings.filter((finding) => {
    const entry = allowed.find(
      ({ check, file, says }) =>
        check === finding.check &&
        finding.file.endsWith(`/${file}`) &&
        finding.message === says,
    )
    if (entry) used.set(entry, (used.get(entry) ?? 0) + 1)
    return !entry
  })
  for (const entry of allowed) {
    const { line, check } = entry
    const times = used.get(entry)
    if (times === 1) continue
    const message = times
      ? `allows ${times} findings of "${check}"; an entry is for one, so change the other texts`
      : `allows something that "${check}" does not find; put the whole message into "says", or delete this entry`
    found.push({ file, line, message })
  }
  const about = [...stopped, ...found].map((problem): Finding => {
    return { ...problem, check: 'allowed', locale, severity: 'error' }
  })
  return [...left, ...about]
}

/**
 * The entries of a file.
 * @param found Receives what is wrong with an entry, which is then left out
 * unless only its reason is missing.
 * @throws {ProblemError} If the file is not a JSON list.
 */
function entriesOf(project: Project, file: string, found: Problem[]) {
  const { value: data, lineOf } = readJson(file, project.read(file))
  if (!Array.isArray(data)) fail(file, 1, `is not a list; write [${form}]`)
  return data.flatMap((entry, i): Allowed[] => {
    const line = lineOf(i, 'check')
    const message = wrongWith(entry)
    if (message) found.push({ file, line, message })
    const { check, says } = entry ?? {}
    if (!check || !entry.file || !says || strict.includes(check)) return []
    return [{ check, file: entry.file, says, line }]
  })
}

function wrongWith(
  entry: Partial<Allowed & { why: string }>,
): string | undefined {
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
