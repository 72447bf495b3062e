/** Reads the parts of a page that must be the same in every language. */
import type { Tokens } from '../../site/page.ts'

/** A part of a page other than its text. */
export interface Item {
  readonly kind:
    | 'heading level'
    | 'table'
    | 'tag'
    | 'image'
    | 'link'
    | 'code'
    | 'list item'
  /** Its level, size, type, address or code. */
  readonly name: string
  readonly line: number
}

/** The items of a page, from top to bottom. */
export function itemsOf(tokens: Tokens, offset: number): Item[] {
  const items: Item[] = []
  let line = 1 + offset
  let table: { line: number; rows: number; columns: number } | undefined
  for (const [i, token] of tokens.entries()) {
    const { type, tag, map, content, info } = token
    if (map) line = map[0] + 1 + offset
    const add = (kind: Item['kind'], name: string) =>
      items.push({ kind, name, line })
    if (type === 'heading_open') add('heading level', tag)
    else if (type === 'list_item_open') add('list item', 'an item')
    else if (type === 'fence') add('code', `\`\`\`${info}`)
    else if (type === 'html_block')
      for (const name of tagsIn(content)) add('tag', name)
    else if (type === 'html_inline')
      for (const name of tagsIn(content)) add('tag', name)
    else if (type === 'table_open') table = { line, rows: 0, columns: 0 }
    else if (type === 'tr_open' && table) table.rows++
    else if (type === 'th_open' && table) table.columns++
    else if (type === 'table_close' && table) {
      const size = `${table.rows} rows of ${table.columns} columns`
      items.push({ kind: 'table', name: size, line: table.line })
      table = undefined
    } else if (type === 'inline') {
      const inHeading = tokens[i - 1]?.type === 'heading_open'
      items.push(...inlineItems(token.children ?? [], line, inHeading))
    }
  }
  return items
}

function inlineItems(
  children: NonNullable<Tokens[number]['children']>,
  first: number,
  inHeading: boolean,
): Item[] {
  const items: Item[] = []
  let line = first
  for (const child of children) {
    const { type, content } = child
    if (type === 'softbreak' || type === 'hardbreak') line++
    if (type === 'code_inline')
      items.push({ kind: 'code', name: `\`${content}\``, line })
    if (type === 'image')
      items.push({ kind: 'image', name: child.attrGet('src') ?? '', line })
    if (type === 'html_inline') {
      for (const name of tagsIn(content))
        items.push({ kind: 'tag', name, line })
    }
    // A heading's own anchor is not a link of the text.
    const own = inHeading && child.attrGet('class') === 'header-anchor'
    if (type === 'link_open' && !own) {
      const href = child.attrGet('href') ?? ''
      items.push({ kind: 'link', name: decoded(href), line })
    }
  }
  return items
}

function tagsIn(html: string): string[] {
  const tags = html.match(/<[a-z][^>]*>/gi) ?? []
  return tags.map((tag) => tag.replace(/\s+/g, ' '))
}

function decoded(href: string): string {
  try {
    return decodeURI(href)
  } catch {
    return href
  }
}
