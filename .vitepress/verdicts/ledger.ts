/** Draws the ledger: the counts, the filters and every claim. */
import { type Kind, kinds } from '../weave/claims.ts'
import type { Locale } from '../weave/project.ts'
import { type Entry, indexEntry, ledgerEntry } from './entry.ts'
import { signs } from './html.ts'
import { textsOf } from './texts.ts'
import { type Side, sides, type Verdict } from './verdict.ts'

/** The whole ledger. The filters are a component; all else needs no script. */
export function ledgerHtml(entries: readonly Entry[], locale: Locale): string {
  const symbols = new Set(entries.map(({ claim }) => claim.symbol))
  const drawn = entries.map((entry) => ledgerEntry(entry, locale)).join('')
  return `${counts(entries, locale)}<div class="ledger-all"><LedgerFilter symbols="${[...symbols].join(' ')}" /><div class="ledger" v-pre>${drawn}</div></div>\n`
}

/** What the search finds of the ledger. */
export const ledgerIndex = (entries: readonly Entry[]): string =>
  entries.map(indexEntry).join('')

/** A row for each kind, a column for each verdict that any claim has. */
function counts(entries: readonly Entry[], locale: Locale): string {
  const texts = textsOf(locale)
  const columns = sides.flatMap((side) =>
    (Object.keys(signs) as Verdict[])
      .filter((verdict) => entries.some(({ claim }) => claim[side] === verdict))
      .map((verdict) => ({ side, verdict })),
  )
  const cells = (of: readonly Entry[]) =>
    [of.length, ...columns.map((column) => count(of, column))]
      .map((n) => `<td>${n}</td>`)
      .join('')
  const spans = sides.map((side) => {
    const span = columns.filter((column) => column.side === side).length
    return `<th class="start" scope="colgroup" colspan="${span}">${texts.sides[side]}</th>`
  })
  const heads = columns.map(
    ({ verdict }) =>
      `<th scope="col"><span aria-hidden="true">${signs[verdict]}</span> <span class="word">${texts.verdicts[verdict]}</span></th>`,
  )
  const row = (name: string, kind: Kind | undefined, of: readonly Entry[]) =>
    `<tr${kind ? ` data-kind="${kind}"` : ''}><th class="start" scope="row">${name}</th>${cells(of)}</tr>`
  const rows = kinds.map((kind) =>
    row(
      texts.kinds[kind],
      kind,
      entries.filter(({ claim }) => claim.kind === kind),
    ),
  )
  const { kind, claims, all } = texts.counts
  return `<div class="wide"><table class="counts" v-pre><thead><tr><th class="start" scope="col" rowspan="2">${kind}</th><th scope="col" rowspan="2">${claims}</th>${spans.join('')}</tr><tr>${heads.join('')}</tr></thead><tbody>${rows.join('')}</tbody><tfoot>${row(all, undefined, entries)}</tfoot></table></div>`
}

function count(
  entries: readonly Entry[],
  { side, verdict }: { side: Side; verdict: Verdict },
): number {
  return entries.filter(({ claim }) => claim[side] === verdict).length
}
