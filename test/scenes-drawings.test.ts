// Tests the drawings of what no step of a trace shows.
import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { drawingOf } from '../.vitepress/scenes/drawing.ts'
import { drawings, isDrawing } from '../.vitepress/scenes/drawings.ts'
import { html } from '../.vitepress/site/html.ts'
import { languages, source } from '../.vitepress/site/languages.ts'

const names = Object.keys(drawings).filter(isDrawing)

it.each(names)('%s: says each of its words, in every language', (name) => {
  for (const locale of languages) {
    const drawn = html(drawingOf(name, locale))
    expect(drawn.replace(/<[^>]*>/g, '')).not.toMatch(/undefined|\{|\}/)
    // A label without words would be an empty element.
    expect(drawn).not.toMatch(/<(?!div)(\w+)[^>]*><\/\1>/)
    expect(drawn).toMatch(/<figcaption>[^<]{20,}<\/figcaption><\/figure>$/)
  }
})

it('scan: a map is looked at everywhere, a list up to the first alive', () => {
  const drawn = html(drawingOf('scan', source))
  const [, map = '', list = ''] = drawn.split('drawing-list')
  const cells = (row: string, flags: string) =>
    row.split(`drawing-cell${flags}"`).length - 1
  expect(cells(map, ' looked')).toBe(9)
  expect(cells(map, ' looked expired')).toBe(3)
  expect(cells(list, ' looked')).toBe(1)
  expect(cells(list, ' looked expired')).toBe(3)
  expect(cells(list, '')).toBe(8)
})

it('race: draws the two methods that the race detector has reported', () => {
  const drawn = html(drawingOf('race', source))
  const record = readFileSync('go-reference/recorded/race-destroy-update.json')
  const { race_reported_map, race_reported_list } = JSON.parse(
    `${record}`,
  ).measured
  for (const { value } of [race_reported_map, race_reported_list]) {
    const methods = [...value.matchAll(/(\w+) \(/g)].map(([, name]) => name)
    expect(methods).toHaveLength(2)
    for (const method of methods) expect(drawn).toContain(`>${method}<`)
  }
})
