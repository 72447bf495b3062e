/** Reads earlier texts of sections from git's history. */
import { askGit } from '../../src/project/git.ts'
import type { Project } from '../../src/project/project.ts'
import { docsFile, type Language } from '../site/languages.ts'
import { hashOf } from './meaning.ts'
import { Misunderstood } from './misunderstood.ts'
import { fileOfPage, sectionsIn } from './sections.ts'

/** The sections of a page as a commit has them, by key. */
type Sections = ReadonlyMap<string, string>

/** What git prints with `-z`; nothing if it fails. */
const namesFrom = (project: Project, ...args: string[]): string[] =>
  (askGit(project.root, ...args).text ?? '').split('\0').filter(Boolean)

/** A commit never changes, so what it has is read once. */
const known = new Map<string, Sections>()
const commits = new Map<string, readonly string[]>()

/** The commits that changed a page, the newest first; none without git. */
function commitsOf(project: Project, locale: Language, page: string) {
  const file = fileOfPage(locale, page)
  const head = askGit(project.root, 'rev-parse', 'HEAD').text
  const name = `${project.root} ${head} ${file}`
  const found =
    commits.get(name) ??
    namesFrom(project, 'log', '-z', '--format=%H', '--', file)
  commits.set(name, found)
  return found
}

/** The sections that a page had at a commit; none if it did not exist. */
export function sectionsAt(
  project: Project,
  commit: string,
  locale: Language,
  page: string,
): Sections {
  const file = fileOfPage(locale, page)
  const name = `${project.root} ${commit} ${file}`
  const found = known.get(name)
  if (found) return found
  const { text } = askGit(project.root, 'show', `${commit}:./${file}`)
  const then = {
    ...project,
    has: (path: string) => path === file && text !== undefined,
    read: () => text ?? '',
  }
  const read = new Map(
    sectionsIn(then, locale, page).map((each) => [each.key, each.text]),
  )
  if (/^[0-9a-f]{40,}$/.test(commit)) known.set(name, read)
  return read
}

/** The text of a section that has this hash, in any commit. */
export function textWithHash(
  project: Project,
  locale: Language,
  page: string,
  key: string,
  hash: string,
): string | undefined {
  for (const commit of commitsOf(project, locale, page)) {
    const text = sectionsAt(project, commit, locale, page).get(key)
    if (text !== undefined && hashOf(text) === hash) return text
  }
  return undefined
}

/**
 * The oldest commit in which a section has this text; undefined if the last
 * commit has another one, or without git.
 */
export function commitOfText(
  project: Project,
  locale: Language,
  page: string,
  key: string,
  hash: string,
): string | undefined {
  const has = (commit: string) => {
    const text = sectionsAt(project, commit, locale, page).get(key)
    return text !== undefined && hashOf(text) === hash
  }
  return has('HEAD')
    ? commitsOf(project, locale, page).findLast(has)
    : undefined
}

/**
 * The files of a language, and the keys of its sections, that differ from a
 * commit.
 * @throws {Misunderstood} If git cannot say.
 */
export function changedSince(
  project: Project,
  commit: string,
  locale: Language,
): { readonly files: string[]; readonly keys: string[] } {
  const folder = docsFile(locale, '')
  const { why } = askGit(project.root, 'rev-parse', '--verify', `${commit}^{}`)
  if (why !== undefined) {
    throw new Misunderstood(
      `git cannot compare with ${commit}: ${why}; name a commit with --since`,
    )
  }
  const files = [
    ...namesFrom(project, 'diff', '-z', '--relative', '--name-only', commit),
    ...namesFrom(project, 'ls-files', '-z', '-o', '--exclude-standard'),
  ].filter((file) => file.startsWith(folder))
  const keys = files.flatMap((file) => {
    const page = file.slice(folder.length).replace(/\.md$/, '')
    const before = sectionsAt(project, commit, locale, page)
    return sectionsIn(project, locale, page)
      .filter(({ key, text }) => {
        const then = before.get(key)
        return then === undefined || hashOf(then) !== hashOf(text)
      })
      .map(({ key }) => key)
  })
  return { files, keys }
}
