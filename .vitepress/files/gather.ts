/** Puts the pages of a book together. This runs in the browser. */

/** A page of the book, as it was built. */
export interface Leaf {
  readonly name: string
  /** The absolute address at which the page is published. */
  readonly address: string
  readonly html: string
}

/**
 * Appends the text of each page to the document. An id gets the page's name
 * before it. A link to a page of the book becomes a link within the document;
 * other links become absolute. The function must not use anything outside it.
 */
export function gather(leaves: readonly Leaf[]): void {
  const parser = new DOMParser()
  const idOf = (name: string, id: string) => `${name}--${id}`
  const sections = leaves.map(({ name, address, html }) => {
    const built = parser.parseFromString(html, 'text/html')
    const section = document.createElement('section')
    section.className = built.querySelector('.page')?.className ?? 'page'
    section.id = name
    section.style.setProperty('page', name)
    section.append(built.querySelector('main') ?? '')
    for (const useless of section.querySelectorAll(
      '.header-anchor, .playground, #chunk-keys, script',
    )) {
      useless.remove()
    }
    let above = ''
    for (const one of section.querySelectorAll('[id], details')) {
      if (one instanceof HTMLDetailsElement) {
        const link = document.createElement('a')
        link.className = 'online'
        link.href = `${address}#${above}`
        link.append(...(one.querySelector('summary')?.childNodes ?? []))
        one.replaceWith(link)
      } else {
        above = one.id
        one.id = idOf(name, one.id)
      }
    }
    for (const kind of ['for', 'aria-labelledby', 'aria-describedby']) {
      for (const one of section.querySelectorAll(`[${kind}]`)) {
        const ids = (one.getAttribute(kind) ?? '').split(' ')
        one.setAttribute(kind, ids.map((id) => idOf(name, id)).join(' '))
      }
    }
    return section
  })
  document.body.append(...sections)
  for (const [i, { address }] of leaves.entries()) {
    for (const link of sections[i]?.querySelectorAll('a[href]:not(.online)') ??
      []) {
      const to = new URL(link.getAttribute('href') ?? '', address)
      const fragment = decodeURIComponent(to.hash.slice(1))
      to.hash = ''
      const target = leaves.find((leaf) => leaf.address === to.href)
      to.hash = fragment
      const id =
        target && (fragment ? idOf(target.name, fragment) : target.name)
      const inside = id !== undefined && document.getElementById(id) !== null
      link.setAttribute('href', inside ? `#${id}` : to.href)
    }
  }
}
