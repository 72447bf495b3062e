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
 * All sections of a language, page by page, the JSON files last. What cannot
 * be read is left out; `check` says why.
 */
export function sectionsOf(project: Project, locale: Locale): Section[] {
  const found = project.pages(locale).flatMap((name) => {
    const file = docsFile(locale, name)
    return sectionsOfPage(file, name.replace(/\.md$/, ''), project.read(file))
  })
  const add = (page: string, id: string, { text, line }: Entry) => {
    const file = docsFile(locale, page)
    found.push({ key: `${page}#${id}`, page, file, line, text, claims: [] })
  }
  problemsOf(() => {
    const texts = readLocalized(project, locale)
    for (const part of parts) {
      for (const [name, entry] of texts[part]) {
        add(commentsFile, `${part}.${name}`, entry)
      }
    }
  })
  for (const name of textFiles) {
    problemsOf(() => {
      for (const [id, entry] of readTexts(project, locale, name)) {
        add(name, id, entry)
      }
    })
  }
  return found
}
