/** Reads the project's files by their paths from its root. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { fail } from './problem.ts'

/** Read access to the project's files. */
export interface Project {
  /** The path of the root directory. It ends with a slash. */
  readonly root: string
  /** The file's text. @throws {ProblemError} If it cannot be read. */
  read(path: string): string
  has(path: string): boolean
  /** The names in a directory, sorted; none if the directory is missing. */
  list(directory: string): string[]
  /** The paths of all that is below a directory, with forward slashes. */
  below(directory: string): string[]
}

/** What editors and systems put beside a file: `.#page.md`, `._page.md`. */
const isBeside = (path: string): boolean => /(?:^|[\\/])\.[#_]/.test(path)

/** The root of the project that this file belongs to. */
const ownRoot = fileURLToPath(new URL('../../', import.meta.url))

/** The project on disk. Each call reads the disk again. */
export function openProject(root = ownRoot): Project {
  return {
    root,
    read(path) {
      try {
        return readFileSync(join(root, path), 'utf8')
      } catch (error) {
        const { code } = error as NodeJS.ErrnoException
        fail(path, 1, `cannot be read (${code}); restore the file`)
      }
    },
    has: (path) => existsSync(join(root, path)),
    list(directory) {
      const path = join(root, directory)
      const names = existsSync(path) ? readdirSync(path) : []
      return names.filter((name) => !isBeside(name)).sort()
    },
    below: (directory) =>
      readdirSync(join(root, directory), { recursive: true, encoding: 'utf8' })
        .filter((name) => !isBeside(name))
        .map((name) => `${directory}/${name}`.replaceAll('\\', '/'))
        .sort(),
  }
}

/** The lines of a text; a final newline ends the last line. */
export function linesOf(text: string): string[] {
  const lines = text.split('\n')
  if (lines.at(-1) === '') lines.pop()
  return lines
}
