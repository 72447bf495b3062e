/** Renders the changes that mend the listing, and the traces that they turn. */
import {
  type Change,
  changes,
  editsAround,
  type Turned,
  turnedBy,
} from '../../src/evidence/changes.ts'
import { applyEdits } from '../../src/evidence/edit.ts'
import { writeFragment } from '../../src/playground/link.ts'
import type { Project } from '../../src/project/project.ts'
import { programOf } from '../book.ts'
import { shortened } from '../claims/breaks.ts'
import { compareTexts } from '../claims/changes.ts'
import { entryAddress, pageAddress } from '../site/addresses.ts'
import {
  type Child,
  type Element,
  h,
  html,
  inline,
  link,
} from '../site/html.ts'
import { interfaceOf, messageParts } from '../site/interface.ts'
import { type Language, languages, source } from '../site/languages.ts'
import { pagesOf } from '../site/pages.ts'
import type { Files } from '../site/publish.ts'
import {
  page as challengesPage,
  challengeTexts,
  repairedIn,
} from './challenges.ts'
import { type ChangeData, changePath } from './data.ts'

/** A change, and the traces that it turns, with the fragments that open them. */
export interface Shown {
  readonly change: Change
  readonly turned: readonly (Turned & {
    readonly links: Readonly<Record<'printed' | 'repaired', string>>
  })[]
}

/**
 * Runs the traces of all changes; another book has none.
 * @throws {ProblemError} If a change does not turn what it names.
 */
export const openChanges = (project: Project): Promise<Shown[]> =>
  Promise.all(
    (pagesOf(source).includes(challengesPage) ? changes : []).map(
      async (change) => {
        const turned = (await turnedBy(project, change)).map(async (each) => {
          const { text: trace } = each
          const printed = await writeFragment({ trace })
          const repaired = await writeFragment({ trace, store: 'repaired' })
          return { ...each, links: { printed, repaired } }
        })
        return { change, turned: await Promise.all(turned) }
      },
    ),
  )

/**
 * Renders a change, folded: a script fetches it when it is unfolded. Without
 * one, a link leads to what the repaired store does.
 */
export function foldedChange({ change }: Shown, locale: Language): string {
  const { name, repairs } = change
  const { summary, elsewhere } = interfaceOf(locale).changes
  const there = link(pageAddress(locale, 'repaired', repairs[0]), elsewhere)
  const data = { 'data-name': name }
  const folded = h('details.change', data, h('summary', summary), h('p', there))
  return `${html(folded)}\n`
}

/** Renders a change in both languages, and below it what it turns. */
export function drawChange(
  project: Project,
  shown: Shown,
  locale: Language,
): Element {
  const { change } = shown
  const { listing, port } = programOf('memory')
  const sides = [
    drawSide(project, change, 'go', listing, locale),
    drawSide(project, change, 'port', port, locale),
  ]
  return h(
    'div.change-shown',
    { 'v-pre': true },
    h('div.change-sides', sides),
    turns(project, shown, locale),
    h('p', repairedIn(change.repairs, locale)),
  )
}

/** The lines with code, without comments: those are not translated here. */
const codeOf = (text: string): string =>
  text
    .split('\n')
    .filter((line) => !/^\s*(?:\/\/|\/?\*)/.test(line))
    .map((line) => line.replace(/\s+\/\/ .*$/, ''))
    .join('\n')

function drawSide(
  project: Project,
  change: Change,
  side: 'go' | 'port',
  file: string,
  locale: Language,
): Element {
  if (change[side].length === 0) return h('p', interfaceOf(locale).changes.same)
  const printed = project.read(file)
  // Edits name a file without its top folder.
  const edited = file.slice(file.indexOf('/') + 1)
  const { before, after } = editsAround(change, side)
  const [old, changed] = [before, after].map((edits) =>
    codeOf(applyEdits(edited, printed, edits)),
  )
  const language = side === 'go' ? 'Go' : 'TypeScript'
  const code = h('code', shortened(compareTexts(old ?? '', changed ?? '')))
  // The keyboard scrolls it once it has the focus.
  const scrolled = { role: 'group', tabindex: 0, 'aria-label': language }
  return h(
    `figure.diff.${side === 'go' ? 'go' : 'ts'}`,
    h('figcaption', language),
    h('pre', scrolled, code),
  )
}

function turns(
  project: Project,
  { change: { race, foreign }, turned }: Shown,
  locale: Language,
): Child {
  const { printed, repaired } = interfaceOf(locale).changes
  const text = challengeTexts(project, locale)
  const open = (fragment: string, title: string) =>
    link(pageAddress(locale, 'playground', fragment.slice(1)), title)
  const traces = turned.map(({ name, at, links }) =>
    messageParts<Element>(locale, 'changes.turns', {
      name: h('code', name),
      statement: h('span', inline(text(`traces.${name}`))),
      step: h('code', at),
      printed: open(links.printed, printed),
      repaired: open(links.repaired, repaired),
    }),
  )
  const others = [
    race !== undefined &&
      messageParts<Element>(locale, 'changes.race', {
        claim: link(entryAddress(locale, race), h('code', race)),
      }),
    foreign !== undefined &&
      messageParts<Element>(locale, 'changes.foreign', {
        id: h('code', foreign),
      }),
  ].filter((each) => each !== false)
  return [...traces, ...others].map((parts) => h('p', parts))
}

/** The files that a page fetches when a reader unfolds a change. */
export function changeFiles(project: Project, all: readonly Shown[]): Files {
  return new Map(
    languages.flatMap((locale) =>
      all.map((shown) => [
        changePath(locale, shown.change.name),
        () => {
          const drawn = html(drawChange(project, shown, locale))
          return JSON.stringify({ html: drawn } satisfies ChangeData)
        },
      ]),
    ),
  )
}
