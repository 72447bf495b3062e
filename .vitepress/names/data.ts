/** What is told of the names in the code, as a page fetches it. */

/** What is told of a name. Names that say the same share it. */
export interface Told {
  /** The declaration; of a class in TypeScript more than one line. */
  readonly signature: string
  /** A sentence or a paragraph, with `code` in backticks. */
  readonly doc?: string
  /** Is the documentation in the page's language? English is the rule. */
  readonly localized?: true
}

/** Where a name stands in its line, in UTF-16 units, and what is told of it. */
export type Occurrence = readonly [
  column: number,
  length: number,
  index: number,
]

/** The names of one language's pages. */
export interface NamesData {
  readonly names: readonly Told[]
  /** By path of the source file from the project's root, then by line from 1. */
  readonly files: Readonly<
    Record<string, Readonly<Record<string, readonly Occurrence[]>>>
  >
}

/** Where a language's names are, from the site's base. */
export const namesPath = (language: string): string => `/names/${language}.json`
