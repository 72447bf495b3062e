/** Puts translated sections on record. */
import { didYouMean } from '../../src/nearest.ts'
import { formatProblem } from '../weave/problem.ts'
import type { Locale, Project } from '../weave/project.ts'
import { meaningOf } from './meaning.ts'
import {
  makeRecord,
  readRecords,
  recordsFile,
  recordsText,
  type TranslationRecord,
} from './records.ts'
import { isUntranslated, languageStatus, type SectionStatus } from './status.ts'

/** What an update did, or why it did nothing. */
export interface Update {
  /** Sections put on record. */
  readonly done: readonly string[]
  /** Sections that were on record as they are. */
  readonly already: readonly string[]
  /** Why sections were not put on record: then nothing is. */
  readonly refused: readonly string[]
  /** The file to write, and its text. */
  readonly file: string
  readonly text: string
}

/**
 * Renews the records of sections (`PAGE#ID`, or `PAGE` for all of a page).
 * Records of sections that English no longer has are dropped.
 * @param noChange Why a translation that did not change is right all the same.
 */
export function update(
  project: Project,
  locale: Locale,
  names: readonly string[],
  noChange?: string,
): Update {
  const all = languageStatus(project, locale).pages.flatMap(
    (each) => each.sections,
  )
  const { records, problems } = readRecords(project, locale)
  const kept = new Map(
    all.flatMap(({ key }) => {
      const record = records.get(key)
      return record ? [[key, record] as const] : []
    }),
  )
  const done: string[] = []
  const already: string[] = []
  const refused: string[] = problems
    // A record out of order or left over is put right by writing the file.
    .filter(({ message }) => !message.includes('out of order'))
    .map(formatProblem)
  for (const name of names) {
    const chosen = all.filter(
      ({ key, english }) => key === name || english.page === name,
    )
    if (chosen.length === 0) refused.push(unknown(name, all))
    for (const section of chosen) {
      const record = kept.get(section.key)
      const reason = refusal(locale, section, record, noChange)
      if (reason) refused.push(reason)
      else if (record && section.state === 'current' && !section.reworded) {
        already.push(section.key)
      } else {
        done.push(section.key)
        kept.set(section.key, renewed(section, noChange))
      }
    }
  }
  const text = recordsText(kept.values())
  return { done, already, refused, file: recordsFile(locale), text }
}

function renewed(
  { key, english, translation, reworded }: SectionStatus,
  noChange?: string,
): TranslationRecord {
  const text = translation?.text ?? ''
  // A reason belongs only to a translation that stayed as it was.
  const reason = reworded ? undefined : noChange
  return makeRecord(key, meaningOf(english.text), text, reason)
}

function refusal(
  locale: Locale,
  { key, state, reworded, english, translation }: SectionStatus,
  record: TranslationRecord | undefined,
  noChange: string | undefined,
): string | undefined {
  const where = `${english.file}:${english.line}`
  if (!translation) {
    return `${key} is not translated yet; translate ${where} into docs/${locale}/ first`
  }
  if (noChange !== undefined) return undefined
  const here = `${translation.file}:${translation.line}`
  const besides = `if it is right as it is, run the command again with --no-change "why"`
  if (!record && isUntranslated(english, translation)) {
    return `${here}: ${key} is still the English text; translate it first, or ${besides}`
  }
  if (state === 'stale' && !reworded) {
    return `${here}: ${key} has not changed since English did; see \`npm run i18n -- compare ${locale} ${key}\` and translate, or ${besides}`
  }
  return undefined
}

function unknown(name: string, all: readonly SectionStatus[]): string {
  const keys = all.map(({ key }) => key)
  const pages = new Set(all.map(({ english }) => english.page))
  const near = didYouMean(name, [...keys, ...pages])
  return `no section "${name}"${near}; it is a page's name, or that and an id as in "traces#time"`
}
