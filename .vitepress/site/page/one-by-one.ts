/** Prepares the parts of a page in tasks of their own, so that none is long. */

let waiting: ReturnType<typeof setTimeout> | undefined

/**
 * Starts again with the parts of the current page, and marks the page when all
 * are prepared.
 * @param selector Finds the parts.
 */
export function prepareParts(
  selector: string,
  prepare: (part: HTMLElement) => void,
): void {
  const next = ([part, ...rest]: readonly HTMLElement[]) => {
    if (!part) {
      document.documentElement.dataset.drawn = ''
      return
    }
    prepare(part)
    waiting = setTimeout(next, 0, rest)
  }
  clearTimeout(waiting)
  const found = document.querySelectorAll<HTMLElement>(selector)
  waiting = setTimeout(next, 0, [...found])
}
