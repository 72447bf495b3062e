/** Checks that terms are translated as in docs/LOCALE/glossary.json. */
import { readJson } from '../../../src/project/json.ts'
import { fail, type Problem } from '../../../src/project/problem.ts'
import type { Project } from '../../../src/project/project.ts'
import { docsFile, type Language } from '../../site/languages.ts'
import type { ParsedPage } from './parsed.ts'
import { type Prose, withoutCode } from './prose.ts'

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
export function readGlossary(project: Project, locale: Language): Term[] {
  const file = docsFile(locale, 'glossary.json')
  if (!project.has(file)) return []
  const text = project.read(file)
  const { value: data, lineOf } = readJson(file, text)
  if (!Array.isArray(data))
    fail(file, 1, 'is not a list of terms; begin with [ and end with ]')
  for (const [i, entry] of data.entries()) {
    const line = lineOf(i, 'term')
    const wrong = faultOf(entry)
    if (wrong)
      fail(
        file,
        line,
        `${wrong}; write { "term": "…", "translation": "…", "wrong": ["…"] }`,
      )
    const { term } = entry as Term
    const twice = data.findIndex((other: Term) => other.term === term)
    if (twice < i) fail(file, line, `"${term}" occurs twice; delete one`)
  }
  return data as Term[]
}

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

/** Finds wrong forms in the texts of a file. */
export function checkGlossary(
  file: string,
  prose: readonly Prose[],
  glossary: readonly Term[],
): Problem[] {
  return prose.flatMap(({ line, text }) => {
    const plain = withoutCode(text)
    const small = plain.toLowerCase()
    return glossary.flatMap(({ term, translation, wrong, except = [] }) => {
      return wrong.flatMap((form) => {
        // Hardly any text has a wrong form, and this is faster than a pattern.
        if (!small.includes(form.replace(/\*$/, '').toLowerCase())) return []
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
        const message = `“${found}” is not the term for “${term}”; write “${translation}”`
        return [{ file, line, message }]
      })
    })
  })
}

/** Finds terms of an English section that its translation lacks. */
export function checkTerms(
  page: ParsedPage,
  english: ParsedPage,
  glossary: readonly Term[],
): Problem[] {
  const { file } = page
  const translated = textsBySection(page)
  return [...textsBySection(english)].flatMap(([id, source]) => {
    const own = translated.get(id)
    if (!own) return []
    return glossary.flatMap(({ term, translation, always }) => {
      if (!always || inflected(translation).test(withoutAccents(own.text)))
        return []
      const said = new RegExp(`\\b${term}s?\\b`, 'i').exec(source.text)?.[0]
      if (said === undefined) return []
      const section = id === '' ? 'the front matter' : `section {#${id}}`
      const message = `${section} has “${said}” in English, but not “${translation}” here; use that term`
      return [{ file, line: own.line, message }]
    })
  })
}

/** The texts of each section, without code, and its first line. */
function textsBySection({ marks, prose }: ParsedPage) {
  const texts = new Map<string, { line: number; text: string }>()
  const headings = marks.filter(({ kind }) => kind === 'heading')
  for (const { line, text } of prose) {
    const heading = headings.findLast((each) => each.line <= line)
    const id = heading?.name ?? ''
    const found = texts.get(id) ?? { line: heading?.line ?? line, text: '' }
    texts.set(id, { ...found, text: `${found.text}${withoutCode(text)}\n` })
  }
  return texts
}

/** A pattern for any inflected form of a translation: word ends may differ. */
function inflected(translation: string): RegExp {
  const words = withoutAccents(translation).replace(
    /(\p{sc=Latin}{3,})\p{sc=Latin}/gu,
    '$1\\p{sc=Latin}*',
  )
  return new RegExp(words, 'iu')
}

// `afirmación` loses its accent in `afirmaciones`.
const withoutAccents = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '')

const patterns = new Map<string, RegExp>()

/**
 * A pattern for a wrong form. In Latin script it matches whole words only. It
 * matches a capital only at the start of a sentence, because elsewhere a word
 * with a capital is a name.
 */
function patternOf(form: string): RegExp {
  const known = patterns.get(form)
  if (known) return known
  const open = form.endsWith('*')
  const words = form.replace(/\*$/, '').replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
  const capital = words.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase())
  const start = /^\p{sc=Latin}/u.test(form) ? '(?<!\\p{sc=Latin})' : ''
  const first = '(?<=(?:^|[.?!:¿¡«“(])\\s*)'
  const ending = open
    ? '\\p{sc=Latin}*'
    : /\p{sc=Latin}$/u.test(form)
      ? '(?!\\p{sc=Latin})'
      : ''
  const pattern = new RegExp(
    `(?:${start}${words}|${first}${capital})${ending}`,
    'gu',
  )
  patterns.set(form, pattern)
  return pattern
}
