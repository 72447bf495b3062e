// Tests that `compare` puts beside each other what says the same.
import { expect, it } from 'vitest'
import { align } from '../../.vitepress/translation/align.ts'

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
  const rows = align(english, spanish, 'es', 'en')
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
