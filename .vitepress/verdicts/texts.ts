/** What the mark, the panel and the ledger say in each language. */
import { locales } from '../languages.ts'
import type { Kind } from '../weave/claims.ts'
import type { Locale } from '../weave/project.ts'
import type { Judged, Side, Verdict } from './verdict.ts'

/** The strings that only the build needs; `{…}` are filled in. */
export interface ClaimTexts {
  /** A mark's name for those who cannot see it. */
  mark: string
  /** Both verdicts in one, where both are `holds`. */
  both: string
  /** Between the verdict on the port and that on the original. */
  and: string
  /** Both verdicts as parts of a sentence. */
  on: Record<Side, Record<Verdict, string>>
  /** The sides, as headings. */
  sides: Record<Side, string>
  /** A verdict alone. */
  verdicts: Record<Verdict, string>
  /** Why a claim has no part on a side. */
  none: Record<Side, string>
  /** Column heads of the counts. */
  counts: { kind: string; claims: string; all: string }
  /** The evidence, folded. */
  evidence: string
  trace: string
  tests: string
  /** When and with which Go a claim was measured. */
  recorded: string
  /** The same in a line. */
  measured: string
  yes: string
  no: string
  /** The table of a trace's run. */
  ran: string
  operation: string
  list: string
  map: string
  empty: string
  /** Operations or entries that are left out. */
  more: string
  /** Links. */
  symbol: string
  inText: string
  inLedger: string
  source: string
  /** A trace on the port as readers proposed to change it. */
  repair: { caption: string; printed: string; changed: string; endless: string }
  /** The view of the lines. */
  lines: {
    caption: string
    line: string
    by: string
    /** How many claims execute a line. */
    claims: string
    one: string
    loading: string
    nothing: string
    summary: string
  }
}

/** A language's strings for claims. */
export function textsOf(locale: Locale): ClaimTexts & {
  kinds: Record<Kind, string>
  anchor: (title: string) => string
} {
  const { claims, strings, anchorLabel } = locales[locale]
  return { ...claims, kinds: strings.kinds, anchor: anchorLabel }
}

/** A string with its `{…}` filled in. */
export function fill(
  text: string,
  values: Readonly<Record<string, string | number>>,
): string {
  return text.replace(/\{(\w+)\}/g, (whole, name) => `${values[name] ?? whole}`)
}

/** Both verdicts as a sentence: `Claim gc-tail-first: holds on …`. */
export function sentence(
  { id, port, original }: Pick<Judged, 'id' | Side>,
  locale: Locale,
): string {
  const { mark, both, and, on } = textsOf(locale)
  const verdicts =
    port === 'holds' && original === 'holds'
      ? both
      : on.port[port] + and + on.original[original]
  return fill(mark, { id, verdicts })
}
