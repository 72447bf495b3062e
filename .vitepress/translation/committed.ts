/**
 * Reads the records of the last commit. `update` uses them, so that a deleted
 * line does not make a section look as if it had never been translated.
 */
import { askGit } from '../../src/project/git.ts'
import type { Project } from '../../src/project/project.ts'
import type { Language } from '../site/languages.ts'
import { readRecords, recordsFile, recordsText } from './records.ts'

/**
 * Adds the records that only the last commit has to a project. Returns the
 * project unchanged if there is no git or no commit.
 */
export function withCommitted(project: Project, locale: Language): Project {
  const file = recordsFile(locale)
  const committed = askGit(project.root, 'show', `HEAD:./${file}`).text
  if (committed === undefined) return project
  const before = readRecords(replaced(project, file, committed), locale)
  const now = readRecords(project, locale)
  // `update` reports the problems of the file.
  if (now.problems.length > 0) return project
  const all = new Map([...before.records, ...now.records])
  return replaced(project, file, recordsText(all.values()))
}

const replaced = (project: Project, file: string, text: string): Project => ({
  ...project,
  has: (path) => path === file || project.has(path),
  read: (path) => (path === file ? text : project.read(path)),
})
