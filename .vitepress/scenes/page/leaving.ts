/** Takes the player away when the reader scrolls out of its section. */

/**
 * Hides the player while neither the section of its figure nor lit code is in
 * the window.
 */
export function leaveWithSection(figure: Element, place: HTMLElement) {
  const headings = [...document.querySelectorAll('.prose :is(h1, h2, h3)')]
  const before = (heading: Element) =>
    heading.compareDocumentPosition(figure) & Node.DOCUMENT_POSITION_FOLLOWING
  const next = headings.findIndex((heading) => !before(heading))
  const from = headings[(next < 0 ? headings.length : next) - 1]
  const to = next < 0 ? undefined : headings[next]
  let lit: readonly Element[] = []

  function isNear(): boolean {
    const top = from?.getBoundingClientRect().top ?? 0
    const bottom = to?.getBoundingClientRect().top ?? Number.POSITIVE_INFINITY
    const isIn = (first: number, last: number) =>
      first < window.innerHeight && last > 0
    return (
      isIn(top, bottom) ||
      lit.some((chunk) => {
        const box = chunk.getBoundingClientRect()
        return isIn(box.top, box.bottom)
      })
    )
  }

  const update = () => place.classList.toggle('away', !isNear())

  window.addEventListener('scroll', update, { passive: true })
  return {
    /** Keeps the player while these chunks, of a new step, are in the window. */
    look(chunks: readonly Element[]): void {
      if (chunks.length > 0) lit = chunks
      // The page may have grown above the figure since the reader came to it.
      if (!isNear()) figure.scrollIntoView({ block: 'center' })
      update()
    },
    stop: () => window.removeEventListener('scroll', update),
  }
}
