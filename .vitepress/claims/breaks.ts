/** Renders what breaks a claim: the edits of both sides, as differences. */
import {
  type Break,
  breaksFile,
  folderOf,
  readBreaks,
} from '../../src/evidence/breaks.ts'
import { applyEdits } from '../../src/evidence/edit.ts'
import { type Side, sides } from '../../src/evidence/verdict-types.ts'
import type { Project } from '../../src/project/project.ts'
import { entryAddress, sourceAddress } from '../site/addresses.ts'
import { type Child, type Element, h, link, separated } from '../site/html.ts'
import { messageParts } from '../site/interface.ts'
import type { Language } from '../site/languages.ts'
import { type ChangedLine, compareTexts } from './changes.ts'
import { drawLine } from './repairs.ts'
import { textsOf } from './texts.ts'

/** Lines that are shown before and after a change. */
const around = 2

/** The address of a claim's entry in the file of the edits. */
export function breaksAddress(project: Project, id: string): string {
  const entry = readBreaks(project).get(id)
  return sourceAddress(breaksFile, (entry?.port ?? entry?.original)?.line)
}

/** Renders the edits that make a claim fall, folded. */
export function breaksOf(
  project: Project,
  id: string,
  locale: Language,
): Element {
  const entry = readBreaks(project).get(id) ?? {}
  const drawn = sides.flatMap((side) => {
    const found = entry[side]
    return found ? drawSide(project, side, found, locale) : []
  })
  return h('details.breaks', h('summary', textsOf(locale).breaks.title), drawn)
}

function drawSide(
  project: Project,
  side: Side,
  { edits, also, none }: Break,
  locale: Language,
): Child[] {
  const links = also.map((id) => link(entryAddress(locale, id), h('code', id)))
  const list = h('span', separated(links, ' '))
  const named = { list }
  const files = [...new Set(edits.map(({ file }) => file))]
  return [
    none === undefined ? null : h('p', { lang: 'en' }, none),
    ...files.map((file) => {
      const path = `${folderOf[side]}/${file}`
      const before = project.read(path)
      const lines = compareTexts(before, applyEdits(file, before, edits))
      const at = lines.findIndex(({ kind }) => kind !== 'same') + 1
      const place = link(sourceAddress(path, at), h('code', `${path}:${at}`))
      return h(
        `figure.diff.${side === 'port' ? 'ts' : 'go'}`,
        h('figcaption', `${textsOf(locale).sides[side]} `, place),
        h('pre', h('code', shortened(lines))),
      )
    }),
    links.length > 0
      ? h('p', messageParts<Element>(locale, 'claims.breaks.also', named))
      : null,
  ]
}

/** The changed lines with some lines around them; other lines are left out. */
export function shortened(lines: readonly ChangedLine[]): Element[] {
  const near = lines.map((_, at) =>
    lines
      .slice(Math.max(0, at - around), at + around + 1)
      .some(({ kind }) => kind !== 'same'),
  )
  return lines.flatMap((line, at) => {
    if (!near[at]) return []
    const gap = at > 0 && !near[at - 1] && near.indexOf(true) < at
    return [...(gap ? [h('span.line', '⋯\n')] : []), drawLine(line)]
  })
}
