// Tests that no line is too wide for two columns side by side.
import { expect, it } from 'vitest'
import { type Language, languages } from '../../.vitepress/site/languages.ts'
import { readLocalized } from '../../.vitepress/weave/localized.ts'
import { shownLines } from '../../.vitepress/weave/localized-lines.ts'
import { readPrograms } from '../../.vitepress/weave/programs.ts'
import { openProject } from '../../src/project/project.ts'

/**
 * The most columns of a line. At 1280 pixels a side has room for 73 columns; a
 * longer line continues in a second row and must not need a third one. The
 * listing is as wide as in the book. A comment after the port's code may be
 * wider in another language than in English.
 */
const limits = {
  listing: { en: 98, zh: 98, ja: 98, es: 98 },
  port: { en: 80, zh: 80, ja: 88, es: 80 },
}

const project = openProject()
const pairs = readPrograms(project).flatMap((program) => program.pairs)

/** Matches Chinese and Japanese characters, which take two columns. */
const wide =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]/g

const widthOf = (text: string): number => text.replace(wide, '--').length

/** Every line of one side as a language shows it. */
function linesOf(locale: Language, side: 'listing' | 'port') {
  const localized = readLocalized(project, locale)
  return pairs.flatMap((pair) =>
    shownLines(pair[side], localized).map(({ at, pieces }) => {
      const text = pieces.map((piece) => piece.text).join('')
      const place = `${pair[side].source.file}:${at} in ${locale}`
      return { place, text, width: widthOf(text) }
    }),
  )
}

const sides = ['listing', 'port'] as const
const cases = languages.flatMap((locale) =>
  sides.map((side) => [side, locale] as const),
)

it.each(cases)(
  'shownLines: no line of the %s in %s is too wide',
  (side, locale) => {
    const own: Partial<Record<Language, number>> = limits[side]
    const limit = own[locale] ?? limits[side].en
    const lines = linesOf(locale, side)
    expect(lines.filter(({ width }) => width > limit)).toEqual([])
    expect(lines.length).toBeGreaterThan(100)
  },
)

it('shownLines: each character of Chinese and Japanese counts as two', () => {
  expect(widthOf('// gcを行う、（中）')).toBe(19)
})
