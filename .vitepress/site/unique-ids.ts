/** Refuses a page that has two headings with the same id. */
import type { MarkdownRenderer } from 'vitepress'
import { fail } from '../../src/project/problem.ts'
import type { Project } from '../../src/project/project.ts'
import { type PageEnv, pageIn } from './env.ts'
import { offsetOf } from './page.ts'

/** Runs before VitePress's anchor plugin, whose error names no file or line. */
export function uniqueIds(md: MarkdownRenderer, project: Project): void {
  md.core.ruler.before('anchor', 'unique_ids', (state) => {
    const env: PageEnv = state.env ?? {}
    const page = pageIn(project, env)
    if (!page || !env.realPath) return
    const { src = '', content } = env
    const lines = new Map<string, number>()
    for (const token of state.tokens) {
      const id = token.attrGet('id')
      if (token.type !== 'heading_open' || id === null) continue
      const line = (token.map?.[0] ?? 0) + 1 + offsetOf(src, content)
      const first = lines.get(id)
      if (first !== undefined) {
        fail(
          page.file,
          line,
          `{#${id}} is already in line ${first}; delete one of the two sections, or give this one another id`,
        )
      }
      lines.set(id, line)
    }
  })
}
