/** What each mark of the pages that show claims stands for. */
import { noteHtml } from '../translation/site/note.ts'
import { pageStatus } from '../translation/status.ts'
import { readLocalized } from '../weave/localized.ts'
import type { Locale, Project } from '../weave/project.ts'
import { readPrograms } from '../weave/sources.ts'
import type { Covering } from './coverage.ts'
import type { Entry } from './entry.ts'
import { readVerdicts } from './index.ts'
import { ledgerHtml, ledgerIndex } from './ledger.ts'
import { linesHtml } from './lines.ts'
import { recordedHtml } from './recorded-table.ts'
import { isProposed, type Repairs, repairTable } from './repairs.ts'
import { readStatements } from './statements.ts'

/** Where a mark stands, and what it can be drawn with. */
export interface Place {
  readonly project: Project
  readonly locale: Locale
  /** Is it for the search index, which wants words and no tables? */
  readonly index: boolean
  readonly covering: Covering
  readonly repairs: Repairs
}

/** Draws a mark; nothing if its attributes name nothing that exists. */
type Drawing = (
  on: Place,
  values: Readonly<Record<string, string>>,
) => string | undefined

/** The marks by name. */
export const drawings = {
  LedgerLines({ project, locale, index, covering }) {
    if (index) return ''
    const [listing] = readPrograms(project)
    const coverage = covering.of(readVerdicts(project).claims)
    const localized = readLocalized(project, locale)
    return linesHtml(listing?.pairs ?? [], localized, coverage)
  },
  Ledger({ project, locale, index }) {
    const entries = readEntries(project, locale)
    return index ? ledgerIndex(entries) : ledgerHtml(entries, locale)
  },
  Recorded({ project, locale, index }, { id = '' }) {
    const claim = readVerdicts(project).claims.get(id)
    if (!claim?.recorded) return undefined
    if (index) return ''
    return `<figure class="entry" v-pre>${recordedHtml(claim, claim.recorded, locale)}</figure>\n`
  },
  Repair({ project, locale, index, repairs }, { edit = '', trace = '' }) {
    const run = readVerdicts(project).claims.get(trace)?.run
    if (!run || !isProposed(edit)) return undefined
    return index ? '' : repairTable(run, edit, repairs, locale)
  },
} satisfies Record<string, Drawing>

/** The claims in the registry's order, with their statements. */
export function readEntries(project: Project, locale: Locale): Entry[] {
  const statements = readStatements(project, locale)
  const status =
    locale === 'en' ? [] : pageStatus(project, locale, 'claims.json').sections
  const noteOf = (claim: string) =>
    noteHtml(
      status.filter(({ id }) => id === claim),
      locale,
      'staleStatement',
    )
  return [...readVerdicts(project).claims.values()].map((claim) => ({
    claim,
    statement: statements.get(claim.id) ?? { text: claim.id, lang: 'en' },
    note: noteOf(claim.id),
  }))
}
