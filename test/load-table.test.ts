/** Tests that the page of measurements shows what the visitors met. */
import { expect, it } from 'vitest'
import { loadHtml, readLoad } from '../.vitepress/claims/load-table.ts'
import { languages, source } from '../.vitepress/site/languages.ts'
import { stores } from '../src/bench/load/stores.ts'
import { openProject } from '../src/project/project.ts'

const result = readLoad(openProject())

/** The texts of the cells of each row below the heads. */
const rowsOf = (html: string): string[][] =>
  [...html.matchAll(/<tr>.*?<\/tr>/gs)]
    .slice(1)
    .map(([row]) =>
      [...row.matchAll(/<td[^>]*>(.*?)<\/td>/gs)].map(([, cell = '']) =>
        cell.replace(/<[^>]+>/g, '').trim(),
      ),
    )

it('loadHtml: each store of the program is in the result, with every figure', () => {
  expect(result.stores).toHaveLength(stores.length)
  for (const [i, store] of stores.entries())
    expect(result.stores[i]).toMatchObject(store)
})

it('loadHtml: the ratio is that of the two rows, beside the goal of their kind', () => {
  const given = result.stores.map((row, i) => ({
    ...row,
    perSecond: row.own ? 700 + i : 1000,
    lost: i,
  }))
  const rows = rowsOf(loadHtml({ ...result, stores: given }, source))
  expect(rows.map((row) => row[3])).toEqual(
    given.map(({ perSecond }) => perSecond.toLocaleString(source)),
  )
  const ratios = rows.filter((row) => row.length === 9).map((row) => row[4])
  expect(ratios).toEqual([
    '✗ 0.7 (≥ 1) missed',
    '✗ 0.7 (≥ 1) missed',
    '✗ 0.7 (≥ 0.8) missed',
    '✗ 0.71 (≥ 0.8) missed',
  ])
  expect(rows.map((row) => row[1])).toEqual(given.map((_, i) => String(i)))
  const fast = given.map((row) => ({ ...row, perSecond: 1000 }))
  const html = loadHtml({ ...result, stores: fast }, source)
  expect(html.match(/✓ 1|✓<\/span> 1 /g)).toHaveLength(4)
})

it.each(languages)('loadHtml: %s has a figure in every cell', (locale) => {
  const html = loadHtml(result, locale)
  expect(html).not.toMatch(/NaN|undefined|\{\w+\}/)
  expect(html).toContain(result.machine)
})
