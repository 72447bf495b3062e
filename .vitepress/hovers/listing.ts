/** Reads the names of the listing from what go-reference/cmd/names wrote. */
import { readJson } from '../../src/project/json.ts'
import { fail } from '../../src/project/problem.ts'
import type { Project } from '../../src/project/project.ts'
import type { Named } from './hover.ts'

/** What `go run ./cmd/names` writes. */
export const namesFile = 'go-reference/names.json'

interface Written {
  /** A signature, and on a second line its documentation. */
  names: string[]
  /** Line, column, length, index in `names`. */
  files: Record<string, [number, number, number, number][]>
}

/**
 * The names of a file of the listing, top to bottom.
 * @param file Its path from the project's root.
 * @throws {ProblemError} If names.json cannot be read or lacks the file.
 */
export function namesOfListing(project: Project, file: string): Named[] {
  const text = project.read(namesFile)
  const { names, files } = readJson(namesFile, text).value as Written
  const entries = files[file.replace(/^go-reference\//, '')]
  if (!entries) fail(namesFile, 1, `has no "${file}"; name it in cmd/names`)
  return entries.map(([line, column, length, index]) => {
    const [signature = '', doc] = (names[index] ?? '').split('\n')
    return { line, column, length, signature, ...(doc && { doc }) }
  })
}
