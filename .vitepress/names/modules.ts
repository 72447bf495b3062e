/** What is told of a module that the port imports whole. */
import { posix } from 'node:path'
import { commentsIn } from '../weave/comments.ts'
import { textOf } from '../weave/frame.ts'
import type { Project } from '../weave/project.ts'
import type { Source } from '../weave/sources.ts'
import type { Told } from './data.ts'
import { firstParagraph } from './named.ts'

/**
 * By what twoslash tells of `import * as list from '../container/list.ts'`,
 * which is just `import list`: the whole line, and what the module says first.
 */
export function modulesOf(project: Project, source: Source): Map<string, Told> {
  const imports = source.text.matchAll(/^import \* as (\w+) from '(\..*)'$/gm)
  return new Map(
    Array.from(imports, ([signature, name, path = '']) => {
      const file = posix.join(posix.dirname(source.file), path)
      const [comment] = commentsIn(project.read(file), 'typescript')
      const doc = firstParagraph(textOf(comment?.raw ?? ''))
      return [`import ${name}`, { signature, doc }]
    }),
  )
}
