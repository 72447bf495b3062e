/** Tests the lines that the buttons of the playground append. */
import { expect, it, test } from 'vitest'
import { check } from '../src/playground/check.ts'
import { formOperations, linesFor } from '../src/playground/form.ts'

const fields = { sid: 'ana', key: 'user', value: '"5"', seconds: 10 }

it('has these buttons, each with lines that can be read', () => {
  expect(formOperations.join(' ')).toBe(
    'init read set get delete destroy update gc wait list map visited',
  )
  for (const name of formOperations) {
    expect(check(linesFor(name, fields, '').join('\n'))).toHaveProperty('trace')
  }
})

test.each([
  ['init', '', 'ana = init ana'],
  ['read', '', 'ana = read ana'],
  ['set', '', 'ana = read ana\nana.set "user" "5"'],
  ['get', 'ana = init ana => ana', 'ana.get "user"'],
  ['delete', 'ana = init bo', 'ana = read ana\nana.delete "user"'],
  ['update', '', 'update ana'],
  ['destroy', '', 'destroy ana'],
  ['wait', '', 'wait 10s'],
  ['gc', '', 'gc 10'],
  ['visited', '', 'visited'],
] as const)('%s after %j', (name, text, lines) => {
  expect(linesFor(name, fields, text).join('\n')).toBe(lines)
})

test('a session whose id is no name gets one that is free', () => {
  const sid = 'a b'
  const text = 'h1 = init other'
  const first = linesFor('init', { ...fields, sid }, text)
  expect(first).toEqual(['h2 = init "a b"'])
  const then = [text, ...first].join('\n')
  expect(linesFor('get', { ...fields, sid, key: '5' }, then)).toEqual([
    'h2.get 5',
  ])
})
