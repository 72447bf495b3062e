/** Looks at how a page is written: its figures, its claims, its code. */
import type { Page } from 'playwright-core'

/** What is seen in one look at a page on a wide screen. */
export interface Prose {
  /** Figures that have more than a screen of prose above them. */
  readonly late: readonly string[]
  /** How many claims follow each heading. */
  readonly claims: readonly number[]
  readonly paragraphs: number
  /** Paragraphs in which a line may end between a number and its unit. */
  readonly torn: readonly string[]
  /** Texts in the font of code that a translator would translate. */
  readonly translated: readonly string[]
}

export const readProse = (page: Page): Promise<Prose> =>
  page.evaluate(() => {
    const all = (selector: string) =>
      Array.from(document.querySelectorAll(selector))

    let above = document.querySelector('main h1')?.getBoundingClientRect()
    const figures = all('main :is(.chunk, .scene, .drawing)')
    const late = figures.flatMap((figure, i) => {
      const box = figure.getBoundingClientRect()
      const gap = Math.round(box.top - (above?.bottom ?? 0))
      above = box
      // The opening also says what the page is for and how to read it.
      const limit = i === 0 ? (innerHeight * 4) / 3 : innerHeight
      const what = `${gap} px before ${figure.outerHTML}`
      return gap > limit ? [what.slice(0, 80)] : []
    })

    const claims: number[] = []
    for (const each of all('main :is(h1, h2, h3, h4, .claim)'))
      claims.push(each.matches('.claim') ? (claims.pop() ?? 0) + 1 : 0)

    const texts = all('main p').map(({ textContent }) => textContent ?? '')

    const code = document.createElement('code')
    document.querySelector('main')?.append(code)
    const { fontFamily } = getComputedStyle(code)
    code.remove()
    const own = '[translate=no], script, style, noscript, .less, .header-anchor'
    const translated = new Set<string>()
    const walker = document.createTreeWalker(
      document.body,
      NodeFilter.SHOW_TEXT,
    )
    while (walker.nextNode()) {
      const { parentElement: around, textContent } = walker.currentNode
      const text = textContent?.trim() ?? ''
      if (!around || !/\p{L}/u.test(text) || around.closest(own)) continue
      if (getComputedStyle(around).fontFamily === fontFamily)
        translated.add(`${around.className}: ${text.slice(0, 60)}`)
    }
    return {
      late,
      claims,
      paragraphs: texts.length,
      torn: texts.filter((text) => /\d (?:s|ms|KB|MB)\b/.test(text)),
      translated: [...translated],
    }
  })
