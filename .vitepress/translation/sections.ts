/** Divides pages and files of texts into sections. */
import { type Problem, problemsOf } from '../../src/project/problem.ts'
import type { Project } from '../../src/project/project.ts'
import { docsFile, type Language, markdownFiles } from '../site/languages.ts'
import { readTexts, textFiles } from '../site/texts.ts'
import { outsideCode } from './checks/prose.ts'

/** A part of a page or of a JSON file that has its own record. */
export interface Section {
  /** `PAGE#ID`, such as `traces#time` or `comments.json#port.init`. */
  readonly key: string
  /** The page's name without `.md`, or a JSON file's name with `.json`. */
  readonly page: string
  readonly file: string
  /** Its first line in the file, from 1. */
  readonly line: number
  /** As written, from its heading to the line before the next heading. */
  readonly text: string
  /** The ids of the claims that are marked in it. */
  readonly claims: readonly string[]
}

/** The id of the section above the first heading: title and description. */
export const titleId = 'title'

const heading = /^#{1,6}\s.*\{#([^}\s]+)\}\s*$/

/** The sections of a page's text. If an id occurs twice, the first counts. */
function sectionsOfPage(file: string, page: string, text: string): Section[] {
  const lines = text.replace(/^\uFEFF/, '').split(/\r?\n/)
  const starts = [{ id: titleId, at: 0 }]
  for (const { line, text: row } of outsideCode(text).rows) {
    const id = heading.exec(row)?.[1]
    if (id && !starts.some((start) => start.id === id))
      starts.push({ id, at: line - 1 })
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

/** The lines without the entries of front matter that readers do not see. */
function titleLines(lines: readonly string[]): string[] {
  const end = lines[0] === '---' ? lines.indexOf('---', 1) : -1
  const seen = /^(?:title|description|titleTemplate):(?!\s*(?:true|false)\s*$)/
  // The blank line makes each entry a separate block.
  const matter = lines.slice(0, end + 1).filter((line) => seen.test(line))
  return [...matter.flatMap((line) => [line, '']), ...lines.slice(end + 1)]
}

/**
 * The pages of a language's section keys: the names of its pages without `.md`,
 * then the names of its JSON files.
 */
export function pagesWithSections(project: Project, locale: Language) {
  const pages = markdownFiles(locale, project).map((name) =>
    name.replace(/\.md$/, ''),
  )
  return [...pages, ...textFiles]
}

/** The file of a page or of a JSON file of texts. */
export const fileOfPage = (locale: Language, page: string): string =>
  docsFile(locale, page.endsWith('.json') ? page : `${page}.md`)

/** Why files of texts of a language cannot be read. */
export const textProblems = (project: Project, locale: Language): Problem[] =>
  textFiles.flatMap((name) => {
    return problemsOf(() => readTexts(project, locale, name))
  })

/**
 * The sections of a page or of a JSON file; none if the language lacks it.
 * Leaves out a file that cannot be read, which `check` reports.
 */
export function sectionsIn(project: Project, locale: Language, page: string) {
  const file = fileOfPage(locale, page)
  if (!project.has(file)) return []
  if (!page.endsWith('.json'))
    return sectionsOfPage(file, page, project.read(file))
  const found: Section[] = []
  problemsOf(() => {
    for (const [id, { text, line }] of readTexts(project, locale, page)) {
      // A language's name and tag are not translations.
      if (id.startsWith('language.')) continue
      found.push({ key: `${page}#${id}`, page, file, line, text, claims: [] })
    }
  })
  return found
}
