// Tests how two texts are compared: side by side, word by word, by meaning.
import { expect, it } from 'vitest'
import { align } from '../../.vitepress/translation/align.ts'
import { changesBetween } from '../../.vitepress/translation/compare.ts'
import { hashOf, meaningOf } from '../../.vitepress/translation/meaning.ts'

const english =
  '## The list {#list}\n\nThe list is kept in order. <Claim id="a" /> A pass begins at its end. It calls `Back` until one is alive, which takes 10 looks.\n\nNothing else is read. Then the pass waits.'
const list = '## La lista {#lista}\n\n'
const [order, pass, back, nothing, wait] = [
  'La lista se mantiene en orden. <Claim id="a" />',
  'Una pasada empieza por el final.',
  'Llama a `Back` hasta dar con una viva, lo que lleva 10 miradas.',
  'No se lee nada más.',
  'Luego la pasada espera.',
]

it.each([
  [
    'each sentence',
    `${list}${order} ${pass} ${back}\n\n${nothing} ${wait}`,
    [1, 1, 1, 1, 1, 1],
  ],
  [
    'a joined sentence',
    `${list}La lista se mantiene en orden <Claim id="a" /> y una pasada empieza por el final. ${back}\n\n${nothing} ${wait}`,
    [1, 1, 1, 1, 1],
  ],
  [
    'a split sentence',
    `${list}${order} ${pass} Llama a \`Back\` hasta dar con una viva. Lleva 10 miradas.\n\n${nothing} ${wait}`,
    [1, 1, 1, 2, 1, 1],
  ],
  [
    'paragraphs joined',
    `${list}${order} ${pass} ${back} ${nothing} ${wait}`,
    [1, 1, 1, 1, 1, 1],
  ],
  [
    'a missing sentence',
    `${list}${order} ${pass} ${nothing} ${wait}`,
    [1, 1, 1, 0, 1, 1],
  ],
])('compare: aligns %s', (_, spanish, counts) => {
  const rows = align(english, spanish, 'es')
  expect(rows.map(({ translation }) => translation.length)).toEqual(counts)
  const last = rows.at(-1)
  expect(last).toEqual({
    english: ['Then the pass waits.'],
    translation: [wait],
  })
  const of = rows.find((row) =>
    row.english.some((each) => each.includes('`Back`')),
  )
  expect(of?.translation.join(' ') ?? '').toMatch(
    counts.includes(0) ? /^$/ : /`Back`.* 10/,
  )
})

it('changesBetween: a phrase is one change', () => {
  expect(
    changesBetween('It took an hour here.', 'It took a day here.'),
  ).toEqual([
    { kind: 'same', text: 'It took ' },
    { kind: 'removed', text: 'an hour' },
    { kind: 'added', text: 'a day' },
    { kind: 'same', text: ' here.' },
  ])
})

it('changesBetween: the pieces contain both texts', () => {
  const before = 'One two  three, four.\n\nFive six.'
  const after = 'One 2 three four.\n\nFive and six seven.'
  const changes = changesBetween(before, after)
  const textOf = (left: string) =>
    changes.flatMap(({ kind, text }) => (kind === left ? [] : text)).join('')
  expect(textOf('added')).toBe(before)
  expect(textOf('removed')).toBe(after)
})

it('meaningOf: removes marks, ids and line breaks, and keeps words', () => {
  expect(
    meaningOf('## A {#a}\r\n\r\nOne\r\n two. <Claim id="x" />\n\n\n- b\n- c'),
  ).toBe('## A\n\nOne two.\n\n- b\n- c')
})

it.each([
  '<Scene trace="a" steps="13" />',
  '<Trace id="a" />',
  '<Drawing name="a" />',
  '<Goals />',
])('meaningOf: %s is no prose, but a text within code', (mark) => {
  expect(meaningOf(`One.\n\n${mark}\n\nTwo.`)).toBe('One.\n\nTwo.')
  expect(meaningOf(`Write \`${mark}\`.`)).toBe(`Write \`${mark}\`.`)
})

it.each([
  [true, 'the encoding of an accent', 'cafe\u0301', 'caf\u00e9'],
  [false, 'a comma', 'One [two](./three).', 'One, [two](./three).'],
  [false, 'an address', 'One, [two](./four).', 'One, [two](./three).'],
])('hashOf: is the same (%s) in spite of %s', (same, _, one, other) => {
  expect(hashOf(one) === hashOf(other)).toBe(same)
})
