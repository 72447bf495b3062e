/** Defines a finding and the names of the checks. */
import type { Problem } from '../../../src/project/problem.ts'
import type { Language } from '../../site/languages.ts'

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
  'code-unchanged': 'translated comments do not change the code',
  markup: 'mark-up is complete',
  leftovers: 'nothing is left over from writing, and no text is a program',
  blocks: 'each block says what the English one at its place says',
  structure: 'headings, tables and tags are those of the English',
  links: 'links lead to the same pages as in English',
  glossary: 'terms are those of the glossary',
  typography: 'punctuation and spaces are those of the language',
  interface: 'every string of the interface can be formatted',
  aliases: 'each alias of the search leads to a word of the pages',
  records: 'records are complete and correct',
  allowed: 'every allowed finding has a reason and occurs',
} as const

/** A check's name: what docs/LOCALE/allowed.json names. */
export type CheckName = keyof typeof checkNames

/** A problem that a check found. */
export interface Finding extends Problem {
  readonly check: CheckName
  readonly locale: Language
  readonly severity: 'error' | 'warning'
}
