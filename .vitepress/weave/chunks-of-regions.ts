/** Divides a file into chunks at its region markers. */

import { fail } from '../../src/project/problem.ts'
import { linesOf } from '../../src/project/project.ts'
import { didYouMean } from '../../src/trace/did-you-mean.ts'
import type { Chunk } from './chunk.ts'

const marker = /^\s*\/\/ #(region|endregion) (\S+)$/

/** Whether a line is a region marker, also if it is malformed. */
export function isMarker(line: string): boolean {
  return /^\s*\/\/\s*#(end)?region\b/i.test(line)
}

/**
 * The lines between each `// #region NAME` and its `// #endregion NAME`.
 * @throws {ProblemError} If a marker is malformed or has no partner, or if a
 * region is inside another one or has the name of another one.
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
  return `region "${name}" begins inside "${open}"; end "${open}" first with // #endregion ${open}`
}

function unopened(name: string, open: string | undefined): string {
  const near = open === undefined ? '' : didYouMean(name, [open])
  return `#endregion "${name}" ends a region that is not open${near || `; put // #region ${name} where it begins`}`
}

function unclosed(name: string): string {
  return `region "${name}" has no end; put // #endregion ${name} after its last line`
}
