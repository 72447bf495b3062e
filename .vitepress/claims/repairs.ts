/** Renders what a chunk of the repaired store repairs, and what has changed. */
import { type Repair, remedies, repairs } from '../../src/evidence/repairs.ts'
import type { Project } from '../../src/project/project.ts'
import { markAddress } from '../site/addresses.ts'
import {
  type Child,
  type Element,
  h,
  html,
  link,
  separated,
} from '../site/html.ts'
import { messageParts } from '../site/interface.ts'
import type { Language } from '../site/languages.ts'
import { repairTexts } from '../site/repair-texts.ts'
import { drawPieces } from '../weave/draw.ts'
import { highlight } from '../weave/highlight.ts'
import { readLocalized } from '../weave/localized.ts'
import {
  type ChangedLine,
  type Changes,
  changesOf,
  repairedPair,
} from './changes.ts'
import { textsOf } from './texts.ts'

/** The id of the answer to a surprise on that page. */
export const answerId = (surprise: string): string => `answer-${surprise}`

/**
 * Renders the repairs in a chunk, and below them, closed, what has changed
 * against the listing; undefined if there is no such chunk.
 */
export function repairsHtml(
  project: Project,
  locale: Language,
  chunk: string,
): string | undefined {
  const pair = repairedPair(project, chunk)
  if (!pair) return undefined
  const texts = textsOf(locale).repaired
  const here = repairs.filter(({ regions }) => regions.includes(chunk))
  const own = here.filter(({ regions }) => regions[0] === chunk)
  const others = here.filter((repair) => !own.includes(repair))
  const reasonOf = repairTexts(project, locale)
  const list = own.map((repair) => {
    const { name } = repair
    const reason = reasonOf(`repairs.${name}`)
    return h(
      'li',
      { id: name },
      h('p', h('code', name), ' ', reason),
      h('p.facts', ends(repair, locale)),
    )
  })
  const more = messageParts<Element>(locale, 'claims.repaired.also', {
    list: h('span', repairLinks(others)),
  })
  const changes = changesOf(project, readLocalized(project, locale), chunk)
  const { plain } = highlight(pair.port.source.text, 'typescript')
  const attributes = { 'v-pre': true, style: plain }
  const drawn = h(
    'div.repairs',
    attributes,
    list.length > 0 ? h('ul', list) : null,
    others.length > 0 ? h('p.facts', more) : null,
    changes ? drawChanges(changes, locale) : h('p.facts', texts.fresh),
  )
  return `${html(drawn)}\n`
}

/** Links to repairs on this page. */
export const repairLinks = (some: readonly Repair[]): Child[] =>
  separated(
    some.map(({ name }) => link(`#${name}`, h('code', name))),
    ' ',
  )

/** Names the surprises that a repair ends, with links to the chapter. */
function ends({ surprises }: Repair, locale: Language): Child {
  const ended = surprises.filter((id) => !remedies.includes(id))
  const links = ended.map((id) => link(markAddress(locale, id), h('code', id)))
  return messageParts<Element>(locale, 'claims.repaired.ends', {
    list: h('span', separated(links, ' ')),
  })
}

function drawChanges({ listing, port }: Changes, locale: Language): Element {
  const texts = textsOf(locale).repaired
  const sides = [
    { kind: 'go', language: 'Go', lines: listing },
    { kind: 'ts', language: 'TypeScript', lines: port },
  ].filter(({ lines }) => lines.some(({ kind }) => kind !== 'same'))
  if (sides.length === 0) return h('p.facts', texts.same)
  const drawn = sides.map(({ kind, language, lines }) =>
    h(
      `figure.diff.${kind}`,
      h('figcaption', language),
      h('pre.shiki', h('code', lines.map(drawLine))),
    ),
  )
  return h('details', h('summary', texts.changes), drawn)
}

const signs = { same: '  ', added: '+ ', removed: '− ' }
const tags = { same: 'span', added: 'ins', removed: 'del' }

/** Renders a line of a comparison. */
export function drawLine({ kind, pieces }: ChangedLine): Element {
  return h(`${tags[kind]}.line`, signs[kind], drawPieces(pieces), '\n')
}
