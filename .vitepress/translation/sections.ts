/** Divides what a translator writes into sections. */
import {
  type Entry,
  sections as parts,
  readLocalized,
} from '../weave/localized.ts'
import { problemsOf } from '../weave/problem.ts'
import { docsFile, type Locale, type Project } from '../weave/project.ts'
import { readTexts, textFiles } from './texts.ts'

/** What is translated, and goes stale, as one. */
export interface Section {
  /** `PAGE#ID`: `traces#time`, `comments.json#port.init.1`. */
  readonly key: string
  /** The page's name without `.md`, or a JSON file's name with `.json`. */
  readonly page: string
  readonly file: string
  /** Its first line in the file, from 1. */
  readonly line: number
  /** As written, from its heading up to the next. */
  readonly text: string
  /** The ids of the claims that are marked in it. */
  readonly claims: readonly string[]
}

/** What stands above the first heading: title and description. */
export const titleId = 'title'

const commentsFile = 'comments.json'

const heading = /^#{1,6}\s.*\{#([^}\s]+)\}\s*$/
const fence = /^\s*(`{3,}|~{3,})/

/** The sections of a page's text. A section that comes twice counts once. */
export function sectionsOfPage(
  file: string,
  page: string,
  text: string,
): Section[] {
  const lines = text.replace(/^\uFEFF/, '').split(/\r?\n/)
  const starts = [{ id: titleId, at: 0 }]
  let closing: string | undefined
  for (const [at, line] of lines.entries()) {
    const mark = fence.exec(line)?.[1]
    if (mark && !closing) closing = mark
    else if (mark && closing && mark.startsWith(closing)) closing = undefined
    const id = closing ? undefined : heading.exec(line)?.[1]
    if (id && !starts.some((start) => start.id === id)) starts.push({ id, at })
  }
  return starts.map(({ id, at }, i) => {
    const own = lines.slice(at, starts[i + 1]?.at)
    const body = (id === titleId ? titleLines(own) : own).join('\n')
    const claims = [...body.matchAll(/<Claim id="([^"]+)" \/>/g)]
    return {
      key: `${page}#${id}`,
      page,
      file,
      line: at + 1,
      text: body,
      claims: claims.map(([, claim = '']) => claim),
    }
  })
}

/** Of the front matter only what readers see. */
function titleLines(lines: readonly string[]): string[] {
  const end = lines[0] === '---' ? lines.indexOf('---', 1) : -1
  const seen = /^(?:title|description|titleTemplate):(?!\s*(?:true|false)\s*$)/
  // A blank line keeps each entry a block of its own.
  const matter = lines.slice(0, end + 1).filter((line) => seen.test(line))
  return [...matter.flatMap((line) => [line, '']), ...lines.slice(end + 1)]
}

/**
 * What a language's keys begin with: its pages, the JSON files last. Each is
 * the name of a page without `.md`, or of a JSON file.
 */
export function pagesWithSections(project: Project, locale: Locale): string[] {
  const pages = project.pages(locale).map((name) => name.replace(/\.md$/, ''))
  return [...pages, commentsFile, ...textFiles]
}

/**
 * The sections of a page or of a JSON file: none if the language lacks it.
 * What cannot be read is left out; `check` says why.
 */
export function sectionsIn(
  project: Project,
  locale: Locale,
  page: string,
): Section[] {
  if (!page.endsWith('.json')) {
    const file = docsFile(locale, `${page}.md`)
    if (!project.has(file)) return []
    return sectionsOfPage(file, page, project.read(file))
  }
  const file = docsFile(locale, page)
  const found: Section[] = []
  problemsOf(() => {
    for (const [id, { text, line }] of textsIn(project, locale, page)) {
      found.push({ key: `${page}#${id}`, page, file, line, text, claims: [] })
    }
  })
  return found
}

function* textsIn(
  project: Project,
  locale: Locale,
  page: string,
): Generator<[string, Entry]> {
  if (page !== commentsFile) return yield* readTexts(project, locale, page)
  const texts = readLocalized(project, locale)
  for (const part of parts) {
    for (const [name, entry] of texts[part]) yield [`${part}.${name}`, entry]
  }
}

/** All sections of a language, page by page, the JSON files last. */
export const sectionsOf = (project: Project, locale: Locale): Section[] =>
  pagesWithSections(project, locale).flatMap((page) =>
    sectionsIn(project, locale, page),
  )
