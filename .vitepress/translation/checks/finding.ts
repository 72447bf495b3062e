/** What a check finds. */
import type { Problem } from '../../weave/problem.ts'
import type { Locale } from '../../weave/project.ts'

/** The checks, each with what it holds. */
export const checkNames = {
  characters: 'files are UTF-8 as people type it, nothing invisible',
  'front-matter': 'front matter can be read, and has the keys of the English',
  marks: 'every chunk and claim that is named exists',
  chunks: 'every chunk is shown once, in order',
  claims: 'every claim is marked once',
  code: 'no code stands in the chapter’s Markdown',
  parity: 'ids, chunks and claims are those of the English',
  comments: 'every comment has its text, and the reverse',
  texts: 'every short text is there, as in English',
  editions: 'the listing’s comments are as printed',
  'code-unchanged': 'translated comments leave the code as it is',
  markup: 'mark-up is whole',
  containers: 'containers are opened and closed',
  structure: 'headings, tables, containers and tags are those of the English',
  links: 'links lead where the English ones do, in the reader’s language',
  glossary: 'terms are the glossary’s',
  typography: 'punctuation and spaces are the language’s own',
  interface: 'every string of the interface is there',
  records: 'records are whole and say what was done',
  allowed: 'what is allowed has a reason, and happens',
} as const

/** A check's name: what docs/LOCALE/allowed.json names. */
export type CheckName = keyof typeof checkNames

/** Something to mend, or, if only a warning, to know. */
export interface Finding extends Problem {
  readonly check: CheckName
  readonly locale: Locale
  readonly severity: 'error' | 'warning'
}
