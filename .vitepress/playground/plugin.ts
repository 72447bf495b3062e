/**
 * Adds to Markdown the marks of the challenges and of the changes. Each is alone
 * on its line:
 *
 * - `<Challenge name="…" />`: a challenge.
 * - `<Challenges />`: links to all challenges.
 * - `<Change name="…" />`: a change that mends the listing, folded.
 */
import type { MarkdownRenderer } from 'vitepress'
import { challenges } from '../../src/evidence/challenges.ts'
import { fail } from '../../src/project/problem.ts'
import { openProject, type Project } from '../../src/project/project.ts'
import { didYouMean } from '../../src/trace/did-you-mean.ts'
import { blockMark } from '../site/block-mark.ts'
import { pageIn } from '../site/env.ts'
import { formOf } from '../site/known-marks.ts'
import { type Language, source } from '../site/languages.ts'
import { challengeHtml, challengeLinks } from './challenges.ts'
import { foldedChange, openChanges } from './changes.ts'

/** Adds the marks to a renderer, and runs the traces of the changes. */
export async function challengeMarks(
  md: MarkdownRenderer,
  project: Project = openProject(),
): Promise<void> {
  const shown = new Map(
    (await openChanges(project)).map((each) => [each.change.name, each]),
  )
  blockMark(
    md,
    'challenges',
    new RegExp(`^${formOf('Challenges')}$`),
    (_, env) => challengeLinks(project, pageIn(project, env)?.locale ?? source),
  )
  const challengeNames = challenges.map(({ name }) => name)
  add('Challenge', challengeNames, (name, locale) =>
    challengeHtml(project, name, locale),
  )
  add('Change', [...shown.keys()], (name, locale, index) => {
    const each = shown.get(name)
    return each && (index ? '' : foldedChange(each, locale))
  })

  /** Adds a mark with a name; `draw` returns undefined for an unknown one. */
  function add(
    mark: 'Challenge' | 'Change',
    names: readonly string[],
    draw: (
      name: string,
      locale: Language,
      index: boolean,
    ) => string | undefined,
  ): void {
    const form = new RegExp(`^${formOf(mark)}$`)
    blockMark(md, mark.toLowerCase(), form, (text, env) => {
      const { file = '', locale = source } = pageIn(project, env) ?? {}
      const [, name = ''] = text.split('"')
      const index = env.realPath === undefined
      const drawn = draw(name, locale, index)
      if (drawn !== undefined) return drawn
      if (index) return ''
      const lines = (env.src ?? '').split('\n')
      const line = lines.findIndex((each) => each.trim() === text) + 1
      const near = didYouMean(name, names) || `; write ${names.join(', ')}`
      const kind = mark.toLowerCase()
      fail(file, Math.max(line, 1), `there is no ${kind} "${name}"${near}`)
    })
  }
}
