/** Makes each name in a chunk an element of its own. */
import type { NamesData, Occurrence, Told } from '../../names/data.ts'

const tellings = new WeakMap<Element, Told>()

/** What is told of a name that was made an element. */
export const toldOf = (name: Element): Told | undefined => tellings.get(name)

/** Once for each chunk; its text stays as it is. */
export function wrapNames(figure: HTMLElement, data: NamesData): void {
  if (figure.dataset.names !== undefined) return
  figure.dataset.names = ''
  for (const head of figure.querySelectorAll<HTMLElement>('th[data-file]')) {
    const lines = data.files[head.dataset.file ?? ''] ?? {}
    const side = head.className
    for (const line of figure.querySelectorAll<HTMLElement>(
      `td.${side} .line[data-line]`,
    )) {
      const here = lines[line.dataset.line ?? ''] ?? []
      // From the right, so that the columns to the left stay true.
      for (const occurrence of [...here].sort(([a], [b]) => b - a)) {
        const told = data.names[occurrence[2]]
        const name = told && wrap(line, occurrence)
        if (told && name) tellings.set(name, told)
      }
    }
  }
}

function wrap(line: HTMLElement, [column, length]: Occurrence) {
  const texts = document.createTreeWalker(line, NodeFilter.SHOW_TEXT)
  let from = 0
  while (texts.nextNode()) {
    const text = texts.currentNode as Text
    const at = column - from
    from += text.length
    if (column >= from) continue
    if (column + length > from) return undefined
    const name = document.createElement('span')
    name.className = 'name'
    const range = document.createRange()
    range.setStart(text, at)
    range.setEnd(text, at + length)
    range.surroundContents(name)
    return name
  }
  return undefined
}
