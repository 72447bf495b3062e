/** A page as the checks look at it. */
import type { MarkdownRenderer } from 'vitepress'
import { offsetOf, type Page, pageOf } from '../../weave/page.ts'
import { docsFile, type Locale, type Project } from '../../weave/project.ts'
import { type Item, itemsOf } from './items.ts'
import { type Prose, proseOf } from './prose.ts'

/** A page, taken apart. */
export interface ParsedPage extends Page {
  /** Texts that readers read, by line. */
  readonly prose: readonly Prose[]
  /** What else the page is made of. */
  readonly items: readonly Item[]
  /** Why the page could not be taken apart. */
  readonly broken?: Broken
}

/** What stops the Markdown reader. */
interface Broken {
  readonly check: 'front-matter' | 'parity' | 'markup'
  readonly line: number
  readonly message: string
}

const known = new Map<string, ParsedPage>()

/** Takes a page apart; one that was seen before is not read again. */
export function parsePage(
  project: Project,
  md: MarkdownRenderer,
  locale: Locale,
  name: string,
): ParsedPage {
  const file = docsFile(locale, name)
  // Signs of a bad save are one finding of their own, and confuse the rest.
  const text = project.read(file)
  const seen = known.get(file)
  if (seen?.text === text) return seen
  const page = { ...parse(md, file, text), file, locale, name, text }
  known.set(file, page)
  return page
}

function parse(md: MarkdownRenderer, file: string, text: string) {
  const clean = text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n')
  const env: { content?: string } = {}
  try {
    const tokens = md.parse(clean, env)
    const offset = offsetOf(clean, env.content)
    const front = clean.split('\n').slice(0, offset)
    return {
      ...pageOf(file, clean, tokens, offset),
      prose: proseOf(tokens, offset, front),
      items: itemsOf(tokens, offset),
    }
  } catch (error) {
    const broken = brokenBy(error as Error, clean)
    const nothing = { marks: [], code: [], bare: [], problems: [] }
    return { ...nothing, prose: [], items: [], broken }
  }
}

/** Says of an error of the Markdown reader where the page is broken. */
function brokenBy(error: Error, text: string): Broken {
  const { mark, reason } = error as Error & {
    mark?: { line: number }
    reason?: string
  }
  if (mark) {
    const message = `cannot be read (${reason}); if a value holds a colon and a space, or begins with a quote, put it between '…'`
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
  const message = `{#${id}} stands already in line ${first + 1}; delete one of the two sections, or give this heading the id that the English page has`
  return { check: 'parity', line: second + 1, message }
}
