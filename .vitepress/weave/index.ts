/**
 * Weaves the listing and the port into the pages that name their chunks:
 *
 *     markdown: { config: (md) => weave(md, { claimMark }) }
 */
import { join } from 'node:path'
import type { MarkdownRenderer } from 'vitepress'
import {
  type Problem,
  ProblemError,
  problemsOf,
} from '../../src/project/problem.ts'
import { openProject, type Project } from '../../src/project/project.ts'
import { stepsIn } from '../scenes/trace-texts.ts'
import { type PageEnv, pageIn, type RenderedPage } from '../site/env.ts'
import { type Mark, marks } from '../site/marks.ts'
import { offsetOf, pageOf, type Tokens } from '../site/page.ts'
import { uniqueIds } from '../site/unique-ids.ts'
import { checkNames } from './checks/names.ts'
import { type ClaimMark, filesOf, readPageMarks } from './marks-of-page.ts'

/** What the weave reads and renders with. */
export interface WeaveOptions {
  /** The project to read; by default the one that contains this file. */
  readonly project?: Project
  /** Renders the mark of a claim. */
  readonly claimMark: ClaimMark
}

/**
 * Replaces `<Chunk name="…" />`, `<Claim id="…" />`, `<Trace id="…" />`,
 * `<Drawing name="…" />` and `<Scene trace="…" steps="…" />` with their HTML, in
 * the language of the page's folder under docs/. Reads all files each time it
 * renders a page, so that no page is out of date.
 *
 * If a page has problems, rendering throws a {@link ProblemError} that lists
 * them by file and line. The search index leaves out the marks of such a page,
 * because an error there would end the dev server.
 */
export function weave(md: MarkdownRenderer, options: WeaveOptions): void {
  const { project = openProject(), claimMark } = options
  marks(md)
  uniqueIds(md, project)
  md.core.ruler.push('weave', (state) => {
    const env: PageEnv = state.env ?? {}
    const page = pageIn(project, env)
    if (!page) return
    const problems = weavePage({ project, claimMark }, page, env, state.tokens)
    if (problems.length > 0 && env.realPath) throw new ProblemError(problems)
  })
  md.renderer.rules.weave_mark = (tokens, i) => tokens[i]?.content ?? ''
}

/** Replaces the marks of one page. Returns its problems. */
function weavePage(
  { project, claimMark }: Required<WeaveOptions>,
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
    const known = readPageMarks(project, locale, claimMark)
    const problems = checkNames(
      page,
      known.chunks,
      known.claims,
      known.traces,
      stepsIn(project),
    )
    if (problems.length > 0) throw new ProblemError(problems)
    for (const token of found) token.content = known.draw(token.meta as Mark)
  })
}
