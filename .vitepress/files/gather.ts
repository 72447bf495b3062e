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
 * other links become absolute. What a reader would have to open, or to run,
 * becomes a link to it on the site. The function must not use anything outside
 * it.
 */
export function gather(leaves: readonly Leaf[]): void {
  const parser = new DOMParser()
  const idOf = (name: string, id: string) => `${name}--${id}`
  const online = (href: string, ...content: (Node | string)[]) => {
    const link = document.createElement('a')
    link.className = 'online'
    link.href = href
    link.append(...content)
    return link
  }
  const sections = leaves.map(({ name, address, html }) => {
    const built = parser.parseFromString(html, 'text/html')
    const section = document.createElement('section')
    section.className = built.querySelector('.page')?.className ?? 'page'
    section.id = name
    section.style.setProperty('page', name)
    section.append(built.querySelector('main') ?? '')
    const useless = '.header-anchor, .ledger-filter, #chunk-keys, script'
    for (const part of section.querySelectorAll(useless)) part.remove()
    const [first, ...others] = section.querySelectorAll('.playground')
    first?.replaceWith(online(address, address))
    for (const part of others) part.remove()
    let above = ''
    for (const part of section.querySelectorAll('[id], details')) {
      if (part instanceof HTMLDetailsElement) {
        const summary = part.querySelector('summary')?.childNodes ?? []
        part.replaceWith(online(`${address}#${above}`, ...summary))
      } else {
        above = part.id
        part.id = idOf(name, above)
      }
    }
    for (const kind of ['for', 'aria-labelledby', 'aria-describedby']) {
      for (const part of section.querySelectorAll(`[${kind}]`)) {
        const ids = (part.getAttribute(kind) ?? '').split(' ')
        part.setAttribute(kind, ids.map((id) => idOf(name, id)).join(' '))
      }
    }
    return section
  })
  document.body.append(...sections)
  for (const [i, { address }] of leaves.entries()) {
    const links = sections[i]?.querySelectorAll('a[href]:not(.online)') ?? []
    for (const link of links) {
      const { href } = new URL(link.getAttribute('href') ?? '', address)
      const [before, fragment] = href.split('#')
      const leaf = leaves.find((each) => each.address === before)
      const id = leaf && (fragment ? idOf(leaf.name, fragment) : leaf.name)
      const inside = id !== undefined && document.getElementById(id) !== null
      link.setAttribute('href', inside ? `#${id}` : href)
    }
  }
}
