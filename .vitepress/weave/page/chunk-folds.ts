/** Opens and closes the doc comments of a chunk, which the theme folds. */

/**
 * Adds a button to each doc comment; a second call does nothing. The keyboard
 * needs none of them, because a chunk is one tab stop: see chunk-rows.ts.
 */
export function addFolds(figure: Element, label: string): void {
  for (const line of figure.querySelectorAll('.doc-line')) {
    if (line.querySelector('button')) continue
    const button = document.createElement('button')
    button.type = 'button'
    button.className = 'unfold'
    button.tabIndex = -1
    button.ariaLabel = label
    button.ariaExpanded = 'false'
    button.addEventListener('click', () => {
      const isOpen = line.closest('tr')?.classList.toggle('unfolded')
      button.ariaExpanded = `${isOpen}`
    })
    line.append(button)
  }
}
