/** Checks that terms are translated as in docs/LOCALE/glossary.json. */
import { cacheByFile, once } from '../../../src/project/cache.ts'
import { readJson } from '../../../src/project/json.ts'
import { fail, type Problem } from '../../../src/project/problem.ts'
import type { Project } from '../../../src/project/project.ts'
import { docsFile, type Language } from '../../site/languages.ts'
import { type Block, groupsOf } from './blocks.ts'
import type { Report } from './finding.ts'
import type { ParsedPage } from './parsed.ts'
import { escaped, type Prose, withoutCode } from './prose.ts'

/** An entry of a glossary. */
export interface Term {
  /** The English term. */
  readonly term: string
  readonly translation: string
  /** Wrong translations. `*` at the end of one matches any ending. */
  readonly wrong: readonly string[]
  /** Correct words that contain a wrong form. */
  readonly except?: readonly string[]
  /** Whether every section must have it whose English text has the term. */
  readonly always?: boolean
}

const fields = ['term', 'translation', 'wrong', 'except', 'always']

/**
 * The glossary of a language; empty if there is none.
 * @throws {ProblemError} If it cannot be read.
 */
export function readGlossary(project: Project, locale: Language) {
  const file = docsFile(locale, 'glossary.json')
  return project.has(file) ? parsed(file, project.read(file)) : []
}

const form = '{ "term": "…", "translation": "…", "wrong": ["…"] }'
const parsed = cacheByFile((file, text): readonly Term[] => {
  const { value: data, lineOf } = readJson(file, text)
  if (!Array.isArray(data))
    fail(file, 1, 'is not a list of terms; begin with [ and end with ]')
  for (const [i, entry] of data.entries()) {
    const line = lineOf(i, 'term')
    const wrong = faultOf(entry)
    if (wrong) fail(file, line, `${wrong}; write ${form}`)
    const { term } = entry
    const twice = data.findIndex((other) => other.term === term) < i
    if (twice) fail(file, line, `"${term}" occurs twice; delete one`)
  }
  return data
})

function faultOf(entry: unknown): string | undefined {
  if (typeof entry !== 'object' || entry === null)
    return 'an entry is not an object in { }'
  const data = entry as Record<string, unknown>
  const texts = (value: unknown) =>
    Array.isArray(value) &&
    value.every((each) => typeof each === 'string' && each !== '')
  for (const name of ['term', 'translation']) {
    if (typeof data[name] !== 'string' || data[name] === '')
      return `an entry lacks "${name}"`
  }
  if (!texts(data.wrong))
    return `"${data.term}" lacks "wrong", a list of words (it may be empty)`
  if (data.except !== undefined && !texts(data.except))
    return `"except" of "${data.term}" is not a list of words`
  if (data.always !== undefined && typeof data.always !== 'boolean') {
    return `"always" of "${data.term}" is neither true nor false`
  }
  const odd = Object.keys(data).find((name) => !fields.includes(name))
  return odd && `"${odd}" of "${data.term}" is not known`
}

/**
 * Finds wrong forms in a text. A word may have another meaning than the term:
 * that is certain if the English text has no such term, or if the text has the
 * right one as often.
 */
export function checkGlossary(
  file: string,
  { line, text }: Prose,
  english: string | undefined,
  glossary: readonly Term[],
): Report[] {
  const plain = withoutCode(text)
  const small = plain.toLowerCase()
  // Hardly any text has a wrong form, and a search is faster than a pattern.
  if (!formsOf(glossary).some((form) => small.includes(form))) return []
  return glossary.flatMap(({ term, translation, wrong, except = [] }) => {
    return wrong.flatMap((form) => {
      if (plain.search(patternOf(form)) < 0) return []
      // A wrong form inside a longer correct word is not a fault.
      const longer = [...except, translation].filter((right) =>
        right.toLowerCase().includes(form.toLowerCase()),
      )
      const rest = longer.reduce(
        (left, right) => left.replace(patternOf(right), '\u0000'),
        plain,
      )
      const found = rest.match(patternOf(form))?.[0]
      if (found === undefined) return []
      const said = english === undefined ? 0 : timesOf(term, english)
      const right =
        withoutAccents(plain).match(inflected(translation))?.length ?? 0
      const message = `“${found}” is not the term for “${term}”; write “${translation}”`
      const severity = said > right ? 'warning' : 'style'
      return [{ file, line, message, severity } as const]
    })
  })
}

/** All wrong forms in small letters, without their endings. */
const formsOf = once((glossary: readonly Term[]) =>
  glossary.flatMap(({ wrong }) =>
    wrong.map((form) => form.replace(/\*$/, '').toLowerCase()),
  ),
)

/** How often an English text has a term; `back, tail` are two of them. */
export function timesOf(term: string, english: string): number {
  const words = term.replace(/\s*\(.*\)/, '').split(', ')
  const pattern = new RegExp(
    `\\b(?:${words.join('|')})(?:e?s|e?d|ing)?\\b`,
    'gi',
  )
  return withoutCode(english).match(pattern)?.length ?? 0
}

/** Finds terms of an English section that its translation lacks. */
export function checkTerms(
  page: ParsedPage,
  english: ParsedPage,
  glossary: readonly Term[],
  isNew: (section: string) => boolean,
): Problem[] {
  const { file } = page
  const own = groupsOf(page.blocks, ({ section }) => section)
  const all = groupsOf(english.blocks, ({ section }) => section)
  const textOf = (blocks: readonly Block[]) =>
    blocks
      .flatMap(({ rows }) => rows.map(({ text }) => withoutCode(text)))
      .join('\n')
  return [...all].flatMap(([section, blocks]) => {
    const here = own.get(section)
    if (!here || !isNew(section)) return []
    const [source, text] = [textOf(blocks), withoutAccents(textOf(here))]
    return glossary.flatMap(({ term, translation, always }) => {
      if (!always || text.search(inflected(translation)) >= 0) return []
      const said = new RegExp(`\\b${term}s?\\b`, 'i').exec(source)?.[0]
      if (said === undefined) return []
      const message = `section {#${section}} has “${said}” in English, but not “${translation}” here; use that term`
      return [{ file, line: here[0]?.line ?? 1, message }]
    })
  })
}

/** A pattern for any inflected form of a translation: word ends may differ. */
const inflected = once((translation: string): RegExp => {
  const words = withoutAccents(translation).replace(
    /(\p{sc=Latin}{3,})\p{sc=Latin}/gu,
    '$1\\p{sc=Latin}*',
  )
  return new RegExp(words, 'giu')
})

// `afirmación` loses its accent in `afirmaciones`.
const withoutAccents = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '')

/**
 * A pattern for a wrong form. In Latin script it matches whole words only. It
 * matches a capital only at the start of a sentence, because elsewhere a word
 * with a capital is a name.
 */
const patternOf = once((form: string): RegExp => {
  const open = form.endsWith('*')
  const words = escaped(form.replace(/\*$/, ''))
  const capital = words.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase())
  const start = /^\p{sc=Latin}/u.test(form) ? '(?<!\\p{sc=Latin})' : ''
  const first = '(?<=(?:^|[.?!:¿¡«“(])\\s*)'
  const ending = open
    ? '\\p{sc=Latin}*'
    : /\p{sc=Latin}$/u.test(form)
      ? '(?!\\p{sc=Latin})'
      : ''
  return new RegExp(`(?:${start}${words}|${first}${capital})${ending}`, 'gu')
})
