/** Reads the headings, marks and code blocks of a Markdown page. */
import type { MarkdownRenderer } from 'vitepress'
import type { Problem } from '../../src/project/problem.ts'
import type { Project } from '../../src/project/project.ts'
import { linesOf } from '../../src/project/project.ts'
import { wrongTags } from './known-marks.ts'
import { docsFile, type Language } from './languages.ts'
import type { Mark } from './marks.ts'

/** The tokens of a parsed page. */
export type Tokens = ReturnType<MarkdownRenderer['parse']>

/** A heading or a mark, and its line in the page. */
export interface PageMark {
  readonly kind: 'heading' | Mark['kind']
  readonly name: string
  readonly line: number
}

/** The parts of a page that must agree with the code and the translations. */
export interface Page {
  readonly file: string
  readonly locale: Language
  readonly name: string
  readonly text: string
  /** From top to bottom. */
  readonly marks: readonly PageMark[]
  /** The first lines of code blocks. */
  readonly code: readonly number[]
  /** The lines of headings without an explicit id. */
  readonly bare: readonly number[]
  /** A problem for each mark that cannot be read. */
  readonly problems: readonly Problem[]
}

/**
 * Reads a page.
 * @param md A renderer to which `marks` was added.
 */
export function readPage(
  project: Project,
  md: MarkdownRenderer,
  locale: Language,
  name: string,
): Page {
  const file = docsFile(locale, name)
  const text = project.read(file)
  const env: { content?: string } = {}
  const tokens = md.parse(text, env)
  const offset = offsetOf(text, env.content)
  return { locale, name, text, ...pageOf(file, text, tokens, offset) }
}

/** The number of lines of front matter above the content. */
export function offsetOf(text: string, content = text): number {
  if (!text.endsWith(content)) return 0
  return text.slice(0, text.length - content.length).split('\n').length - 1
}

/**
 * Reads a page from its tokens.
 * @param offset The number of lines of front matter above them.
 */
export function pageOf(
  file: string,
  text: string,
  tokens: Tokens,
  offset: number,
): Pick<Page, 'file' | 'marks' | 'code' | 'bare' | 'problems'> {
  const lines = linesOf(text)
  const marks: PageMark[] = []
  const code: number[] = []
  const bare: number[] = []
  const problems: Problem[] = []
  for (const token of tokens) {
    let line = (token.map?.[0] ?? 0) + 1 + offset
    const report = (message: string) => problems.push({ file, line, message })
    if (token.type === 'heading_open') {
      const name = /\{#([^\s}]+)\}\s*$/.exec(lines[line - 1] ?? '')?.[1]
      if (name === undefined) bare.push(line)
      else marks.push({ kind: 'heading', name, line })
    }
    if (token.type === 'fence' || token.type === 'code_block') code.push(line)
    for (const { type, content, meta } of [token, ...(token.children ?? [])]) {
      if (type === 'softbreak' || type === 'hardbreak') line++
      if (type.startsWith('html')) {
        const isAlone = (tag: string, at: number) =>
          isParagraph(lines, line - 1 + at, tag, type === 'html_block')
        for (const { message, line: at } of wrongTags(content, isAlone))
          problems.push({ file, line: line + at, message })
      }
      if (type !== 'weave_mark') continue
      const { kind, name, problem } = meta as Mark
      if (problem === undefined) marks.push({ kind, name, line })
      else report(problem)
    }
  }
  return { file, marks, code, bare, problems }
}

/** Whether a line is only this text; in a paragraph, it must be the only one. */
const isParagraph = (
  lines: readonly string[],
  at: number,
  text: string,
  inBlock: boolean,
): boolean =>
  lines[at]?.trim() === text &&
  (inBlock || !(lines[at - 1]?.trim() || lines[at + 1]?.trim()))
