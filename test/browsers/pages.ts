// Every page in every language opens, and fits a phone, also in wide letters.
import { expect, test } from 'vitest'
import { pages } from '../site/site.ts'
import { addressNow, homes, look, open, resize } from './reader.ts'

/** Pixels by which the page is wider than the window. */
const overflow = () =>
  look(() => {
    const { scrollWidth, clientWidth } = document.documentElement
    return scrollWidth - clientWidth
  })

/** Widens all letters, as the fonts of another machine may be wider. */
const widen = () =>
  look(() => {
    document.documentElement.style.letterSpacing = '0.06em'
  })

test.each(pages())('%s opens without complaints, and fits', async (path) => {
  await resize(390, 800)
  await open(path)
  await addressNow().toBe(path)
  expect(await look(() => document.querySelectorAll('h1').length)).toBe(1)
  const found = [await overflow()]
  await resize(320, 800)
  found.push(await overflow())
  await widen()
  found.push(await overflow())
  await resize(390, 800)
  found.push(await overflow())
  expect(found).toEqual([0, 0, 0, 0])
})

test.each(homes)(
  '%s/bench: no label of the chart overprints another',
  async (home) => {
    await open(`${home}/bench`)
    const over = await look(() => {
      const labels = [...document.querySelectorAll('.measurements svg text')]
      const boxes = labels.map((label) => label.getBoundingClientRect())
      return labels.flatMap((label, i) =>
        labels.slice(i + 1).flatMap((other, j) => {
          const [a, b] = [boxes[i], boxes[i + 1 + j]]
          if (!a?.width || !b?.width) return ['a label has no size']
          const apart =
            a.right <= b.left ||
            b.right <= a.left ||
            a.bottom <= b.top ||
            b.bottom <= a.top
          return apart ? [] : [`${label.textContent} ${other.textContent}`]
        }),
      )
    })
    expect(over).toEqual([])
  },
)
