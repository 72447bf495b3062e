/**
 * Reads and writes docs/LOCALE/translated.jsonl. It has one line for each
 * translated section, with the English text that was translated. The lines are
 * sorted, so that the changes of two people conflict only in the same section.
 */
import { cacheByFile } from '../../src/project/cache.ts'
import type { Problem } from '../../src/project/problem.ts'
import type { Project } from '../../src/project/project.ts'
import { docsFile, type Language } from '../site/languages.ts'
import { digest, hashOf } from './meaning.ts'

/** The record of a translated section. */
export interface TranslationRecord {
  readonly section: string
  /** Hash of the English text that was translated. */
  readonly english: string
  /** Hash of the translation at that time. */
  readonly translation: string
  /** Why the record was renewed although the translation did not change. */
  readonly noChange?: string
  /** A checksum of the other fields, which shows a change by hand. */
  readonly seal: string
  /** The English text that was translated. */
  readonly text: string
}

/** The records of one language, and what is wrong with their file. */
export interface Records {
  readonly file: string
  readonly records: ReadonlyMap<string, TranslationRecord>
  /** The line of each record, by section. */
  readonly lines: ReadonlyMap<string, number>
  readonly problems: readonly Problem[]
}

/** The file of a language's records. */
export const recordsFile = (locale: Language): string =>
  docsFile(locale, 'translated.jsonl')

/** The checksum of a record. */
export function sealOf(record: Omit<TranslationRecord, 'seal'>): string {
  const { section, english, translation, noChange = '', text } = record
  return digest([section, english, translation, noChange, text].join('\n'))
}

/** Makes a record with its seal. */
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

/** The records of a language; none if it has no file yet. */
export function readRecords(project: Project, locale: Language): Records {
  const file = recordsFile(locale)
  const text = project.has(file) ? project.read(file) : ''
  return parsed(file, text, locale)
}

const parsed = cacheByFile((file, text, locale): Records => {
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
          ? 'git left two versions here; delete the lines that begin with <<<<<<<, ======= and >>>>>>>; if a section has two lines, delete the older one'
          : 'is not a complete record; delete this line, then run `npm run i18n -- status` and record the section again',
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
        `${section} already has a record in line ${first}; delete the older one`,
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
