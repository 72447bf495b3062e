/**
 * Finds what is current, stale or missing in each language, for the command
 * and for the site.
 */

import type { Project } from '../../src/project/project.ts'
import { type Language, source, translations } from '../site/languages.ts'
import { type Change, changesBetween } from './compare.ts'
import { hashOf, meaningOf } from './meaning.ts'
import { readRecords, type TranslationRecord } from './records.ts'
import { pagesWithSections, type Section, sectionsIn } from './sections.ts'

/**
 * - `current`: the English text is the one that was translated.
 * - `stale`: the English text has changed since.
 * - `missing`: there is no translation, or it is the English text itself.
 * - `unrecorded`: there is a translation, but no record of its English text.
 */
export type State = 'current' | 'stale' | 'missing' | 'unrecorded'

/** One section in one language. */
export interface SectionStatus {
  /** `PAGE#ID`. */
  readonly key: string
  /** The part after `#`: the heading's id. */
  readonly id: string
  readonly state: State
  /** Whether the translation has changed since it was recorded. */
  readonly reworded: boolean
  readonly english: Section
  /** Undefined if the language has no such section. */
  readonly translation: Section | undefined
  /** What changed in English, in order; empty if the section is not stale. */
  readonly changes: readonly Change[]
}

/** The number of sections in each state. */
export interface Counts extends Record<State, number> {
  readonly claims: {
    /** The number of different claims in current sections. */
    readonly covered: number
    /** The number of different claims in the English sections. */
    readonly all: number
  }
}

/** One page in one language; a JSON file of texts counts as a page. */
export interface PageStatus {
  /** The page's name without `.md`, or a JSON file's name. */
  readonly page: string
  readonly counts: Counts
  /** In the order of the English page. */
  readonly sections: readonly SectionStatus[]
}

/** One language. */
export interface LanguageStatus {
  readonly locale: Language
  readonly counts: Counts
  readonly pages: readonly PageStatus[]
}

/** The current status of every language except English. */
export const readStatus = (project: Project): LanguageStatus[] =>
  translations.map((locale) => languageStatus(project, locale))

/** The current status of one language. */
export function languageStatus(
  project: Project,
  locale: Language,
): LanguageStatus {
  const { records } = readRecords(project, locale)
  const pages = pagesWithSections(project, source)
    .map((page) => pageStatus(project, locale, page, records))
    .filter(({ sections }) => sections.length > 0)
  return {
    locale,
    counts: countsOf(pages.flatMap(({ sections }) => sections)),
    pages,
  }
}

/**
 * The current status of one page or JSON file of a language.
 * @param records The language's records, if they were read before.
 */
export function pageStatus(
  project: Project,
  locale: Language,
  page: string,
  records = readRecords(project, locale).records,
): PageStatus {
  const own = new Map(
    sectionsIn(project, locale, page).map((each) => [each.key, each]),
  )
  const sections = sectionsIn(project, source, page).map((english) =>
    sectionStatus(english, own.get(english.key), records.get(english.key)),
  )
  return { page, counts: countsOf(sections), sections }
}

function sectionStatus(
  english: Section,
  translation: Section | undefined,
  record: TranslationRecord | undefined,
): SectionStatus {
  const { key, text } = english
  const stale = record !== undefined && record.english !== hashOf(text)
  const state = stateOf(english, translation, record !== undefined, stale)
  return {
    key,
    id: key.slice(key.indexOf('#') + 1),
    state,
    reworded:
      record !== undefined &&
      translation !== undefined &&
      record.translation !== hashOf(translation.text),
    english,
    translation,
    changes:
      state === 'stale' && record
        ? changesBetween(record.text, meaningOf(text))
        : [],
  }
}

function stateOf(
  english: Section,
  translation: Section | undefined,
  recorded: boolean,
  stale: boolean,
): State {
  if (!translation) return 'missing'
  if (recorded) return stale ? 'stale' : 'current'
  return isUntranslated(english, translation) ? 'missing' : 'unrecorded'
}

/** Whether the translation is still the English text. */
export function isUntranslated(
  english: Section,
  translation: Section,
): boolean {
  return meaningOf(english.text) === meaningOf(translation.text)
}

function countsOf(sections: readonly SectionStatus[]): Counts {
  const count = (state: State) =>
    sections.filter((each) => each.state === state).length
  const all = new Set(sections.flatMap(({ english }) => english.claims))
  const current = sections.flatMap(({ state, english, translation }) =>
    state === 'current'
      ? english.claims.filter((id) => translation?.claims.includes(id))
      : [],
  )
  return {
    current: count('current'),
    stale: count('stale'),
    missing: count('missing'),
    unrecorded: count('unrecorded'),
    claims: { covered: new Set(current).size, all: all.size },
  }
}
