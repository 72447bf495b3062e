/** Reads the names and the constructs of the listing from names.json. */
import { readJson } from '../../src/project/json.ts'
import { fail } from '../../src/project/problem.ts'
import type { Project } from '../../src/project/project.ts'
import type { Construct, Named } from './hover.ts'

/** What `go run ./cmd/names` writes. */
export const namesFile = 'go-reference/names.json'

interface Written {
  /** A signature, and on a second line its documentation. */
  names: string[]
  /** Line, column, length, index in `names`. */
  files: Record<string, [number, number, number, number][]>
  /** Line, column, length, key of the note. */
  constructs: Record<string, [number, number, number, string][]>
}

/**
 * The names of a file of the listing, top to bottom.
 * @param file Its path from the project's root.
 * @throws {ProblemError} If names.json cannot be read or lacks the file.
 */
export function namesOfListing(project: Project, file: string): Named[] {
  const { names, files } = read(project)
  return entriesOf(files, file).map(([line, column, length, index]) => {
    const [signature = '', doc] = (names[index] ?? '').split('\n')
    return { line, column, length, signature, ...(doc && { doc }) }
  })
}

/**
 * The constructs of a file of the listing that TypeScript lacks.
 * @throws {ProblemError} If names.json cannot be read or lacks the file.
 */
export const constructsOfListing = (
  project: Project,
  file: string,
): Construct[] =>
  entriesOf(read(project).constructs, file).map(
    ([line, column, length, kind]) => ({
      line,
      column,
      length,
      note: `go.${kind}`,
    }),
  )

const read = (project: Project): Written =>
  readJson(namesFile, project.read(namesFile)).value as Written

function entriesOf<Entry>(files: Record<string, Entry[]>, file: string) {
  const entries = files[file.replace(/^go-reference\//, '')]
  if (!entries) fail(namesFile, 1, `has no "${file}"; name it in cmd/names`)
  return entries
}
