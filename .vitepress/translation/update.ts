/** Records sections as translated. */

import { formatProblem } from '../../src/project/problem.ts'
import type { Project } from '../../src/project/project.ts'
import { didYouMean } from '../../src/trace/did-you-mean.ts'
import type { Language } from '../site/languages.ts'
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
  /** Sections that were recorded. */
  readonly done: readonly string[]
  /** Sections whose records were current already. */
  readonly already: readonly string[]
  /** Why sections were refused. If there is a reason, nothing is recorded. */
  readonly refused: readonly string[]
  /** The file to write, and its text. */
  readonly file: string
  readonly text: string
}

/**
 * Renews the records of sections, and drops those of sections that English no
 * longer has.
 * @param names `PAGE#ID` for a section, or `PAGE` for all sections of a page.
 * @param noChange Why a translation is correct although it did not change.
 */
export function update(
  project: Project,
  locale: Language,
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
    // Writing the file sorts the records.
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
  // A reason is recorded only if the translation did not change.
  const reason = reworded ? undefined : noChange
  return makeRecord(key, meaningOf(english.text), text, reason)
}

function refusal(
  locale: Language,
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
  const besides = `if it is correct as it is, run the command again with --no-change "why"`
  if (!record && isUntranslated(english, translation)) {
    return `${here}: ${key} is still the English text; translate it first, or ${besides}`
  }
  if (state === 'stale' && !reworded) {
    return `${here}: ${key} has not changed since the English text changed; see \`npm run i18n -- compare ${locale} ${key}\` and translate, or ${besides}`
  }
  return undefined
}

function unknown(name: string, all: readonly SectionStatus[]): string {
  const keys = all.map(({ key }) => key)
  const pages = new Set(all.map(({ english }) => english.page))
  const near = didYouMean(name, [...keys, ...pages])
  return `unknown section "${name}"${near}; write a page's name, or a page and an id such as "traces#time"`
}
