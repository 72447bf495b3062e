/** Defines a finding, its grade, and the names of the checks. */
import { once } from '../../../src/project/cache.ts'
import type { Problem } from '../../../src/project/problem.ts'
import type { Language } from '../../site/languages.ts'
import type { Prose } from './prose.ts'

/** The checks by name, each with its rule. */
export const checkNames = {
  characters: 'files are plain UTF-8 without invisible characters',
  'front-matter': 'front matter can be read, and has the keys of the English',
  marks: 'every mark names a chunk, claim or trace that exists',
  chunks: 'every chunk is shown once, in order',
  claims: 'every claim is marked once',
  code: 'the chapter’s Markdown contains no code',
  parity: 'ids, chunks and claims are those of the English',
  comments: 'every comment has a text, and every text has a comment',
  texts: 'a JSON file has the texts of the English one',
  editions: 'the listing’s comments are as printed',
  markup: 'mark-up is complete',
  leftovers: 'nothing is left over from writing, and no text is a program',
  blocks: 'each block says what the English one at its place says',
  links: 'links lead to pages that exist',
  glossary: 'terms are those of the glossary',
  words: 'the words are those of the language, and none is there twice',
  typography: 'punctuation and spaces are those of the language',
  interface: 'every string of the interface can be formatted',
  aliases: 'each alias of the search leads to a word of the pages',
  records: 'records are complete and correct',
  allowed: 'every allowed finding has a reason and occurs',
} as const

/** A check's name: what docs/LOCALE/allowed.json names. */
export type CheckName = keyof typeof checkNames

/**
 * - `error`: the page cannot be built, or says something that cannot be meant.
 * - `warning`: probably wrong; a good text may have a reason for it.
 * - `style`: against the style of this house.
 */
export type Severity = 'error' | 'warning' | 'style'

/** A problem that a check found. */
export interface Finding extends Problem {
  readonly check: CheckName
  readonly locale: Language
  readonly severity: Severity
}

/** What a check reports; an error unless it says otherwise. */
export type Report = Problem & { readonly severity?: Severity }

/** A fault at a place within a text. */
export interface Fault extends Prose {
  readonly index: number
  readonly advice: string
  readonly severity: Severity
}

/** The fault at a place of a text; none if the place is negative. */
export const faultAt = (
  prose: Prose,
  index: number,
  advice: string,
  severity: Severity = 'warning',
): Fault[] => (index < 0 ? [] : [{ ...prose, index, advice, severity }])

/**
 * Makes a rule of single texts into one of many, which reads a text once while
 * the program runs.
 */
export function cacheByRow(lint: (locale: Language, text: Prose) => Fault[]) {
  const rules = once((locale: Language) =>
    once((text: string) => lint(locale, { line: 0, text })),
  )
  return (locale: Language, prose: readonly Prose[]): Fault[] =>
    prose.flatMap(({ line, text }) =>
      rules(locale)(text).map((fault) => ({ ...fault, line })),
    )
}
