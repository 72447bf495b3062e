/** Finds the texts of comments.json that a chunk shows. */

import type { Project } from '../../../src/project/project.ts'
import { keyedComments, readPrograms } from '../../weave/programs.ts'

/** The ids of a chunk's comments and gap reasons, such as `port.init`. */
export function chunkKeys(project: Project, name: string): string[] {
  const pairs = readPrograms(project).flatMap(({ pairs }) => pairs)
  const pair = pairs.find((each) => each.name === name)
  if (!pair) return []
  const comments = [pair.listing, pair.port].flatMap((side) =>
    keyedComments(side).map(({ key }) => `${side.source.section}.${key}`),
  )
  const gaps = pair.rows.flatMap(([, , gap]) => (gap ? [`gaps.${gap}`] : []))
  return [...comments, ...new Set(gaps)]
}
