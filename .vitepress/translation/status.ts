/**
 * What of each language is current, stale or missing: for the command, and
 * for the site's status page and its marks on stale sections.
 */
import { type Locale, locales, type Project } from '../weave/project.ts'
import { type Change, changesBetween } from './compare.ts'
import { hashOf, meaningOf } from './meaning.ts'
import { readRecords } from './records.ts'
import { type Section, sectionsOf } from './sections.ts'

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
export function readStatus(project: Project): LanguageStatus[] {
  const english = sectionsOf(project, 'en')
  return translations().map((locale) =>
    languageStatus(project, locale, english),
  )
}

/**
 * One language as it is now.
 * @param english The English sections, if they are read already.
 */
export function languageStatus(
  project: Project,
  locale: Locale,
  english: readonly Section[] = sectionsOf(project, 'en'),
): LanguageStatus {
  const { records } = readRecords(project, locale)
  const own = new Map(
    sectionsOf(project, locale).map((each) => [each.key, each]),
  )
  const sections = english.map((source): SectionStatus => {
    const translation = own.get(source.key)
    const record = records.get(source.key)
    const stale = record !== undefined && record.english !== hashOf(source.text)
    const state = stateOf(source, translation, record !== undefined, stale)
    return {
      key: source.key,
      id: source.key.slice(source.key.indexOf('#') + 1),
      state,
      reworded:
        record !== undefined &&
        translation !== undefined &&
        record.translation !== hashOf(translation.text),
      english: source,
      translation,
      changes:
        state === 'stale' && record
          ? changesBetween(record.text, meaningOf(source.text))
          : [],
    }
  })
  const pages = [...new Set(english.map(({ page }) => page))].map((page) => {
    const here = sections.filter((each) => each.english.page === page)
    return { page, counts: countsOf(here), sections: here }
  })
  return { locale, counts: countsOf(sections), pages }
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
