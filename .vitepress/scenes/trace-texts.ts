/** Reads the titles and the comments of the traces in each language. */
import { traceFile } from '../../src/evidence/claims.ts'
import { cacheByFile } from '../../src/project/cache.ts'
import type { Project } from '../../src/project/project.ts'
import { docsFile, type Language, source } from '../site/languages.ts'
import { readTexts, type Text } from '../site/texts.ts'
import { type Note, notesOf } from './notes.ts'

/** The file of a language's titles and comments. */
export const tracesName = 'traces.json'

/** A text, and its language if that is not the reader's. */
export interface TraceText {
  readonly text: string
  readonly lang: Language
}

/** A note in a reader's language. */
export interface TraceNote extends TraceText, Omit<Note, 'text'> {}

/** The title and the comments of a trace, in a reader's language. */
export interface TraceTexts {
  readonly title: TraceText
  /** The line of the title, from 1; 0 if there is none. */
  readonly line: number
  readonly notes: readonly TraceNote[]
}

/** The English texts of a trace, by their keys in traces.json. */
export function englishTexts(project: Project, id: string): Map<string, Text> {
  const { title, line, notes } = notesIn(traceFile(id), project)
  return new Map([
    [`${id}.title`, { text: title, line }],
    ...notes.map(({ key, text, lines }): [string, Text] => [
      `${id}.${key}`,
      { text, line: lines[0] ?? 1 },
    ]),
  ])
}

/**
 * The texts of a trace. Those that a language lacks are in English.
 * @throws {ProblemError} If the language's file is malformed.
 */
export function readTraceTexts(
  project: Project,
  id: string,
  locale: Language,
): TraceTexts {
  const own = readTexts(project, locale, tracesName)
  const { title, line, notes } = notesIn(traceFile(id), project)
  const of = (key: string, english: string): TraceText => {
    const found = locale === source ? undefined : own.get(`${id}.${key}`)
    return found
      ? { text: found.text, lang: locale }
      : { text: english, lang: source }
  }
  return {
    title: of('title', title),
    line,
    notes: notes.map((note) => ({ ...note, ...of(note.key, note.text) })),
  }
}

/**
 * A trace with its title and its comments in a reader's language. Each line
 * keeps its number: a comment of several lines leaves empty ones.
 */
export function translatedTrace(
  project: Project,
  id: string,
  locale: Language,
): string {
  const { title, line, notes } = readTraceTexts(project, id, locale)
  const lines = project.read(traceFile(id)).split('\n')
  const put = (at: readonly number[], { text, lang }: TraceText) => {
    if (lang === source) return
    for (const each of at) lines[each - 1] = each === at[0] ? `# ${text}` : ''
  }
  if (line > 0) put([line], title)
  for (const note of notes) put(note.lines, note)
  return lines.join('\n')
}

/** The files on which the texts of a trace depend. */
export const filesOfTraceTexts = (id: string, locale: Language): string[] => [
  traceFile(id),
  docsFile(locale, tracesName),
]

const parsed = cacheByFile((_, text) => notesOf(text))

const notesIn = (file: string, project: Project) =>
  parsed(file, project.read(file))

/** A function that returns how many operations a trace has. */
export const stepsIn =
  (project: Project) =>
  (id: string): number =>
    notesIn(traceFile(id), project).operations
