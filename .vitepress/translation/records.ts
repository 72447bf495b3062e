/**
 * Reads and writes docs/LOCALE/translated.jsonl: for each translated section
 * one line that says which English text it was translated from. Lines are
 * sorted, so that two people's changes meet only where they did the same.
 */
import { lastRead } from '../weave/last-read.ts'
import type { Problem } from '../weave/problem.ts'
import { docsFile, type Locale, type Project } from '../weave/project.ts'
import { digest, hashOf } from './meaning.ts'

/** What was translated into what. */
export interface TranslationRecord {
  readonly section: string
  /** Hash of the English text that was translated. */
  readonly english: string
  /** Hash of the translation, as it was then. */
  readonly translation: string
  /** Why the record was renewed though the translation did not change. */
  readonly noChange?: string
  /** Ties the above together, so that a change by hand is seen. */
  readonly seal: string
  /** The English text that was translated. */
  readonly text: string
}

/** The records of one language, and what is wrong with their file. */
export interface Records {
  readonly file: string
  readonly records: ReadonlyMap<string, TranslationRecord>
  /** The lines on which they stand. */
  readonly lines: ReadonlyMap<string, number>
  readonly problems: readonly Problem[]
}

/** Where a language's records stand. */
export const recordsFile = (locale: Locale): string =>
  docsFile(locale, 'translated.jsonl')

/** Ties a record's parts together. */
export function sealOf(record: Omit<TranslationRecord, 'seal'>): string {
  const { section, english, translation, noChange = '', text } = record
  return digest([section, english, translation, noChange, text].join('\n'))
}

/** A sealed record. */
export function makeRecord(
  section: string,
  english: string,
  translation: string,
  noChange?: string,
): TranslationRecord {
  const record = {
    section,
    english: hashOf(english),
    translation: hashOf(translation),
    ...(noChange !== undefined && { noChange }),
    text: english,
  }
  const { text, ...head } = record
  return { ...head, seal: sealOf(record), text }
}

/** The file's text for these records. */
export function recordsText(records: Iterable<TranslationRecord>): string {
  return [...records]
    .sort((a, b) => (a.section < b.section ? -1 : 1))
    .map((record) => `${JSON.stringify(record)}\n`)
    .join('')
}

/** The records of a language: none if it has no file yet. */
export function readRecords(project: Project, locale: Locale): Records {
  const file = recordsFile(locale)
  const text = project.has(file) ? project.read(file) : ''
  return parsed(file, text, locale)
}

const parsed = lastRead((file, text, locale): Records => {
  const records = new Map<string, TranslationRecord>()
  const lines = new Map<string, number>()
  const problems: Problem[] = []
  let last = ''
  for (const [i, row] of text.split('\n').entries()) {
    if (row === '') continue
    const line = i + 1
    const report = (message: string) => problems.push({ file, line, message })
    const record = parse(row)
    if (!record) {
      report(
        /^(?:<{7}|={7}|>{7})/.test(row)
          ? 'two versions were merged here by hand; delete the lines that begin with <<<<<<<, ======= and >>>>>>>, and of two lines for one section the older'
          : 'is not a whole record; delete this line, then run `npm run i18n -- status` and record the section again',
      )
      continue
    }
    const { section } = record
    const again = `npm run i18n -- update ${locale} ${section}`
    if (
      record.english !== hashOf(record.text) ||
      record.seal !== sealOf(record)
    ) {
      report(
        `the record of ${section} was changed by hand; undo that, translate the section, and run \`${again}\``,
      )
    }
    const first = lines.get(section)
    if (first !== undefined) {
      report(
        `${section} is on record already in line ${first}; delete the older`,
      )
    } else if (section < last) {
      report(`${section} is out of order; \`${again}\` sorts the file`)
    }
    last = section
    records.set(section, record)
    lines.set(section, line)
  }
  return { file, records, lines, problems }
})

function parse(row: string): TranslationRecord | undefined {
  try {
    const data: unknown = JSON.parse(row)
    return isRecord(data) ? data : undefined
  } catch {
    return undefined
  }
}

function isRecord(data: unknown): data is TranslationRecord {
  if (typeof data !== 'object' || data === null) return false
  const { noChange = '-', ...rest } = data as Record<string, unknown>
  const names = ['section', 'english', 'translation', 'seal', 'text']
  return (
    Object.keys(rest).length === names.length &&
    names.every((name) => typeof rest[name] === 'string') &&
    typeof noChange === 'string' &&
    noChange.trim() !== ''
  )
}
