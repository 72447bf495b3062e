/**
 * Reads and writes docs/LOCALE/translated.jsonl: which English text each
 * translation was made from, as hashes. Git joins the lines of two branches
 * (`merge=union`), so a section may have several records.
 */
import { cacheByFile } from '../../src/project/cache.ts'
import type { Problem } from '../../src/project/problem.ts'
import type { Project } from '../../src/project/project.ts'
import { docsFile, type Language } from '../site/languages.ts'

/** Says of which English text a text is the translation. */
export interface TranslationRecord {
  readonly section: string
  /** Hash of the English text that was read. */
  readonly english: string
  /** Hash of the translation. */
  readonly translation: string
}

/** The records of one language, and what is wrong with their file. */
export interface Records {
  readonly file: string
  readonly records: ReadonlyMap<string, readonly TranslationRecord[]>
  readonly problems: readonly Problem[]
}

/** The file of a language's records. */
export const recordsFile = (locale: Language): string =>
  docsFile(locale, 'translated.jsonl')

/** The file's text for these records. */
export const recordsText = (records: readonly TranslationRecord[]): string =>
  records
    .map(({ section, english, translation }) => {
      return `${JSON.stringify({ section, english, translation })}\n`
    })
    .sort()
    .join('')

/** The records of a language; none if it has no file yet. */
export function readRecords(project: Project, locale: Language): Records {
  const file = recordsFile(locale)
  return parsed(file, project.has(file) ? project.read(file) : '', locale)
}

const parsed = cacheByFile((file, text, locale: Language): Records => {
  const records = new Map<string, TranslationRecord[]>()
  const problems: Problem[] = []
  for (const [i, row] of text.split('\n').entries()) {
    if (row.trim() === '') continue
    const record = parse(row)
    if (record) {
      const { section } = record
      records.set(section, [...(records.get(section) ?? []), record])
      continue
    }
    const message = `is not a record; \`npm run i18n -- update ${locale} --changed\` writes the file anew without it`
    problems.push({ file, line: i + 1, message })
  }
  return { file, records, problems }
})

function parse(row: string): TranslationRecord | undefined {
  try {
    const data = JSON.parse(row)
    const names = ['section', 'english', 'translation']
    return names.every((name) => typeof data?.[name] === 'string')
      ? data
      : undefined
  } catch {
    return undefined
  }
}

/**
 * The record that fits a section best: the one that was made for this
 * translation, or else the one that was made from this English text.
 */
export function fitting(
  records: readonly TranslationRecord[] = [],
  english: string,
  translation: string | undefined,
): TranslationRecord | undefined {
  const own = records.filter((each) => each.translation === translation)
  const ofEnglish = (each: TranslationRecord) => each.english === english
  return (
    own.find(ofEnglish) ??
    own.at(-1) ??
    records.find(ofEnglish) ??
    records.at(-1)
  )
}
