/** Parses a page for the checks. */
import type { MarkdownRenderer } from 'vitepress'
import { cacheByFile } from '../../../src/project/cache.ts'
import type { Project } from '../../../src/project/project.ts'
import { docsFile, type Language } from '../../site/languages.ts'
import { offsetOf, type Page, pageOf } from '../../site/page.ts'
import { type Block, blocksOf } from './blocks.ts'
import { outsideCode } from './prose.ts'

/** A parsed page. */
export interface ParsedPage extends Page {
  /** What it is made of, from top to bottom. */
  readonly blocks: readonly Block[]
  /** Why the page could not be parsed; undefined if it was parsed. */
  readonly broken?: Broken
}

/** What stops the Markdown reader. */
interface Broken {
  readonly check: 'characters' | 'front-matter' | 'parity' | 'markup'
  readonly line: number
  readonly message: string
}

/** Parses a page. The result is cached until the page changes. */
export function parsePage(
  project: Project,
  md: MarkdownRenderer,
  locale: Language,
  name: string,
): ParsedPage {
  const file = docsFile(locale, name)
  const text = project.read(file)
  return { ...parsed(file, text, md), file, locale, name, text }
}

const parsed = cacheByFile((file, text, md: MarkdownRenderer) => {
  // The check `characters` reports what is removed here.
  const clean = text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n')
  const env: { content?: string } = {}
  const nothing = { marks: [], code: [], bare: [], problems: [], blocks: [] }
  const broken = unreadable(clean)
  if (broken) return { ...nothing, broken }
  try {
    const tokens = md.parse(clean, env)
    const offset = offsetOf(clean, env.content)
    const front = clean.split('\n').slice(0, offset)
    return {
      ...pageOf(file, clean, tokens, offset),
      blocks: blocksOf(tokens, offset, front),
    }
  } catch (error) {
    return { ...nothing, broken: brokenBy(error as Error, clean) }
  }
})

/** Why a text must not be read: what follows would be concluded from nothing. */
function unreadable(text: string): Broken | undefined {
  if (text.includes('\0')) {
    const message = 'is saved as UTF-16; save the file as “UTF-8”'
    return { check: 'characters', line: 1, message }
  }
  const rows = text.split('\n')
  const conflict = rows.findIndex((row) =>
    /^(?:<{7}|={7}|>{7})(?: |$)/.test(row),
  )
  if (conflict >= 0) {
    const message =
      'two versions were merged here; keep one of them and delete the lines that begin with <<<<<<<, ======= and >>>>>>>'
    return { check: 'markup', line: conflict + 1, message }
  }
  if (rows[0] !== '---') {
    const message =
      'has no front matter; begin with a line ---, then title: and description:, then a line ---'
    return { check: 'front-matter', line: 1, message }
  }
  if (!rows.includes('---', 1)) {
    const end = rows.findIndex((row, i) => i > 0 && !/^\w+:|^\s/.test(row))
    const message =
      'front matter is never closed; put a line --- after its last key'
    return { check: 'front-matter', line: Math.max(end, 1), message }
  }
  const { open } = outsideCode(text)
  if (open) {
    const message = `code begins here with ${open.mark} and never ends; delete this line`
    return { check: 'markup', line: open.line, message }
  }
  const comment = rows.findLastIndex((row) => row.includes('<!--'))
  if (comment >= 0 && !rows.slice(comment).join('\n').includes('-->')) {
    const message =
      'the HTML comment <!-- is never closed and hides what follows; delete it'
    return { check: 'markup', line: comment + 1, message }
  }
  return undefined
}

/** Says of an error of the Markdown reader where the page is broken. */
function brokenBy(error: Error, text: string): Broken {
  const { mark, reason } = error as Error & {
    mark?: { line: number }
    reason?: string
  }
  if (mark) {
    const message = `cannot be read (${reason}); if a value contains a colon and a space, or begins with a quote, put it between '…'`
    return { check: 'front-matter', line: mark.line + 1, message }
  }
  const id = /"id" attribute "(.*?)" is not unique/.exec(error.message)?.[1]
  const lines = text.split('\n')
  const first = lines.findIndex((row) => row.includes(`{#${id}}`))
  const second = lines.findIndex(
    (row, i) => i > first && row.includes(`{#${id}}`),
  )
  if (id === undefined || second < 0) {
    return {
      check: 'markup',
      line: 1,
      message: `cannot be read: ${error.message}`,
    }
  }
  const message = `{#${id}} is already in line ${first + 1}; delete one of the two sections, or give this heading the id that the English page has`
  return { check: 'parity', line: second + 1, message }
}
