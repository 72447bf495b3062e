/** Reads what Go printed of a claim when the original was run natively. */
import { fail } from '../weave/problem.ts'
import type { Project } from '../weave/project.ts'
import type { Recorded } from './verdict.ts'

const remedy = 'run cd go-reference && UPDATE=1 go test ./...'

/** The record of a claim's run under Go. */
export const recordedFile = (id: string): string =>
  `go-reference/recorded/${id}.txt`

/** What go-reference/internal/recorded writes. */
const form =
  /^(\S+)\n\nRecorded with (go\S+ \S+)\. [^\n]*\n\nThis holds on every run:\n\n([\s\S]+?)\n*(?:\nThis was seen on the last, and may differ:\n[\s\S]*)?$/

/**
 * The record of a claim; none if Go has recorded nothing of it.
 * @throws {WeaveError} If it lacks its claim, Go's version, or what holds.
 */
export function readRecorded(
  project: Project,
  id: string,
): Recorded | undefined {
  const file = recordedFile(id)
  if (!project.has(file)) return undefined
  const [, name, version = '', always = ''] =
    form.exec(project.read(file)) ?? []
  if (name === undefined || always.trim() === '') {
    fail(file, 1, `does not say what holds on every run; ${remedy}`)
  }
  if (name !== id) fail(file, 1, `is the record of "${name}"; ${remedy}`)
  return { file, version, always }
}
