/** Renders the hover of a name or a construct with coloured keywords. */
import type { HoverText } from '../data.ts'

const words =
  /^\([a-z ]+\)|\b(?:builtin|chan|class|const|constructor|field|from|func|function|get|import|interface|keyof|let|map|new|package|readonly|set|struct|type|var)\b|(?<!\w)(?:"[^"]*"|'[^']*')/g

/**
 * The declaration and, below it, the documentation and the note.
 * @param word The name itself, which is bold in its declaration.
 */
export function paint(text: HoverText, word: string): Node[] {
  const { signature, doc, localized, note, noteLang } = text
  return [
    ...(signature ? [declaration(signature, word)] : []),
    ...(doc ? [paragraph(doc, localized ? undefined : 'en')] : []),
    ...(note ? [paragraph(note, noteLang)] : []),
  ]
}

function declaration(text: string, word: string): HTMLElement {
  const signature = document.createElement('pre')
  signature.translate = false
  let from = 0
  for (const match of text.matchAll(words)) {
    signature.append(text.slice(from, match.index))
    const kind = match[0].startsWith('(') ? 'aside' : 'word'
    signature.append(element('span', kind, match[0]))
    from = match.index + match[0].length
  }
  signature.append(text.slice(from))
  embolden(signature, word)
  return signature
}

function paragraph(text: string, lang: string | undefined): HTMLElement {
  const made = document.createElement('p')
  if (lang) made.lang = lang
  for (const [i, part] of text.split('`').entries()) {
    made.append(i % 2 ? element('code', '', part) : part)
  }
  return made
}

/** Makes the first occurrence of the name bold. */
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
