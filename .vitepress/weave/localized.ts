/** Reads a language's comments.json. */

import { didYouMean } from '../../src/nearest.ts'
import { lineAt, parseJson } from './json.ts'
import { lastRead } from './last-read.ts'
import { fail } from './problem.ts'
import { docsFile, type Locale, type Project } from './project.ts'

/** A text that a translator wrote, and its line in comments.json. */
export interface Entry {
  readonly text: string
  readonly line: number
}

/** The parts of comments.json. */
export const sections = ['listing', 'port', 'gaps'] as const

/** A part of comments.json. */
export type Section = (typeof sections)[number]

/** The comments and gap reasons of one language, in the file's order. */
export interface Localized extends Record<Section, Map<string, Entry>> {
  readonly locale: Locale
  readonly file: string
  /** The line on which each section begins. */
  readonly lines: Record<Section, number>
}

/**
 * Reads docs/LOCALE/comments.json.
 * @throws {WeaveError} If it is broken JSON, lacks a section, has another,
 * has a key twice, or a value that is not a string.
 */
export function readLocalized(project: Project, locale: Locale): Localized {
  const file = docsFile(locale, 'comments.json')
  return parsed(file, project.read(file), locale)
}

const parsed = lastRead((file, text, locale): Localized => {
  const data = parseJson(file, text)
  if (!isRecord(data)) fail(file, 1, 'is not an object; see docs/en')
  const found: Localized = {
    locale,
    file,
    lines: { listing: 1, port: 1, gaps: 1 },
    listing: new Map(),
    port: new Map(),
    gaps: new Map(),
  }
  let section: Section | undefined
  for (const { key, line, opens } of keysOf(text)) {
    if (opens) {
      section = sectionNamed(file, line, key)
      found.lines[section] = line
      continue
    }
    const inner = section && data[section]
    const value = isRecord(inner) ? inner[key] : undefined
    if (section === undefined || typeof value !== 'string') {
      fail(file, line, `"${key}" is not a text within a section; mend it`)
    }
    if (found[section].has(key)) {
      fail(file, line, `"${key}" stands twice in "${section}"; delete one`)
    }
    found[section].set(key, { text: value, line })
  }
  for (const name of sections) {
    if (name in data) continue
    fail(file, 1, `section "${name}" is missing; see docs/en/comments.json`)
  }
  return found
})

function sectionNamed(file: string, line: number, name: string): Section {
  const section = sections.find((known) => known === name)
  if (section) return section
  fail(file, line, `no section "${name}"${didYouMean(name, sections)}`)
}

/** The keys of valid JSON, and whether each opens an object. */
function* keysOf(text: string) {
  const string = /("(?:\\.|[^"\\])*")(?:\s*:\s*(\{?))?/g
  for (const match of text.matchAll(string)) {
    const [, name = '', brace] = match
    if (brace === undefined) continue
    const key: string = JSON.parse(name)
    yield { key, line: lineAt(text, match.index), opens: brace === '{' }
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}
