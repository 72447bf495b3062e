// Tests the drawings of what no step of a trace shows.
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

it('race: the two methods use the map at the same time', () => {
  const drawn = html(drawingOf('race', source))
  expect(drawn).toContain('--from:2;--columns:2')
  expect(drawn).toContain('--from:3;--columns:2')
})
