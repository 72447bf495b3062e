/** Reads the texts of a page that readers see. */
import type { Tokens } from '../../site/page.ts'

/** A text on one line of a file. */
export interface Prose {
  readonly line: number
  /** The text without mark-up, but with backticks around code. */
  readonly text: string
}

// A placeholder for a mark or a tag while a text is joined.
const mark = '\uE000'
const wide =
  '[\\p{sc=Han}\\p{sc=Hiragana}\\p{sc=Katakana}\\u3000-\\u303f\\uff00-\\uffef“”‘’]'
const besideWide = new RegExp(
  `(?<=${wide})[ ${mark}]*${mark}[ ${mark}]*|[ ${mark}]*${mark}[ ${mark}]*(?=${wide})`,
  'gu',
)

/** The texts of a page. @param front The lines of its front matter. */
export function proseOf(
  tokens: Tokens,
  offset: number,
  front: readonly string[],
): Prose[] {
  const found: Prose[] = []
  for (const [i, row] of front.entries()) {
    const text = /^(?:title|description): *(.*?) *$/.exec(row)?.[1]
    if (text)
      found.push({ line: i + 1, text: text.replace(/^(["'])(.*)\1$/, '$2') })
  }
  let row = 0
  for (const { type, map, children } of tokens) {
    row = map?.[0] ?? row
    if (type !== 'inline') continue
    let line = row + 1 + offset
    let text = ''
    const end = () => {
      const plain = text
        .replace(besideWide, '')
        .replaceAll(new RegExp(` *${mark}`, 'g'), '')
        .trim()
      if (plain !== '') found.push({ line, text: plain })
      text = ''
    }
    for (const child of children ?? []) {
      if (child.type === 'softbreak' || child.type === 'hardbreak') {
        end()
        line++
      } else if (child.type === 'text') text += child.content
      else if (child.type === 'code_inline') text += `\`${child.content}\``
      else if (child.type === 'image') text += child.content
      else if (child.type === 'weave_mark') text += mark
      else if (child.type === 'html_inline' && /^<[A-Z]/.test(child.content)) {
        text += mark
      }
    }
    end()
  }
  return found
}

/** The text with a space in place of each character of code. */
export function withoutCode(text: string): string {
  return text.replace(/`[^`]*`/g, (code) => ' '.repeat(code.length))
}
