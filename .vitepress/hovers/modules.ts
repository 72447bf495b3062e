/** The hover texts of the modules that the port imports as namespaces. */
import { posix } from 'node:path'
import type { Project } from '../../src/project/project.ts'
import { textOf } from '../weave/comment-frame.ts'
import { commentsIn } from '../weave/comments.ts'
import type { Source } from '../weave/programs.ts'
import { firstParagraph, type Named } from './hover.ts'

/**
 * The import line and the module's first comment, by twoslash's own text. For
 * `import * as list from '../container/list.ts'` that is only `import list`.
 */
export function modulesOf(
  project: Project,
  source: Source,
): Map<string, Pick<Named, 'signature' | 'doc'>> {
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
