/** Links the number of each line of a chunk to that line in the source. */
import { linesOf } from '../../site/page/lines-of.ts'

/**
 * Adds the links, which the pointer alone can reach; a second call does
 * nothing. They are not in the page's HTML, so that a visit downloads less.
 */
export function addLineLinks(figure: Element): void {
  if (figure.querySelector('.line > a')) return
  for (const head of figure.querySelectorAll('th')) {
    const file = head.querySelector<HTMLAnchorElement>('.file')?.href
    const side = head.classList[0] ?? ''
    for (const [number, line] of linesOf(figure, side)) {
      // The theme gives a line without any content its height.
      if (!line.hasChildNodes()) continue
      const link = document.createElement('a')
      link.href = `${file}#L${number}`
      link.tabIndex = -1
      link.setAttribute('aria-hidden', 'true')
      line.prepend(link)
    }
  }
}
