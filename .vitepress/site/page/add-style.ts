/** Adds styles that a page needs only after a reader has asked for something. */

const added = new Set<string>()

/** Adds styles to the document, once. @param css Their text. */
export function addStyle(css: string): void {
  if (added.has(css)) return
  added.add(css)
  const style = document.createElement('style')
  style.textContent = css
  document.head.append(style)
}
