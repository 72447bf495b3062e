/**
 * Finds what is current, stale or missing in each language, for the command
 * and for the site.
 */

import type { Project } from '../../src/project/project.ts'
import { type Language, source, translations } from '../site/languages.ts'
import { type Change, changesBetween } from './compare.ts'
import { textWithHash } from './history.ts'
import { hashOf, hasWords, meaningOf } from './meaning.ts'
import { fitting, readRecords, type TranslationRecord } from './records.ts'
import { pagesWithSections, type Section, sectionsIn } from './sections.ts'

/**
 * - `current`: the English text is the one that was translated.
 * - `stale`: the English text has changed since.
 * - `missing`: there is no translation, or it is the English text itself, and
 *   no record says that this is meant.
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
  /** The translation, if it still has the id that English had before. */
  readonly renamed?: Section
  /** The record that fits it best. */
  readonly record: TranslationRecord | undefined
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
    counts: countsOf(sectionsOf({ pages })),
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
  const theirs = sectionsIn(project, source, page)
  const keys = new Set(theirs.map(({ key }) => key))
  const former = [...records].flatMap(([section, own]) => {
    return section.startsWith(`${page}#`) && !keys.has(section) ? own : []
  })
  const sections = theirs.map((english): SectionStatus => {
    const { key } = english
    const [source, translation] = [hashOf(english.text), own.get(key)]
    const hash = translation && hashOf(translation.text)
    // English has renamed a section whose record has another name.
    const same = former.filter((each) => each.english === source)
    const [renamed] = same.flatMap(({ section }) => own.get(section) ?? [])
    const record = fitting(records.get(key) ?? same, source, hash)
    return {
      key,
      id: key.slice(key.indexOf('#') + 1),
      state: stateOf(english, translation, record),
      reworded: Boolean(record && hash && record.translation !== hash),
      english,
      translation,
      ...(renamed && !translation && { renamed }),
      record,
    }
  })
  return { page, counts: countsOf(sections), sections }
}

/** All sections of a language, page by page. */
export const sectionsOf = ({ pages }: Pick<LanguageStatus, 'pages'>) =>
  pages.flatMap(({ sections }) => sections)

function stateOf(
  english: Section,
  translation: Section | undefined,
  record: TranslationRecord | undefined,
): State {
  if (!translation) return 'missing'
  const [source, own] = [english, translation].map(({ text }) => hashOf(text))
  if (source === own) {
    if (!hasWords(english.text)) return 'current'
    const meant = record?.english === own && record?.translation === own
    return meant ? 'current' : 'missing'
  }
  if (!record) return 'unrecorded'
  return record.english === source ? 'current' : 'stale'
}

/**
 * What changed in English since a section was translated, in order. If git does
 * not have the text that was read, all of the English text.
 */
export function changesOf(
  project: Project,
  { key, english: { page, text }, record }: SectionStatus,
): Change[] {
  const read =
    record && textWithHash(project, source, page, key, record.english)
  const now = meaningOf(text)
  return read === undefined
    ? [{ kind: 'same', text: now }]
    : changesBetween(meaningOf(read), now)
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
