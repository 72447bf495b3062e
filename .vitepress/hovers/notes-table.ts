/** Renders the constructs of Go or of TypeScript with their notes. */
import { linesOf, type Project } from '../../src/project/project.ts'
import { pageAddress } from '../site/addresses.ts'
import { type Child, h, html, inline } from '../site/html.ts'
import { interfaceOf } from '../site/interface.ts'
import type { Language } from '../site/languages.ts'
import { pages } from '../site/pages.ts'
import { readPrograms, type Source } from '../weave/programs.ts'
import { constructsOf } from './index.ts'
import { noteTexts } from './notes.ts'

/** Whether a word names a language of the code. */
export const isSyntax = (word: string): word is Source['language'] =>
  word === 'go' || word === 'typescript'

/**
 * Renders a row for each construct: the first line of the code that has it,
 * with a link to its chunk, and the note.
 * @throws {ProblemError} If no note is known for a construct.
 */
export function notesTable(
  project: Project,
  syntax: Source['language'],
  locale: Language,
): string {
  const { caption, code, note } = interfaceOf(locale).syntax
  const noteOf = noteTexts(project, locale)
  const first = new Map<string, Child>()
  for (const { page, listing, port } of programsShown(project)) {
    const source = syntax === 'go' ? listing : port
    for (const construct of constructsOf(project, source)) {
      const { note: key, line, column, length } = construct
      if (first.has(key)) continue
      const text = linesOf(source.text)[line - 1] ?? ''
      const before = text.slice(0, column).trimStart()
      const chunk = source.chunks.find((each) => line <= each.last)
      const href = pageAddress(locale, page, `chunk-${chunk?.name}`)
      const token = h('mark', text.slice(column, column + length))
      const rest = text.slice(column + length).replace(/\s+\/\/.*$/, '')
      first.set(key, h('a', { href }, h('code', before, token, rest)))
    }
  }
  const rows = [...first].map(([key, shown]) => {
    const { note = '', noteLang } = noteOf(key)
    return h('tr', h('td', shown), h('td', { lang: noteLang }, inline(note)))
  })
  const table = h(
    'table',
    h('caption.visually-hidden', caption[syntax]),
    h(
      'thead',
      h('tr', h('th', { scope: 'col' }, code), h('th', { scope: 'col' }, note)),
    ),
    h('tbody', rows),
  )
  return `${html(h('figure.syntax-notes', { 'v-pre': true }, table))}\n`
}

const programsShown = (project: Project) =>
  readPrograms(project).flatMap(({ named, page, listing, port }) => {
    const shown = pages.find((each) => `${each}.md` === page)
    return named && shown ? [{ page: shown, listing, port }] : []
  })
