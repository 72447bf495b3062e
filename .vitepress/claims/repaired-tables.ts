/** Renders the answers to the surprises, and the traces on the repaired store. */
import {
  type OnRepaired,
  readTable,
} from '../../src/evidence/repaired-claims.ts'
import {
  left,
  type Repair,
  remedies,
  repairOf,
} from '../../src/evidence/repairs.ts'
import type { Judged } from '../../src/evidence/verdict-types.ts'
import type { Project } from '../../src/project/project.ts'
import { markAddress } from '../site/addresses.ts'
import { type Child, type Element, h, html, link } from '../site/html.ts'
import { message, messageParts } from '../site/interface.ts'
import type { Language } from '../site/languages.ts'
import { repairTexts } from '../site/repair-texts.ts'
import type { Entry } from './entry.ts'
import { signOf, statementOf } from './html.ts'
import { answerId, repairLinks } from './repairs.ts'
import { tableOf } from './run-table.ts'
import { textsOf } from './texts.ts'

/** Renders a row for each surprise: what happens, and what the answer is. */
export function answersHtml(
  project: Project,
  entries: readonly Entry[],
  locale: Language,
): string {
  const texts = textsOf(locale).repaired
  const reasonOf = repairTexts(project, locale)
  const surprises = entries.filter(
    ({ claim: { id, kind } }) => kind === 'surprise' && !remedies.includes(id),
  )
  const rows = surprises.map(({ claim: { id }, statement }) => {
    const repair = repairOf(id)
    const reason = reasonOf(`left.${id}`)
    const answer = repair
      ? repairedBy(repair, locale)
      : reason && messageParts(locale, 'claims.repaired.left', { reason })
    return h(
      'tr',
      { id: answerId(id) },
      h('td', claimLink(id, locale), statementOf(statement, locale)),
      h('td', answer),
    )
  })
  const told = message(locale, 'claims.repaired.count', {
    all: surprises.length,
    repaired: surprises.length - left.length,
    left: left.length,
  })
  return figure(
    'surprises',
    h('p', told),
    tableOf([texts.surprise, texts.answer], rows),
  )
}

/** Renders a row for each trace: whether it holds on the repaired store, why. */
export function tracesHtml(
  project: Project,
  claims: ReadonlyMap<string, Judged>,
  locale: Language,
): string {
  const texts = textsOf(locale)
  const reasonOf = repairTexts(project, locale)
  const table = [...readTable(project)].filter(([id]) => claims.has(id))
  const holding = table.filter(([, on]) => on.port && on.original)
  const why = (id: string, on: OnRepaired): Child => {
    const own = reasonOf(`traces.${id}`)
    if (own) return own
    const repair = on.port ? undefined : repairOf(id)
    return repair && repairedBy(repair, locale)
  }
  const rows = table
    .toSorted(([, a], [, b]) => Number(a.port) - Number(b.port))
    .map(([id, on]) =>
      h(
        'tr',
        h('td', claimLink(id, locale)),
        h('td', [verdict(on.port, locale)]),
        h('td', [verdict(on.original, locale)]),
        h('td', why(id, on)),
      ),
    )
  const told = message(locale, 'claims.repaired.traces', {
    all: table.length,
    holds: holding.length,
  })
  const { claim, why: reason } = texts.repaired
  return figure(
    'traces',
    h('p', told),
    tableOf([claim, 'TypeScript', 'Go', reason], rows),
  )
}

/** Names a repair, with a link to it. */
const repairedBy = (repair: Repair, locale: Language): Child =>
  messageParts<Element>(locale, 'claims.repaired.repaired', {
    repair: h('span', repairLinks([repair])),
  })

const claimLink = (id: string, locale: Language): Element =>
  link(markAddress(locale, id), h('code', id))

function verdict(holds: boolean, locale: Language): Child {
  const { holds: yes, fails: no } = textsOf(locale).repaired.verdicts
  const word = h('span.word', holds ? yes : no)
  return [signOf(holds ? 'holds' : 'fails'), ' ', word]
}

const figure = (kind: string, told: Element, table: Element): string =>
  `${html(h(`figure.entry.answers.${kind}`, { 'v-pre': true }, told, h('div.wide', table)))}\n`
