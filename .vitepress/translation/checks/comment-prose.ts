/** Takes from comments.json the texts that readers read. */
import { readLocalized } from '../../weave/localized.ts'
import { problemsOf } from '../../weave/problem.ts'
import type { Locale, Project } from '../../weave/project.ts'
import type { Prose } from './prose.ts'

/** The comments' texts, save those that are printed in the book. */
export function commentProse(project: Project, locale: Locale): Prose[] {
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
