/**
 * Lays out the parts of a page one by one, so that the first page appears
 * early. Later pages are laid out at once, because the browser must be able to
 * restore the scroll position.
 */

const parts = '.chunk, .ledger .entry, .line-claims'

let waiting: ReturnType<typeof setTimeout> | undefined

/** Starts again with the current page. @param onPart Called with each part. */
export function layOutParts(onPart: (part: HTMLElement) => void): void {
  const next = ([part, ...rest]: readonly HTMLElement[]) => {
    if (!part) {
      document.documentElement.dataset.drawn = ''
      return
    }
    onPart(part)
    part.classList.add('drawn')
    waiting = setTimeout(next, 0, rest)
  }
  clearTimeout(waiting)
  const found = document.querySelectorAll<HTMLElement>(parts)
  waiting = setTimeout(next, 0, [...found])
}
