/**
 * Reads records as they were last committed, so that a record whose line was
 * deleted is not made anew as if its section had never been translated.
 */
import { execFileSync } from 'node:child_process'
import type { Locale, Project } from '../weave/project.ts'
import { readRecords, recordsFile, recordsText } from './records.ts'

/**
 * The project with the records that only the last commit has. Without git,
 * or before the first commit, it is as it was.
 */
export function withCommitted(project: Project, locale: Locale): Project {
  const file = recordsFile(locale)
  const committed = lastCommitted(project.root, file)
  if (committed === undefined) return project
  const before = readRecords(replaced(project, file, committed), locale)
  const now = readRecords(project, locale)
  // What is wrong with the file is for `update` to refuse.
  if (now.problems.length > 0) return project
  const all = new Map([...before.records, ...now.records])
  return replaced(project, file, recordsText(all.values()))
}

const replaced = (project: Project, file: string, text: string): Project => ({
  ...project,
  has: (path) => path === file || project.has(path),
  read: (path) => (path === file ? text : project.read(path)),
})

function lastCommitted(root: string, file: string): string | undefined {
  try {
    return execFileSync('git', ['show', `HEAD:./${file}`], {
      cwd: root,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    })
  } catch {
    return undefined
  }
}
