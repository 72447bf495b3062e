/** Renders the ledger: the counts, the filters and every claim. */
import { type Kind, kinds } from '../../src/evidence/claims.ts'
import { sides, type Verdict } from '../../src/evidence/verdict-types.ts'
import { component, type Element, h, html, wide } from '../site/html.ts'
import { interfaceOf } from '../site/interface.ts'
import type { Language } from '../site/languages.ts'
import { type Entry, indexEntry, ledgerEntry } from './entry.ts'
import { signOf, signs } from './html.ts'
import { textsOf } from './texts.ts'

/** Renders the whole ledger. Only the filters need a script. */
export function ledgerHtml(
  entries: readonly Entry[],
  locale: Language,
): string {
  const symbols = new Set(entries.map(({ claim }) => claim.symbol))
  const drawn = entries.map((entry) => ledgerEntry(entry, locale))
  const filter = component('LedgerFilter', { symbols: [...symbols].join(' ') })
  const all = h('div.ledger', { 'v-pre': true }, drawn)
  return `${html(counts(entries, locale), h('div.ledger-all', filter, all))}\n`
}

/** Renders the ledger for the search index. */
export const ledgerIndex = (entries: readonly Entry[]): string =>
  html(...entries.flatMap(indexEntry))

/** Renders a row for each kind and a column for each verdict that occurs. */
function counts(entries: readonly Entry[], locale: Language): Element {
  const texts = textsOf(locale)
  const columns = sides.flatMap((side) =>
    (Object.keys(signs) as Verdict[])
      .map((verdict) => ({
        side,
        verdict,
        of: (some: readonly Entry[]) =>
          some.filter(({ claim }) => claim[side] === verdict).length,
      }))
      .filter(({ of }) => of(entries) > 0),
  )
  const row = (name: string, kind: Kind | undefined, of: readonly Entry[]) =>
    h(
      'tr',
      { 'data-kind': kind },
      h('th.start', { scope: 'row' }, name),
      [of.length, ...columns.map((column) => column.of(of))].map((n) =>
        h('td', n),
      ),
    )
  const spans = sides.map((side) => {
    const colspan = columns.filter((column) => column.side === side).length
    return h('th.start', { scope: 'colgroup', colspan }, texts.sides[side])
  })
  const words = columns.map(({ verdict }) =>
    h(
      'th',
      { scope: 'col' },
      signOf(verdict),
      ' ',
      h('span.word', texts.verdicts[verdict]),
    ),
  )
  const rows = kinds.map((kind) => {
    const own = entries.filter(({ claim }) => claim.kind === kind)
    return row(interfaceOf(locale).theme.kinds[kind], kind, own)
  })
  const head = { scope: 'col', rowspan: 2 }
  const { kind, claims, all } = texts.counts
  return wide(
    claims,
    h(
      'table.counts',
      { 'v-pre': true },
      h(
        'thead',
        h('tr', h('th.start', head, kind), h('th', head, claims), spans),
        h('tr', words),
      ),
      h('tbody', rows),
      h('tfoot', row(all, undefined, entries)),
    ),
  )
}
