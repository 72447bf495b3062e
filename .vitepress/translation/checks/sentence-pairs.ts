/** Pairs the sentences of a text with the English ones, in order. */

/** English sentences and their partners; one side may have none or two. */
export interface Pair {
  readonly own: readonly number[]
  readonly want: readonly number[]
}

/** How many sentences a pair may have, and what each such pair costs. */
const shapes = [
  [1, 1, 0],
  [1, 2, 0.6],
  [2, 1, 0.6],
  [1, 3, 1.2],
  [0, 1, 0.9],
  [1, 0, 0.9],
] as const

/** What can be compared of sentences: code, numbers, addresses and claims. */
const partsOf = (text: string): string[] =>
  text.match(/`[^`]*`|\d+|\]\([^)]*\)|\uE000.*?\uE001/g) ?? []

/**
 * How unlike two sentences are, from 0: by what only one of them names, and by
 * their lengths.
 * @param ratio How long the translation usually is, beside English.
 */
export function distance(own: string, english: string, ratio: number): number {
  const [mine, theirs] = [partsOf(own), partsOf(english)]
  const odd =
    mine.filter((part) => !theirs.includes(part)).length +
    theirs.filter((part) => !mine.includes(part)).length
  const length = Math.log((own.length + 4) / (ratio * english.length + 4))
  return odd + Math.abs(length)
}

/**
 * The pairs whose sentences are least unlike, after Gale and Church (1993).
 * @param named What each thing costs that a sentence without partner names.
 */
export function pairSentences(
  own: readonly string[],
  want: readonly string[],
  ratio: number,
  named = 1,
): Pair[] {
  const width = want.length + 1
  const best: { cost: number; pairs: Pair[] }[] = []
  for (let i = 0; i <= own.length; i++) {
    for (let k = 0; k < width; k++) {
      let cell = { cost: i + k === 0 ? 0 : Infinity, pairs: [] as Pair[] }
      for (const [a, b, price] of shapes) {
        const before = best[(i - a) * width + k - b]
        if (i < a || k < b || !before) continue
        const [mine, theirs] = [own.slice(i - a, i), want.slice(k - b, k)]
        const text = (a ? mine : theirs).join('')
        const unlike =
          a && b
            ? distance(mine.join(''), theirs.join(''), ratio)
            : named * partsOf(text).length + Math.min(text.length / 150, 0.5)
        const cost = before.cost + price + unlike
        if (cost >= cell.cost) continue
        const at = (from: number, count: number) =>
          Array.from({ length: count }, (_, n) => from - count + n)
        const pair = { own: at(i, a), want: at(k, b) }
        cell = { cost, pairs: [...before.pairs, pair] }
      }
      best.push(cell)
    }
  }
  return best.at(-1)?.pairs ?? []
}
