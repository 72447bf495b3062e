/** Renders the marks that show claims. */

import type { Covering } from '../../src/evidence/coverage.ts'
import { readVerdicts } from '../../src/evidence/read-verdicts.ts'
import { readRecord } from '../../src/evidence/recorded.ts'
import type { Project } from '../../src/project/project.ts'
import { type Element, h, html } from '../site/html.ts'
import type { drawnMarks } from '../site/known-marks.ts'
import { type Language, source } from '../site/languages.ts'
import { readLocalized } from '../weave/localized.ts'
import { readPrograms } from '../weave/programs.ts'
import type { Entry } from './entry.ts'
import { goalsHtml, readMeasured } from './goals-table.ts'
import { ledgerHtml, ledgerIndex } from './ledger.ts'
import { linesHtml } from './lines-table.ts'
import { loadHtml, readLoad } from './load-table.ts'
import { recordedTable } from './recorded-table.ts'
import { isProposed, type Repairs, repairTable } from './repair-table.ts'
import { answersHtml, tracesHtml } from './repaired-tables.ts'
import { recordedQuestion } from './recorded-question.ts'
import { repairsHtml } from './repairs.ts'
import { speedHtml } from './speed-table.ts'
import { readStatements } from './statements.ts'
import { takeHtml } from './take.ts'

/** Makes a function that renders a note for a claim with a stale statement. */
export type StatementNotes = (
  project: Project,
  locale: Language,
) => (claim: string) => Element | undefined

/** Where a mark is, and what is needed to render it. */
export interface Place {
  readonly project: Project
  readonly locale: Language
  /** Whether it is for the search index, which needs words and no tables. */
  readonly index: boolean
  readonly covering: Covering
  readonly repairs: Repairs
  readonly notes: StatementNotes
}

/** Renders a mark; undefined if its attributes name nothing that exists. */
type DrawMark = (
  on: Place,
  values: Readonly<Record<string, string>>,
) => string | undefined

/** The marks by name. */
export const blockMarks = {
  LedgerLines({ project, locale, index, covering }) {
    if (index) return ''
    const [listing] = readPrograms(project)
    const coverage = covering.of(readVerdicts(project).claims)
    const localized = readLocalized(project, locale)
    return linesHtml(listing?.pairs ?? [], localized, coverage)
  },
  Ledger({ project, locale, index, notes }) {
    const entries = readEntries(project, locale, notes)
    return index ? ledgerIndex(entries) : ledgerHtml(entries, locale)
  },
  Recorded({ project, locale, index }, { id = '' }) {
    const recorded = recordOf(project, id)
    if (!recorded) return undefined
    if (index) return ''
    const table = recordedTable({ id }, recorded, locale)
    return `${html(h('figure.entry', { 'v-pre': true }, table))}\n`
  },
  RecordedQuestion({ project, locale, index }, { id = '', value = '' }) {
    const recorded = readVerdicts(project).claims.get(id)?.recorded
    const drawn = recorded && recordedQuestion(id, value, recorded, locale)
    return drawn && (index ? '' : `${html(drawn)}\n`)
  },
  RedisSpeed({ project, locale, index }) {
    const recorded = recordOf(project, 'redis-speed')
    return recorded && (index ? '' : speedHtml(recorded, locale))
  },
  Goals({ project, locale, index }) {
    return index ? '' : goalsHtml(readMeasured(project), locale)
  },
  Load({ project, locale, index }) {
    return index ? '' : loadHtml(readLoad(project), locale)
  },
  Repair({ project, locale, index, repairs }, { edit = '', trace = '' }) {
    const run = readVerdicts(project).claims.get(trace)?.run
    if (!run || !isProposed(edit)) return undefined
    return index ? '' : repairTable(run, edit, repairs, locale)
  },
  Repairs({ project, locale, index }, { chunk = '' }) {
    const drawn = repairsHtml(project, locale, chunk)
    return drawn && index ? '' : drawn
  },
  Answers({ project, locale, index, notes }) {
    if (index) return ''
    return answersHtml(project, readEntries(project, locale, notes), locale)
  },
  Take({ locale, index }) {
    return index ? '' : takeHtml(locale)
  },
  OnRepaired({ project, locale, index }) {
    if (index) return ''
    return tracesHtml(project, readVerdicts(project).claims, locale)
  },
} satisfies Record<
  Exclude<
    keyof typeof drawnMarks,
    'Challenge' | 'Challenges' | 'Change' | 'SyntaxNotes' | 'TranslationStatus'
  >,
  DrawMark
>

/** The record of a claim, or of what no claim is about. */
const recordOf = (project: Project, id: string) =>
  readVerdicts(project).claims.get(id)?.recorded ??
  readRecord(project, id)?.recorded

/** The claims in the registry's order, with their statements. */
export function readEntries(
  project: Project,
  locale: Language,
  notes: StatementNotes,
): Entry[] {
  const statements = readStatements(project, locale)
  const noteOf = notes(project, locale)
  return [...readVerdicts(project).claims.values()].map((claim) => ({
    claim,
    statement: statements.get(claim.id) ?? { text: claim.id, lang: source },
    note: noteOf(claim.id),
  }))
}
