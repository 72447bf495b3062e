/** Takes a page apart into the blocks that its sections are made of. */
import type { Mark } from '../../site/marks.ts'
import type { Tokens } from '../../site/page.ts'
import { type Prose, withoutCode } from './prose.ts'

/** A heading, a paragraph, a list item, a cell of a table, tags or code. */
export interface Block {
  readonly kind:
    | 'title'
    | 'heading'
    | 'paragraph'
    | 'list item'
    | 'cell'
    | 'tag'
    | 'code block'
  /** The id of the heading above it, or its own. */
  readonly section: string
  readonly line: number
  /** What readers read; code between backticks. */
  readonly text: string
  /** The same, line by line, for the rules of single lines. */
  readonly rows: readonly Prose[]
  /** `h2` of a heading, `ol 3` of an item of a numbered list, else empty. */
  readonly level: string
  /** The row of a cell in its table, from 0. */
  readonly row: number
  readonly code: readonly string[]
  /** The claims that are marked in it, and the text before each mark. */
  readonly claims: readonly { readonly id: string; readonly before: string }[]
  readonly links: readonly Link[]
  /** The tags of HTML, and the addresses of images. */
  readonly tags: readonly string[]
  readonly strong: number
  readonly emphasis: number
}

/** A link, and its line in the page. */
export interface Link {
  readonly href: string
  readonly text: string
  readonly line: number
}

/** What has the same key, in the order of the list. */
export function groupsOf<T, Key>(
  list: readonly T[],
  keyOf: (each: T) => Key,
): Map<Key, T[]> {
  const groups = new Map<Key, T[]>()
  for (const each of list) {
    const group = groups.get(keyOf(each))
    if (group) group.push(each)
    else groups.set(keyOf(each), [each])
  }
  return groups
}

/** A block of plain text, with code between backticks. */
export function textBlock(
  kind: Block['kind'],
  section: string,
  { line, text }: Prose,
): Block {
  return {
    kind,
    section,
    line,
    text,
    rows: [{ line, text }],
    level: '',
    row: 0,
    code: (text.match(/`[^`]+`/g) ?? []).map((code) => code.slice(1, -1)),
    claims: [],
    links: [],
    // A language may have another sign for `<cite>`, but no other address.
    tags: tagsIn(withoutCode(text)).filter((tag) => tag.includes('=')),
    strong: text.match(/\*\*[^*]+\*\*/g)?.length ?? 0,
    emphasis: 0,
  }
}

/** The blocks of a page, from top to bottom. @param front Its front matter. */
export function blocksOf(
  tokens: Tokens,
  offset: number,
  front: readonly string[],
): Block[] {
  const blocks = front.flatMap((row, i) => {
    const text = /^(?:title|description): *(.*?) *$/.exec(row)?.[1]
    if (!text) return []
    const plain = text.replace(/^(["'])(.*)\1$/, '$2')
    return textBlock('title', 'title', { line: i + 1, text: plain })
  })
  let section = 'title'
  let line = 1 + offset
  let row = 0
  let number = ''
  const open: string[] = []
  for (const [i, token] of tokens.entries()) {
    const { type, nesting, content, info } = token
    if (token.map) line = token.map[0] + 1 + offset
    if (nesting === 1) open.push(type)
    if (nesting === -1) open.pop()
    if (type === 'table_open') row = 0
    if (type === 'list_item_open') number = info
    if (type === 'tr_close') row++
    // VitePress reads a component alone on its line as `html_inline`, with an
    // empty text behind it.
    if (type === 'html_block' || type === 'html_inline') {
      const text = content.trim()
      const plain = textBlock('tag', section, { line, text })
      blocks.push({ ...plain, rows: [], tags: tagsIn(text) })
    }
    if (type === 'fence' || type === 'code_block') {
      const plain = textBlock('code block', section, { line, text: content })
      blocks.push({ ...plain, rows: [], level: info.trim() })
    }
    if (type !== 'inline' || tokens[i - 1]?.type === 'html_inline') continue
    const above = open.at(-1)
    const kind =
      above === 'heading_open'
        ? 'heading'
        : above === 'td_open' || above === 'th_open'
          ? 'cell'
          : open.includes('list_item_open')
            ? 'list item'
            : 'paragraph'
    if (kind === 'heading') section = `${tokens[i - 1]?.attrGet('id') ?? ''}`
    const level =
      kind === 'heading'
        ? `${tokens[i - 1]?.tag}`
        : kind === 'list item' && open.includes('ordered_list_open')
          ? `ol ${number}`
          : ''
    const base = { ...textBlock(kind, section, { line, text: '' }), level, row }
    blocks.push({ ...base, ...contentOf(token.children ?? [], line) })
  }
  return blocks
}

// Stands for a mark or a tag while a text is joined.
const hole = '\uE000'
const wide =
  '[\\p{sc=Han}\\p{sc=Hiragana}\\p{sc=Katakana}\\u3000-\\u303f\\uff00-\\uffef“”‘’]'
const besideWide = new RegExp(
  `(?<=${wide})[ \u00a0${hole}]*${hole}[ ${hole}]*|[ \u00a0${hole}]*${hole}[ ${hole}]*(?=${wide})`,
  'gu',
)
const beside = new RegExp(`[ \u00a0]*${hole}`, 'g')

function contentOf(
  children: NonNullable<Tokens[number]['children']>,
  first: number,
) {
  let text = ''
  let line = first
  const code: string[] = []
  const claims: { id: string; before: string }[] = []
  const links: Link[] = []
  const tags: string[] = []
  let [strong, emphasis] = [0, 0]
  let from: { at: number; line: number; href: string } | undefined
  for (const child of children) {
    const { type, content } = child
    if (type === 'text') text += content
    if (type === 'image') {
      text += content
      tags.push(child.attrGet('src') ?? '')
    }
    if (type === 'softbreak' || type === 'hardbreak') {
      text += '\n'
      line++
    }
    if (type === 'strong_open') strong++
    if (type === 'em_open') emphasis++
    if (type === 'html_inline') {
      if (/^<[A-Z]/.test(content)) text += hole
      tags.push(...tagsIn(content))
    }
    if (type === 'code_inline') {
      text += `\`${content}\``
      code.push(content)
    }
    if (type === 'weave_mark') {
      const { kind, name = '' } = child.meta as Mark
      if (kind === 'claim') claims.push({ id: name, before: plain(text) })
      text += hole
    }
    // A heading's own anchor is not a link of the text.
    if (type === 'link_open' && child.attrGet('class') !== 'header-anchor') {
      from = { at: text.length, line, href: decoded(child.attrGet('href')) }
    }
    if (type === 'link_close' && from !== undefined) {
      const { at, ...link } = from
      links.push({ ...link, text: plain(text.slice(at)) })
      from = undefined
    }
  }
  const rows = text
    .split('\n')
    .map((row, i) => ({ line: first + i, text: plain(row) }))
    .filter((row) => row.text !== '')
  const parts = { code, claims, links, tags, strong, emphasis }
  return { text: plain(text), rows, ...parts }
}

const plain = (text: string): string =>
  text.includes(hole)
    ? text.replace(besideWide, '').replaceAll(beside, '').trim()
    : text.trim()

function tagsIn(html: string): string[] {
  const tags = html.match(/<[a-z][^>]*>/gi) ?? []
  return tags.map((tag) => tag.replace(/\s+/g, ' '))
}

function decoded(href: string | null): string {
  try {
    return decodeURI(href ?? '')
  } catch {
    return href ?? ''
  }
}
