/**
 * What of each language is current, stale or missing: for the command, and
 * for the site's status page and its marks on stale sections.
 */
import { type Locale, locales, type Project } from '../weave/project.ts'
import { type Change, changesBetween } from './compare.ts'
import { hashOf, meaningOf } from './meaning.ts'
import { readRecords, type TranslationRecord } from './records.ts'
import { pagesWithSections, type Section, sectionsIn } from './sections.ts'

/**
 * - `current`: the English text is the one that was translated.
 * - `stale`: the English text has changed since.
 * - `missing`: there is no translation, or it is the English text itself.
 * - `unrecorded`: there is a translation, but nothing says of which text.
 */
export type State = 'current' | 'stale' | 'missing' | 'unrecorded'

/** One section in one language. */
export interface SectionStatus {
  /** `PAGE#ID`. */
  readonly key: string
  /** The part after `#`: the heading's id. */
  readonly id: string
  readonly state: State
  /** Was the translation reworded since it was put on record? */
  readonly reworded: boolean
  readonly english: Section
  /** Undefined if the language has no such section. */
  readonly translation: Section | undefined
  /** For a stale one: what changed in English, in its order. */
  readonly changes: readonly Change[]
}

/** How many sections are in which state. */
export interface Counts extends Record<State, number> {
  readonly claims: {
    /** Claims that stand in a current section, each counted once. */
    readonly covered: number
    /** Claims that the English page marks. */
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
  readonly locale: Locale
  readonly counts: Counts
  readonly pages: readonly PageStatus[]
}

/** The languages that are translated into. */
export const translations = (): readonly Locale[] =>
  locales.filter((locale) => locale !== 'en')

/** Every language but English, as it is now. */
export const readStatus = (project: Project): LanguageStatus[] =>
  translations().map((locale) => languageStatus(project, locale))

/** One language as it is now. */
export function languageStatus(
  project: Project,
  locale: Locale,
): LanguageStatus {
  const { records } = readRecords(project, locale)
  const pages = pagesWithSections(project, 'en')
    .map((page) => pageStatus(project, locale, page, records))
    .filter(({ sections }) => sections.length > 0)
  return {
    locale,
    counts: countsOf(pages.flatMap(({ sections }) => sections)),
    pages,
  }
}

/**
 * One page, or JSON file, of a language as it is now.
 * @param records The language's records, if they are read already.
 */
export function pageStatus(
  project: Project,
  locale: Locale,
  page: string,
  records = readRecords(project, locale).records,
): PageStatus {
  const own = new Map(
    sectionsIn(project, locale, page).map((each) => [each.key, each]),
  )
  const sections = sectionsIn(project, 'en', page).map((source) =>
    sectionStatus(source, own.get(source.key), records.get(source.key)),
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

/** Is the translation the English text itself? */
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
