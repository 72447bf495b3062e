/** Cuts a Go file at its top-level declarations. */
import { type Chunk, linesOf } from './chunk.ts'
import { fail } from './problem.ts'

const declaration = /^(?:import|var|const|type|func)\b/
const method = /^func \(\w+ \*?(\w+)\) (\w+)\(/
const named = /^(?:var|const|type|func) (\w+)/

/**
 * The chunks of a Go file: each runs from a declaration at column 0 up to
 * the next, the first from the top of the file. Put end to end they are the
 * file. A method is named `Receiver.Method`.
 * @throws {WeaveError} If a declaration has no name, or one already taken.
 */
export function chunksOfGo(file: string, text: string): Chunk[] {
  const lines = linesOf(text)
  const starts: { name: string; line: number }[] = []
  for (const [i, line] of lines.entries()) {
    if (!declaration.test(line)) continue
    const name = nameOf(line)
    if (name === undefined) {
      fail(file, i + 1, `cannot name "${line}"; declare one name a line`)
    }
    if (starts.some((start) => start.name === name)) {
      fail(file, i + 1, `a second declaration of "${name}"; rename one`)
    }
    starts.push({ name, line: i + 1 })
  }
  if (starts.length === 0) fail(file, 1, 'no declaration; put the code back')
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
