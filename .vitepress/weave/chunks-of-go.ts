/** Divides a Go file into chunks at its top-level declarations. */

import { fail } from '../../src/project/problem.ts'
import { linesOf } from '../../src/project/project.ts'
import type { Chunk } from './chunk.ts'

const declaration = /^(?:import|var|const|type|func)\b/
const method = /^func \(\w+ \*?(\w+)\) (\w+)\(/
const named = /^(?:var|const|type|func) (\w+)/

/**
 * The chunks of a Go file. Each begins at a declaration at column 0 and ends
 * before the next one. The first begins at line 1, so that all chunks together
 * are the file. The chunk of a method has the name `Receiver.Method`.
 * @throws {ProblemError} If there is no declaration, or if one has no name or
 * the name of another.
 */
export function chunksOfGo(file: string, text: string): Chunk[] {
  const lines = linesOf(text)
  const starts: { name: string; line: number }[] = []
  for (const [i, line] of lines.entries()) {
    if (!declaration.test(line)) continue
    const name = nameOf(line)
    if (name === undefined) {
      fail(file, i + 1, `cannot name "${line}"; declare one name per line`)
    }
    if (starts.some((start) => start.name === name)) {
      fail(file, i + 1, `a second declaration of "${name}"; rename one`)
    }
    starts.push({ name, line: i + 1 })
  }
  if (starts.length === 0) fail(file, 1, 'has no declaration; restore the code')
  return starts.map(({ name, line }, i) => ({
    name,
    first: i === 0 ? 1 : line,
    last: (starts[i + 1]?.line ?? lines.length + 1) - 1,
  }))
}

function nameOf(line: string): string | undefined {
  if (/^import\b/.test(line)) return 'import'
  const [, receiver, name] = method.exec(line) ?? []
  return receiver ? `${receiver}.${name}` : named.exec(line)?.[1]
}
