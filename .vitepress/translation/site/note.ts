/** Renders the note on a text that has changed in English, with the changes. */
import type { Project } from '../../../src/project/project.ts'
import { type Child, type Element, h } from '../../site/html.ts'
import { interfaceOf } from '../../site/interface.ts'
import { type Language, source } from '../../site/languages.ts'
import type { Change } from '../compare.ts'
import { changesOf, pageStatus, type SectionStatus } from '../status.ts'

/**
 * Renders a note on sections that are stale or not translated; undefined if
 * there are none.
 * @param what Which text is stale: a section, comments or a statement.
 */
export function noteOf(
  project: Project,
  sections: readonly SectionStatus[],
  locale: Language,
  what: 'stale' | 'staleComments' | 'staleStatement' = 'stale',
): Element | undefined {
  const texts = interfaceOf(locale).translation
  const stale = sections.filter(({ state }) => state === 'stale')
  if (stale.length > 0) {
    const changed = stale.map((section) => {
      const changes = changesOf(project, section).flatMap(changeOf)
      return h('p.changes', { lang: source }, changes)
    })
    const summary = h('summary', texts[what])
    return h('details.translation-note', { 'v-pre': true }, summary, changed)
  }
  const missing = sections.some(({ state }) => state === 'missing')
  return missing && what === 'stale'
    ? h('p.translation-note', { 'v-pre': true }, texts.untranslated)
    : undefined
}

/** Makes a function that renders a note for a claim with a stale statement. */
export function statementNotes(project: Project, locale: Language) {
  if (locale === source) return () => undefined
  const { sections } = pageStatus(project, locale, 'claims.json')
  return (claim: string) =>
    noteOf(
      project,
      sections.filter(({ id }) => id === claim),
      locale,
      'staleStatement',
    )
}

/** Renders a piece of a change. */
export function changeOf({ kind, text }: Change): Child[] {
  // Vue's templates drop line breaks, so each becomes a <br>.
  const lines = text
    .split('\n')
    .flatMap((line, i) => (i === 0 ? [line] : [h('br'), line]))
  const tags = { added: 'ins', removed: 'del' }
  return kind === 'same' ? lines : [h(tags[kind], lines)]
}
