/** What the site says of its translations, in each language. */
import { locales } from '../../languages.ts'
import type { Locale } from '../../weave/project.ts'
import type { State } from '../status.ts'

/** The strings that only the build needs; `{…}` are filled in. */
export interface TranslationTexts {
  /** What unfolds what changed in English since a section was translated. */
  stale: string
  /** The same for the comments and reasons in a chunk. */
  staleComments: string
  /** The same for the statement of a claim. */
  staleStatement: string
  /** On a section of a translated page that still stands in English. */
  untranslated: string
  /** The table of the status page. */
  table: {
    page: string
    /** The column heads, and what a section to see to is called. */
    states: Record<State, string>
    claims: string
    /** `{covered}` of `{all}` claims. */
    covered: string
    all: string
    home: string
    comments: string
    statements: string
    records: string
    /** `{n}` sections to see to, unfolded below the table. */
    todo: string
    done: string
  }
}

/** A language's strings for translations. */
export const textsOf = (locale: Locale): TranslationTexts =>
  locales[locale].translation
