/**
 * Adds to Markdown the marks of the challenges: `<Challenge name="…" />`, one
 * of them, and `<Challenges />`, links to all. Each is alone on its line.
 */
import type { MarkdownRenderer } from 'vitepress'
import { challenges } from '../../src/evidence/challenges.ts'
import { fail } from '../../src/project/problem.ts'
import { openProject, type Project } from '../../src/project/project.ts'
import { didYouMean } from '../../src/trace/did-you-mean.ts'
import { blockMark } from '../site/block-mark.ts'
import { pageIn } from '../site/env.ts'
import { formOf } from '../site/known-marks.ts'
import { source } from '../site/languages.ts'
import { challengeHtml, challengeLinks } from './challenges.ts'

/** Adds the marks to a renderer. */
export function challengeMarks(
  md: MarkdownRenderer,
  project: Project = openProject(),
): void {
  const all = new RegExp(`^${formOf('Challenges')}$`)
  blockMark(md, 'challenges', all, (_, env) =>
    challengeLinks(project, pageIn(project, env)?.locale ?? source),
  )
  const one = new RegExp(`^${formOf('Challenge')}$`)
  blockMark(md, 'challenge', one, (text, env) => {
    const { file = '', locale = source } = pageIn(project, env) ?? {}
    const [, name = ''] = text.split('"')
    const drawn = challengeHtml(project, name, locale)
    if (drawn !== undefined) return drawn
    if (!env.realPath) return ''
    const line = (env.src ?? '').split('\n').indexOf(text) + 1
    const names = challenges.map((each) => each.name)
    const near = didYouMean(name, names) || `; write ${names.join(', ')}`
    fail(file, Math.max(line, 1), `there is no challenge "${name}"${near}`)
  })
}
