/**
 * Weaves the listing and the port into the pages that name their chunks:
 *
 *     markdown: { config: (md) => weave(md) }
 */
import { join } from 'node:path'
import type { MarkdownRenderer } from 'vitepress'
import { checkNames } from './checks/names.ts'
import { type PageEnv, pageIn, type RenderedPage } from './env.ts'
import { type Mark, marks } from './marks.ts'
import { offsetOf, pageOf, type Tokens } from './page.ts'
import { type Problem, problemsOf, WeaveError } from './problem.ts'
import { openProject, type Project } from './project.ts'
import { uniqueIds } from './unique-ids.ts'
import { filesOf, readWoven } from './woven.ts'

/** Where the code and its comments are read from. */
export interface WeaveOptions {
  /** The project: by default the one that this file belongs to. */
  readonly project?: Project
}

/**
 * Makes `<Chunk name="…" />`, `<Claim id="…" />` and `<Trace id="…" />` what
 * they stand for. The
 * language is that of the page's folder under docs/. All files are read when
 * a page is rendered, so that none is stale.
 *
 * A page that cannot be woven fails to render with a {@link WeaveError} that
 * lists what to mend, by file and line. The search index, for which an error
 * would end the dev server, leaves such a page's marks out.
 */
export function weave(md: MarkdownRenderer, options: WeaveOptions = {}): void {
  const project = options.project ?? openProject()
  marks(md)
  uniqueIds(md, project)
  md.core.ruler.push('weave', (state) => {
    const env: PageEnv = state.env ?? {}
    const page = pageIn(project, env)
    if (!page) return
    const problems = weavePage(project, page, env, state.tokens)
    if (problems.length > 0 && env.realPath) throw new WeaveError(problems)
  })
  md.renderer.rules.weave_mark = (tokens, i) => tokens[i]?.content ?? ''
}

/** Fills in the marks of one page. */
function weavePage(
  project: Project,
  { file, locale }: RenderedPage,
  env: PageEnv,
  tokens: Tokens,
): readonly Problem[] {
  const { src = '', content } = env
  const page = pageOf(file, src, tokens, offsetOf(src, content))
  const found = tokens
    .flatMap((token) => [token, ...(token.children ?? [])])
    .filter(({ type }) => type === 'weave_mark')
  if (found.length === 0) return page.problems
  const files = filesOf(
    project,
    locale,
    found.map(({ meta }) => meta as Mark),
  )
  env.includes?.push(...files.map((name) => join(project.root, name)))
  return problemsOf(() => {
    const woven = readWoven(project, locale)
    const problems = checkNames(page, woven.chunks, woven.claims, woven.traces)
    if (problems.length > 0) throw new WeaveError(problems)
    for (const token of found) token.content = woven.draw(token.meta as Mark)
  })
}
