/** Wraps each name and each construct of a chunk in an element. */

import { linesOf } from '../../site/page/lines-of.ts'
import type { HoverText, NamesData, Occurrence } from '../data.ts'

const hoverTexts = new WeakMap<Element, HoverText>()

/** The hover text of a wrapped name. */
export const hoverTextOf = (name: Element): HoverText | undefined =>
  hoverTexts.get(name)

/** Wraps the names of a chunk once; its text does not change. */
export function wrapNames(figure: HTMLElement, data: NamesData): void {
  if (figure.dataset.names !== undefined) return
  figure.dataset.names = ''
  for (const head of figure.querySelectorAll<HTMLElement>('th[data-file]')) {
    const lines = data.files[head.dataset.file ?? ''] ?? {}
    for (const [number, line] of linesOf(figure, head.className)) {
      const here = lines[number] ?? []
      // From the right, so that the columns to the left remain correct.
      for (const occurrence of [...here].sort(([a], [b]) => b - a)) {
        const text = data.names[occurrence[2]]
        const name = text && wrap(line, occurrence)
        if (text && name) hoverTexts.set(name, text)
      }
    }
  }
}

function wrap(line: HTMLElement, [column, length]: Occurrence) {
  const texts = document.createTreeWalker(line, NodeFilter.SHOW_TEXT)
  const range = document.createRange()
  let from = 0
  while (texts.nextNode()) {
    const text = texts.currentNode as Text
    const at = column - from
    from += text.length
    if (at >= 0 && at < text.length) range.setStart(text, at)
    if (column + length > from) continue
    range.setEnd(text, at + length)
    const name = document.createElement('span')
    name.className = 'name'
    // A line may break within a construct, but no colour changes in it.
    range.surroundContents(name)
    return name
  }
  return undefined
}
