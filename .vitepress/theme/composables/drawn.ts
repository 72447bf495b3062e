/**
 * Lays out what is far below piece by piece, so that a first visit is not
 * kept waiting. Later pages are laid out at once: the browser then finds the
 * place where a reader was.
 */

const parts = '.chunk, .ledger .entry, .line-claims'

let waiting: ReturnType<typeof setTimeout> | undefined

/** Begins anew with the present page. @param look What else to do to a part. */
export function drawParts(look: (part: HTMLElement) => void): void {
  const next = ([part, ...rest]: readonly HTMLElement[]) => {
    if (!part) {
      document.documentElement.dataset.drawn = ''
      return
    }
    look(part)
    part.classList.add('drawn')
    waiting = setTimeout(next, 0, rest)
  }
  clearTimeout(waiting)
  const found = document.querySelectorAll<HTMLElement>(parts)
  waiting = setTimeout(next, 0, [...found])
}
