/**
 * Puts the sentences of a translation beside those of the English text: by the
 * claims, code and numbers that they share, and by their lengths. A translation
 * may join or split sentences and paragraphs.
 */
import type { Language } from '../site/languages.ts'
import { meaningOf } from './meaning.ts'
import { sentencesOf } from './sentences.ts'

/** Sentences that say the same; one side is empty if the other has more. */
export interface Aligned {
  readonly english: readonly string[]
  readonly translation: readonly string[]
}

interface Sentence {
  readonly text: string
  readonly anchors: readonly string[]
}

const claim = /\uE000[^\uE001]*\uE001/g

/** The sentences of a section, each with what a translation must share. */
function read(section: string, language: Language): Sentence[] {
  const text = section.replace(
    // A claim stands behind its sentence: before the full stop it belongs to it.
    /(\p{P}*)\s*<Claim id="([^"]*)" \/>/gu,
    '\uE000$2\uE001$1',
  )
  return meaningOf(text)
    .split(/\n+/)
    .flatMap((block) => sentencesOf(block, language))
    .map((sentence) => ({
      text: sentence.replace(claim, '').trim(),
      anchors:
        sentence.match(/\uE000[^\uE001]*\uE001|`[^`]+`|\]\([^)]*\)|\d+/g) ?? [],
    }))
}

/** How many sentences of both sides can belong together. */
const steps = [
  [1, 1],
  [1, 2],
  [2, 1],
  [1, 0],
  [0, 1],
] as const

/** The sentences of both texts, side by side, in their order. */
export function align(
  english: string,
  translation: string,
  locale: Language,
  source: Language,
): Aligned[] {
  const [theirs, own] = [read(english, source), read(translation, locale)]
  const length = (all: readonly Sentence[]) =>
    all.reduce((sum, { text }) => sum + text.length, 1)
  const ratio = length(own) / length(theirs)
  const likeness = (a: readonly Sentence[], b: readonly Sentence[]) => {
    if (a.length * b.length === 0) return -1.5
    const left = b.flatMap(({ anchors }) => anchors)
    const wanted = a.flatMap(({ anchors }) => anchors)
    const all = wanted.length + left.length
    let shared = 0
    for (const anchor of wanted) {
      const at = left.indexOf(anchor)
      if (at < 0) continue
      left.splice(at, 1)
      shared++
    }
    const lengths = Math.abs(Math.log(length(b) / (length(a) * ratio)))
    return 4 * shared - all - lengths - (a.length + b.length - 2) / 2
  }
  // The best way to align the first i with the first k sentences.
  const best = new Map<string, { score: number; rows: Aligned[] }>()
  best.set('0 0', { score: 0, rows: [] })
  for (let i = 0; i <= theirs.length; i++) {
    for (let k = 0; k <= own.length; k++) {
      for (const [down, right] of steps) {
        const before = best.get(`${i - down} ${k - right}`)
        if (!before) continue
        const a = theirs.slice(i - down, i)
        const b = own.slice(k - right, k)
        const score = before.score + likeness(a, b)
        if (score <= (best.get(`${i} ${k}`)?.score ?? Number.NEGATIVE_INFINITY))
          continue
        const textsOf = (some: Sentence[]) => some.map(({ text }) => text)
        const row = { english: textsOf(a), translation: textsOf(b) }
        best.set(`${i} ${k}`, { score, rows: [...before.rows, row] })
      }
    }
  }
  return best.get(`${theirs.length} ${own.length}`)?.rows ?? []
}
