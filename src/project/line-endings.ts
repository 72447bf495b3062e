/**
 * Refuses a checkout whose code has the line endings of Windows. Its checksums
 * and lines differ from those of the project, so claims would seem wrong.
 */
import { fail } from './problem.ts'
import type { Project } from './project.ts'

/** Pages and their texts are checked one by one, by the translators' checks. */
const folders = ['go-reference', 'src', 'test', '.vitepress']
const made = /^\.vitepress\/(?:cache|dist|\.temp)\//
const code = /\.(?:ts|mjs|vue|css|go|mod|sum|sh|json|txt|trace|sha256)$/

/** @throws {ProblemError} Once, for the first file that has such lines. */
export function refuseWindowsLines(project: Project): void {
  const wrong = folders
    .flatMap(project.below)
    .filter((path) => code.test(path) && !made.test(path))
    .filter((path) => project.read(path).includes('\r\n'))
  const [file] = wrong
  if (file === undefined) return
  const line = project.read(file).split('\r\n', 1)[0]?.split('\n').length ?? 1
  const all = wrong.length > 1 ? ` here and in ${wrong.length - 1} more` : ''
  fail(
    file,
    line,
    `lines end as on Windows (CRLF)${all}; set your editor to “LF” and save again, or let git write all files anew, without your changes: git rm -rq --cached . and then git reset --hard`,
  )
}
