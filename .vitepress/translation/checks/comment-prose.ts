/** Reads the prose of comments.json. */

import { problemsOf } from '../../../src/project/problem.ts'
import type { Project } from '../../../src/project/project.ts'
import type { Language } from '../../site/languages.ts'
import { readLocalized } from '../../weave/localized.ts'
import type { Prose } from './prose.ts'

/** The texts of comments and gaps, except those that the book prints. */
export function commentProse(project: Project, locale: Language): Prose[] {
  const prose: Prose[] = []
  problemsOf(() => {
    const { listing, port, gaps } = readLocalized(project, locale)
    const printed = new Set([...listing.values()].map(({ text }) => text))
    for (const { text, line } of [...port.values(), ...gaps.values()]) {
      if (printed.has(text)) continue
      for (const row of text.split('\n')) {
        const plain = row.replace(/^@\w+ (?:\{\w+\}|\w+) /, '')
        prose.push({ line, text: plain })
      }
    }
  })
  return prose
}
