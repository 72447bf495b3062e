/** Draws a claim with all that shows it, for the ledger and for the panel. */
import { escapeHtml } from '../weave/draw.ts'
import type { Locale } from '../weave/project.ts'
import { traceFile } from '../weave/trace.ts'
import {
  chunkAddress,
  entryAddress,
  markAddress,
  sourceAddress,
} from './addresses.ts'
import { link, statementHtml, verdictHtml } from './html.ts'
import { recordedHtml } from './recorded-table.ts'
import { runTable } from './run-table.ts'
import type { Statement } from './statements.ts'
import { fill, textsOf } from './texts.ts'
import { type ClaimTest, type Judged, sides } from './verdict.ts'

/** A claim and its statement in one language. */
export interface Entry {
  readonly claim: Judged
  readonly statement: Statement
  /** HTML that says whether the statement is stale. */
  readonly note: string
}

/** The entry in the ledger: its evidence is folded. */
export function ledgerEntry(entry: Entry, locale: Locale) {
  const { claim } = entry
  const { id, kind, symbol } = claim
  const { anchor } = textsOf(locale)
  const heading = `<h3 id="${id}" tabindex="-1"><code>${id}</code> <a class="header-anchor" href="#${id}" aria-label="${escapeHtml(anchor(id))}">&#8203;</a></h3>`
  return `<article class="entry" data-kind="${kind}" data-symbol="${symbol}">${heading}${summary(entry, locale)}<details><summary>${told(claim, locale)}</summary>${evidence(claim, locale)}</details></article>`
}

/** The entry in the panel: its evidence is open. */
export function panelEntry(entry: Entry, locale: Locale) {
  const { claim } = entry
  const { id, kind } = claim
  const { inLedger } = textsOf(locale)
  const ledger = `<p class="links">${link(entryAddress(locale, id), inLedger)}</p>`
  return `<article class="entry" data-kind="${kind}"><h2 id="claim-panel"><code>${id}</code></h2>${summary(entry, locale)}<p class="told">${told(claim, locale)}</p>${evidence(claim, locale)}${ledger}</article>`
}

/** What stands in the search index of the ledger. */
export function indexEntry({ claim, statement }: Entry): string {
  const { id } = claim
  const text = escapeHtml(statement.text.replace(/[`*]/g, ''))
  return `<h3 id="${id}">${id} <a class="header-anchor" href="#${id}">&#8203;</a></h3><p>${text}</p>`
}

function summary({ claim, statement, note }: Entry, locale: Locale): string {
  const { id, symbol, kind } = claim
  const { kinds, symbol: about, inText } = textsOf(locale)
  const verdicts = sides.map((side) => verdictHtml(claim, side, locale))
  const chunk = link(
    chunkAddress(locale, symbol),
    fill(about, { symbol: `<code>${symbol}</code>` }),
  )
  const facts = [
    `<span class="kind">${kinds[kind]}</span>`,
    chunk,
    link(markAddress(locale, id), inText),
  ]
  return `${statementHtml(statement, locale)}${note}<ul class="verdicts">${verdicts.join('')}</ul><p class="facts">${facts.join(' · ')}</p>`
}

/** The evidence in a line. */
function told({ run, tests, recorded }: Judged, locale: Locale): string {
  const texts = textsOf(locale)
  const parts = [
    run && fill(texts.trace, { n: run.trace.operations.length }),
    tests.length > 0 && fill(texts.tests, { n: tests.length }),
    recorded && fill(texts.measured, { version: recorded.version }),
  ].filter(Boolean)
  const comma = locale === 'zh' || locale === 'ja' ? '、' : ', '
  const colon = locale === 'zh' || locale === 'ja' ? '：' : ': '
  return texts.evidence + colon + parts.join(comma)
}

function evidence(claim: Judged, locale: Locale): string {
  const { id, run, tests, recorded } = claim
  const texts = textsOf(locale)
  const none = sides
    .filter((side) => claim[side] === 'none')
    .map((side) => `<p class="none">${texts.none[side]}</p>`)
  const source = (file: string) =>
    link(sourceAddress(file), `<code>${file}</code>`)
  const ran =
    run &&
    `<p>${texts.ran} ${source(traceFile(id))}</p>${runTable(run, locale)}`
  const go = recorded && recordedHtml(claim, recorded, locale)
  return [...none, ran, go, testList(tests, source)].filter(Boolean).join('')
}

function testList(
  tests: readonly ClaimTest[],
  source: (file: string) => string,
): string {
  const files = [...new Set(tests.map(({ file }) => file))]
  return files
    .map((file) => {
      const items = tests
        .filter((test) => test.file === file)
        .map(
          ({ title, passed }) =>
            `<li>${passed ? '✓' : '✗'} ${escapeHtml(title)}</li>`,
        )
      return `<p>${source(file)}</p><ul class="tests" lang="en">${items.join('')}</ul>`
    })
    .join('')
}
