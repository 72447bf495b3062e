/** A book of two functions, to see that the machine needs nothing else of one. */

export const chapter = 'counter'
export const fileName = 'counter'
export const groups = { read: [chapter], check: [], translate: [] }
export const pictures = { index: ['up', 1] }
export const gapClaims = new Map()

const method = [
  [1, 1],
  [1, 1],
  [1, 1],
  [1, 1],
]

export const programs = [
  {
    page: chapter,
    listing: 'go-reference/toy/counter.go',
    port: 'src/toy/counter.ts',
    cut: 'regions',
    alignment: [{ up: method, down: method }, '.vitepress/book.ts'],
    whole: false,
    named: false,
    provider: 'memory',
  },
]

export const programOf = () => programs[0]
