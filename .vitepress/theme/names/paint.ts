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
    signature.append(told.signature.slice(from, match.index))
    const kind = match[0].startsWith('(') ? 'aside' : 'word'
    signature.append(element('span', kind, match[0]))
    from = match.index + match[0].length
  }
  signature.append(told.signature.slice(from))
  embolden(signature, word)
  if (!told.doc) return [signature]
  const doc = document.createElement('p')
  if (!told.localized) doc.lang = 'en'
  for (const [i, part] of told.doc.split('`').entries()) {
    doc.append(i % 2 ? element('code', '', part) : part)
  }
  return [signature, doc]
}

/** Lets the name stand out where it stands first. */
function embolden(signature: HTMLElement, word: string): void {
  for (const text of signature.childNodes) {
    if (!(text instanceof Text)) continue
    const at = text.data.search(new RegExp(`\\b${word}\\b`))
    if (at < 0) continue
    const name = text.splitText(at)
    name.splitText(word.length)
    name.replaceWith(element('b', '', word))
    return
  }
}

function element(tag: string, kind: string, text: string): HTMLElement {
  const made = document.createElement(tag)
  if (kind) made.className = kind
  made.textContent = text
  return made
}
