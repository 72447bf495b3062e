/** Takes a page apart into the blocks that its sections are made of. */
import type { Mark } from '../../site/marks.ts'
import type { Tokens } from '../../site/page.ts'

/** A heading, a paragraph, a list item, a cell of a table, or tags. */
export interface Block {
  readonly kind: 'heading' | 'paragraph' | 'list item' | 'cell' | 'tag'
  /** The id of the heading above it, or its own. */
  readonly section: string
  readonly line: number
  /** What readers read; code between backticks. */
  readonly text: string
  readonly code: readonly string[]
  /** The claims that are marked in it, and the text before each mark. */
  readonly claims: readonly { readonly id: string; readonly before: string }[]
  /** The texts of its links. */
  readonly links: readonly { readonly href: string; readonly text: string }[]
}

/** The blocks of a page, from top to bottom. */
export function blocksOf(tokens: Tokens, offset: number): Block[] {
  const blocks: Block[] = []
  let section = 'title'
  let line = 1 + offset
  const open: string[] = []
  for (const [i, token] of tokens.entries()) {
    if (token.map) line = token.map[0] + 1 + offset
    if (token.nesting === 1) open.push(token.type)
    if (token.nesting === -1) open.pop()
    // VitePress reads a component alone on its line as `html_inline`, with an
    // empty text behind it.
    if (token.type === 'html_block' || token.type === 'html_inline') {
      const tags = token.content.trim()
      blocks.push({ kind: 'tag', section, line, ...bare(tags) })
    }
    if (token.type !== 'inline') continue
    if (tokens[i - 1]?.type === 'html_inline') continue
    const kind = kindOf(open)
    if (kind === 'heading') section = `${tokens[i - 1]?.attrGet('id') ?? ''}`
    blocks.push({ kind, section, line, ...contentOf(token.children ?? []) })
  }
  return blocks
}

/** What a block without prose contains. */
const bare = (text: string) => ({ text, code: [], claims: [], links: [] })

function kindOf(open: readonly string[]): Block['kind'] {
  const above = open.at(-1)
  if (above === 'heading_open') return 'heading'
  if (above === 'td_open' || above === 'th_open') return 'cell'
  return open.includes('list_item_open') ? 'list item' : 'paragraph'
}

function contentOf(children: NonNullable<Tokens[number]['children']>) {
  let text = ''
  const code: string[] = []
  const claims: { id: string; before: string }[] = []
  const links: { href: string; text: string }[] = []
  let from: number | undefined
  let href = ''
  for (const child of children) {
    const { type, content } = child
    if (type === 'text' || type === 'image') text += content
    if (type === 'softbreak' || type === 'hardbreak') text += '\n'
    if (type === 'code_inline') {
      text += `\`${content}\``
      code.push(content)
    }
    const meta = child.meta as Partial<Mark> | null
    if (type === 'weave_mark' && meta?.kind === 'claim') {
      claims.push({ id: meta.name ?? '', before: text.trimEnd() })
    }
    if (type === 'link_open' && child.attrGet('class') !== 'header-anchor') {
      from = text.length
      href = child.attrGet('href') ?? ''
    }
    if (type === 'link_close' && from !== undefined) {
      links.push({ href, text: text.slice(from) })
      from = undefined
    }
  }
  return { text: text.trim(), code, claims, links }
}
