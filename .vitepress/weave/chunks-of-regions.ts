/** Cuts a file at its paired region markers. */

import { didYouMean } from '../../src/nearest.ts'
import { type Chunk, linesOf } from './chunk.ts'
import { fail } from './problem.ts'

const marker = /^\s*\/\/ #(region|endregion) (\S+)$/

/** Is this line a region marker, well or badly written? */
export function isMarker(line: string): boolean {
  return /^\s*\/\/\s*#(end)?region\b/i.test(line)
}

/**
 * The lines between each `// #region NAME` and its `// #endregion NAME`.
 * @throws {WeaveError} If a marker is malformed, lacks its partner, stands
 * within another region, or names a region that is already there.
 */
export function chunksOfRegions(file: string, text: string): Chunk[] {
  const chunks: Chunk[] = []
  let open: { name: string; line: number } | undefined
  for (const [i, source] of linesOf(text).entries()) {
    if (!isMarker(source)) continue
    const line = i + 1
    const [, word, name = ''] = marker.exec(source) ?? []
    if (word === undefined) {
      const want = '// #region NAME or // #endregion NAME'
      fail(file, line, `malformed marker "${source.trim()}"; write ${want}`)
    }
    if (word === 'region') {
      if (open) fail(file, line, within(name, open.name))
      if (chunks.some((chunk) => chunk.name === name)) {
        fail(file, line, `a second region "${name}"; rename one`)
      }
      open = { name, line }
    } else {
      if (open?.name !== name) fail(file, line, unopened(name, open?.name))
      chunks.push({ name, first: open.line + 1, last: line - 1 })
      open = undefined
    }
  }
  if (open) fail(file, open.line, unclosed(open.name))
  return chunks
}

function within(name: string, open: string): string {
  return `region "${name}" begins within "${open}"; end that one first: // #endregion ${open}`
}

function unopened(name: string, open: string | undefined): string {
  const near = open === undefined ? '' : didYouMean(name, [open])
  return `#endregion "${name}" ends a region that is not open${near || `; put // #region ${name} where it begins`}`
}

function unclosed(name: string): string {
  return `region "${name}" is never ended; put // #endregion ${name} after its last line`
}
