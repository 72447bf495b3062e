/** The data about the names and constructs in the code, as a page fetches it. */

/** The hover text of a name or of a construct. Equal texts are shared. */
export interface HoverText {
  /** The declaration of a name, which may have more than one line. */
  readonly signature?: string
  /** A sentence or a paragraph, with `code` in backticks. */
  readonly doc?: string
  /** Whether the documentation is translated; otherwise it is English. */
  readonly localized?: true
  /** A note about the construct, for readers of the other language. */
  readonly note?: string
  /** The language of the note, if it is not that of the page. */
  readonly noteLang?: string
}

/** A name's place in its line, in UTF-16 units, and its index in `names`. */
export type Occurrence = readonly [
  column: number,
  length: number,
  index: number,
]

/** The names of one language's pages. */
export interface NamesData {
  readonly names: readonly HoverText[]
  /** By path of the source file from the project's root, then by line from 1. */
  readonly files: Readonly<
    Record<string, Readonly<Record<string, readonly Occurrence[]>>>
  >
}

/** Where a language's names are, from the site's base. */
export const namesPath = (language: string): string => `/names/${language}.json`
