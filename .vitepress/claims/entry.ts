/** Renders a claim with its evidence, for the ledger and for the panel. */
import { traceFile } from '../../src/evidence/claims.ts'
import { repairOf } from '../../src/evidence/repairs.ts'
import {
  type ClaimTest,
  type Judged,
  sides,
  type TraceRun,
} from '../../src/evidence/verdict-types.ts'
import { openProject } from '../../src/project/project.ts'
import { tellingStep } from '../scenes/chosen.ts'
import { figureOf } from '../scenes/figure.ts'
import { wordsIn } from '../scenes/say.ts'
import { readTraceTexts } from '../scenes/trace-texts.ts'
import { said } from '../scenes/words.ts'
import {
  chunkAddress,
  entryAddress,
  markAddress,
  pageAddress,
  playgroundAddress,
  sourceAddress,
} from '../site/addresses.ts'
import { type Child, type Element, h, link, separated } from '../site/html.ts'
import { interfaceOf, message, messageParts } from '../site/interface.ts'
import type { Language } from '../site/languages.ts'
import { breaksAddress, breaksOf } from './breaks.ts'
import { statementOf, verdictOf } from './html.ts'
import { recordedTable } from './recorded-table.ts'
import { answerId } from './repairs.ts'
import { runTable } from './run-table.ts'
import type { Statement } from './statements.ts'
import { textsOf } from './texts.ts'

/** A claim and its statement in one language. */
export interface Entry {
  readonly claim: Judged
  readonly statement: Statement
  /** The note that the statement is stale; undefined if it is not. */
  readonly note: Element | undefined
}

/** Renders the entry in the ledger, with the evidence in closed `<details>`. */
export function ledgerEntry(entry: Entry, locale: Language): Element {
  const { claim } = entry
  const { id, kind, symbol } = claim
  const label = message(locale, 'markdown.anchor', { title: id })
  const head = h(
    'h3',
    { id, tabindex: '-1' },
    h('code', id),
    ' ',
    anchor(id, label),
  )
  return h(
    'article.entry',
    { 'data-kind': kind, 'data-symbol': symbol },
    head,
    summary(entry, locale, breaksLink(claim, locale)),
    h(
      'details',
      h('summary', evidenceLine(claim, locale)),
      evidence(claim, 'ledger', locale),
    ),
  )
}

/** Renders the entry in the panel, with visible evidence. */
export function panelEntry(entry: Entry, locale: Language): Element {
  const { claim } = entry
  const { id, kind } = claim
  const { inLedger } = textsOf(locale)
  return h(
    'article.entry',
    { 'data-kind': kind },
    h('h2#claim-panel', h('code', id)),
    summary(entry, locale),
    h('p.told', evidenceLine(claim, locale)),
    evidence(claim, 'panel', locale),
    breaksOf(openProject(), id, locale),
    h('p.links', link(entryAddress(locale, id), inLedger)),
  )
}

/** Renders the entry for the search index. */
export function indexEntry({ claim: { id }, statement }: Entry): Element[] {
  const text = statement.text.replace(/`|\*\*/g, '')
  return [h('h3', { id }, `${id} `, anchor(id)), h('p', text)]
}

const anchor = (id: string, label?: string): Element =>
  h('a.header-anchor', { href: `#${id}`, 'aria-label': label }, '\u200b')

/** Without a script it leads to the edits; with one, it shows them here. */
const breaksLink = ({ id }: Judged, locale: Language): Element =>
  h(
    'a.what-breaks',
    { href: breaksAddress(openProject(), id), 'data-id': id },
    textsOf(locale).breaks.title,
  )

function summary(
  { claim, statement, note }: Entry,
  locale: Language,
  ...more: Element[]
): Child {
  const { id, symbol, kind } = claim
  const { kinds } = interfaceOf(locale).theme
  const about = messageParts<Element>(locale, 'claims.symbol', {
    symbol: h('code', symbol),
  })
  const facts = [
    h('span.kind', kinds[kind]),
    link(chunkAddress(locale, symbol), about),
    link(markAddress(locale, id), textsOf(locale).inText),
    ...answerOf(claim, locale),
    ...more,
  ]
  return [
    statementOf(statement, locale),
    note,
    h(
      'ul.verdicts',
      sides.map((side) => verdictOf(claim, side, locale)),
    ),
    h('p.facts', separated(facts, ' · ')),
  ]
}

/** Links a surprise to its repair, or to the reason why it is left. */
function answerOf({ id, kind }: Judged, locale: Language): Element[] {
  if (kind !== 'surprise') return []
  const repair = repairOf(id)
  const texts = textsOf(locale).repaired
  const place = repair ? repair.name : answerId(id)
  const address = pageAddress(locale, 'repaired', place)
  return [link(address, repair ? texts.inPanel : texts.leftInPanel)]
}

/** Names the evidence in one line. */
function evidenceLine({ run, tests, recorded }: Judged, locale: Language) {
  const parts = [
    run && message(locale, 'claims.trace', { n: run.trace.operations.length }),
    tests.length > 0 && message(locale, 'claims.tests', { n: tests.length }),
    recorded &&
      message(locale, 'claims.measured', { version: recorded.version }),
  ].filter(Boolean)
  const list = parts.join(textsOf(locale).separator)
  return message(locale, 'claims.evidence', { list })
}

function evidence(
  claim: Judged,
  place: 'ledger' | 'panel',
  locale: Language,
): Child[] {
  const { id, run, tests, recorded } = claim
  const texts = textsOf(locale)
  const none = sides
    .filter((side) => claim[side] === 'none')
    .map((side) => h('p.none', texts.none[side as keyof typeof texts.none]))
  const ran = run && [
    h('p', `${texts.ran} `, sourceLink(traceFile(id))),
    place === 'panel'
      ? h('p', link(playgroundAddress(locale, id), texts.inPlayground))
      : null,
    ...runOf(id, run, place, locale),
  ]
  const go = recorded && recordedTable(claim, recorded, locale)
  return [...none, ...(ran ?? []), ...(go ?? []), ...testList(tests)]
}

/**
 * The run of a trace. The panel shows its last pass as a scene above a closed
 * table; the ledger shows the table, and a button that plays the scene.
 */
function runOf(
  id: string,
  run: TraceRun,
  place: 'ledger' | 'panel',
  locale: Language,
): Child[] {
  const { title, notes } = readTraceTexts(openProject(), id, locale)
  const table = runTable(run, notes, locale)
  if (place === 'ledger') {
    return [figureOf({ id, title, run, steps: [] }, locale), table]
  }
  const steps = [tellingStep(run.port)]
  const summary = h('summary', said(wordsIn(locale), 'table'))
  return [
    figureOf({ id, title, run, steps }, locale),
    h('details', summary, table),
  ]
}

const sourceLink = (file: string): Element =>
  link(sourceAddress(file), h('code', file))

function testList(tests: readonly ClaimTest[]): Element[] {
  const files = [...new Set(tests.map(({ file }) => file))]
  return files.flatMap((file) => {
    const items = tests
      .filter((test) => test.file === file)
      .map(({ title, passed }) => h('li', `${passed ? '✓' : '✗'} ${title}`))
    return [h('p', sourceLink(file)), h('ul.tests', { lang: 'en' }, items)]
  })
}
