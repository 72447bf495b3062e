/** Records which English text sections are the translation of. */

import type { Project } from '../../src/project/project.ts'
import { didYouMean } from '../../src/trace/did-you-mean.ts'
import { type Language, source } from '../site/languages.ts'
import { englishSentence } from './checks/still-english.ts'
import { commitOfText, sectionsAt } from './history.ts'
import { hashOf, meaningOf } from './meaning.ts'
import {
  readRecords,
  recordsFile,
  recordsText,
  type TranslationRecord,
} from './records.ts'
import { languageStatus, type SectionStatus, sectionsOf } from './status.ts'

/**
 * Renews the records of sections, sorts them, and drops the others of their
 * section and those of sections that English no longer has.
 * @param names `PAGE#ID` for a section, or `PAGE` for all sections of a page.
 * @param asItIs Records also what did not change, or is the English text.
 * @returns The sections that were recorded, those whose records were current
 * already, those that are left, and the file to write with its text.
 */
export function update(
  project: Project,
  locale: Language,
  names: readonly string[],
  asItIs = false,
) {
  const all = sectionsOf(languageStatus(project, locale))
  const { records } = readRecords(project, locale)
  const kept = new Map(
    all.map(({ key, record, renamed }) => {
      return [key, record && !renamed ? { ...record, section: key } : record]
    }),
  )
  const done: string[] = []
  const already: string[] = []
  // Open is one that was not named by itself and is only not translated yet.
  const left: { key: string; why: string; open: boolean }[] = []
  for (const name of new Set(names)) {
    const chosen = all.filter(
      ({ key, english }) => key === name || english.page === name,
    )
    if (chosen.length === 0 && !records.has(name)) {
      left.push({ key: name, why: unknown(name, all), open: false })
    }
    for (const section of chosen) {
      const { key, state, reworded, translation } = section
      if (state === 'current' && !reworded) {
        already.push(key)
        continue
      }
      const why = asItIs && translation ? undefined : refusal(locale, section)
      const read = why ? undefined : readBy(project, locale, section, asItIs)
      if (read) kept.set(key, read.record)
      if (read?.stale) left.push({ key, why: read.stale, open: false })
      else if (read) done.push(key)
      if (why) {
        const open = state === 'missing' && key !== name
        left.push({ key, why, open })
      }
    }
  }
  const text = recordsText([...kept.values()].flatMap((each) => each ?? []))
  return { done, already, left, file: recordsFile(locale), text }
}

/** Why a section cannot be recorded; undefined if it can. */
function refusal(
  locale: Language,
  { key, state, reworded, english, translation }: SectionStatus,
): string | undefined {
  if (!translation) {
    return `${key} is not translated yet; translate ${english.file}:${english.line} into docs/${locale}/ first`
  }
  const here = `${translation.file}:${translation.line}`
  const besides =
    'if it is right as it is, run the command again with --as-it-is'
  if (state === 'missing') {
    return `${here}: ${key} is still the English text; translate it first, or ${besides}`
  }
  // A heading ends without a full stop. A word or two may have been changed.
  const [theirs, own] = [english, translation].map(({ text }) =>
    meaningOf(text).replace(/\n+/g, '.\n'),
  ) as [string, string]
  const block = englishSentence(own, theirs, locale, 0.8)
  if (block) {
    return `${here}: ${key} is still English in “${block.slice(0, 40)}…”; translate that first, or ${besides}`
  }
  if (state === 'stale' && !reworded) {
    return `${here}: ${key} has not changed since the English text changed; see \`npm run i18n -- compare ${locale} ${key}\` and translate, or ${besides}`
  }
  return undefined
}

/**
 * The record of a section with the English text that was read: the present one,
 * or, if the translation was committed earlier, the one of its commit.
 */
function readBy(
  project: Project,
  locale: Language,
  { key, english, translation }: SectionStatus,
  asItIs: boolean,
): { record: TranslationRecord; stale?: string } {
  const { page, text } = english
  const [own, now] = [hashOf(translation?.text ?? ''), hashOf(text)]
  const record = { section: key, english: now, translation: own }
  if (asItIs) return { record }
  const commit = commitOfText(project, locale, page, key, own)
  const then = commit && sectionsAt(project, commit, source, page).get(key)
  if (!commit || then === undefined || hashOf(then) === now) return { record }
  return {
    record: { ...record, english: hashOf(then) },
    stale: `${translation?.file}:${translation?.line}: ${key} is recorded for the English text of ${commit.slice(0, 8)}, when it was written; English has changed since: see \`npm run i18n -- compare ${locale} ${key}\``,
  }
}

function unknown(name: string, all: readonly SectionStatus[]): string {
  const keys = all.map(({ key }) => key)
  const pages = new Set(all.map(({ english }) => english.page))
  const near = didYouMean(name, [...keys, ...pages])
  return `unknown section "${name}"${near}; write a page's name, or a page and an id such as "traces#time"`
}
