/** Finds the interfaces that a Go file declares, each with its comment. */

import { linesOf } from '../../src/project/project.ts'
import type { Chunk } from './chunk.ts'

const packageClause = /^package (\w+)/
const declaration = /^type (\w+) interface \{/

/**
 * The interfaces of a Go file as chunks with the name `package.Interface`. A
 * chunk begins with the first line of the comment above the declaration. The
 * other lines of the file are in no chunk.
 */
export function chunksOfInterfaces(_file: string, text: string): Chunk[] {
  const lines = linesOf(text)
  const name = lines.flatMap((line) => packageClause.exec(line)?.[1] ?? [])[0]
  return lines.flatMap((line, i) => {
    const type = declaration.exec(line)?.[1]
    if (type === undefined) return []
    const above = lines.slice(0, i).reverse()
    const comment = above.findIndex((each) => !each.startsWith('//'))
    const last = lines.indexOf('}', i) + 1
    return { name: `${name}.${type}`, first: i + 1 - comment, last }
  })
}
