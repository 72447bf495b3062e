/** Writes what is told of a name, with a little colour. */
import type { Told } from '../../names/data.ts'

const words =
  /^\([a-z ]+\)|\b(?:builtin|chan|class|const|constructor|field|from|func|function|get|import|interface|keyof|let|map|new|package|readonly|set|struct|type|var)\b|(?<!\w)(?:"[^"]*"|'[^']*')/g

/**
 * The declaration and, below it, the documentation.
 * @param word The name itself, which stands out in its declaration.
 */
export function paint(told: Told, word: string): Node[] {
  const signature = document.createElement('pre')
  signature.translate = false
  let from = 0
  for (const match of told.signature.matchAll(words)) {
    signature.append(...bold(told.signature.slice(from, match.index), word))
    const kind = /^[("']/.exec(match[0])?.[0] === '(' ? 'aside' : 'word'
    signature.append(element('span', kind, match[0]))
    from = match.index + match[0].length
  }
  signature.append(...bold(told.signature.slice(from), word))
  if (!told.doc) return [signature]
  const doc = document.createElement('p')
  if (!told.localized) doc.lang = 'en'
  for (const [i, part] of told.doc.split('`').entries()) {
    doc.append(i % 2 ? element('code', '', part) : part)
  }
  return [signature, doc]
}

function bold(text: string, word: string): (Node | string)[] {
  return text
    .split(new RegExp(`\\b(${word})\\b`))
    .map((part, i) => (i % 2 ? element('b', '', part) : part))
}

function element(tag: string, kind: string, text: string): HTMLElement {
  const made = document.createElement(tag)
  if (kind) made.className = kind
  made.textContent = text
  return made
}
