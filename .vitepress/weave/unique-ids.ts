/** Refuses a page whose headings share an id, by file and line. */
import type { MarkdownRenderer } from 'vitepress'
import { type PageEnv, pageIn } from './env.ts'
import { offsetOf } from './page.ts'
import { fail } from './problem.ts'
import type { Project } from './project.ts'

/** Looks before VitePress's anchors do, whose error names no place. */
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
          `{#${id}} stands already in line ${first}; delete one of the two sections, or give this one its own id`,
        )
      }
      lines.set(id, line)
    }
  })
}
