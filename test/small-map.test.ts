/** Tests the map of a session's values, against JavaScript's Map. */
import { isDeepStrictEqual } from 'node:util'
import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { SmallMap } from '../src/container/small-map.ts'

const keys = [undefined, null, Number.NaN, 0, -0, '0', '', false, 'a', 'b']
const more = Array.from({ length: 10 }, (_, i) => `k${i}`)
const all = [...keys, ...more, Symbol('same')]

it('SmallMap: has the entries that a Map has', () => {
  const operation = fc.tuple(
    fc.constantFrom('set' as const, 'set' as const, 'delete' as const),
    fc.constantFrom<unknown>(...all),
    fc.constantFrom(1, undefined, null, 'x'),
  )
  const property = fc.property(
    fc.array(operation, { maxLength: 60, size: 'max' }),
    (operations) => {
      const small = new SmallMap<unknown, unknown>()
      const map = new Map<unknown, unknown>()
      for (const [name, key, value] of operations) {
        if (name === 'set') small.set(key, value)
        else small.delete(key)
        map[name](key, value)
        // An expect for each of these would take longer than all the rest.
        const known = all.every(
          (each) =>
            small.has(each) === map.has(each) &&
            small.get(each) === map.get(each),
        )
        const entries = [...small]
        if (!known || entries.length !== map.size) return false
        if (!isDeepStrictEqual(new Map(entries), map)) return false
      }
      return true
    },
  )
  fc.assert(property, { numRuns: 40, seed: 1 })
})

it('SmallMap: uses a free entry again among the first eight only', () => {
  const map = new SmallMap<string, number>()
  for (const key of more) map.set(key, 1)
  map.delete('k7')
  map.set('new', 2)
  map.delete('k8')
  map.set('last', 3)
  const expected = ['k0', 'k1', 'k2', 'k3', 'k4', 'k5', 'k6', 'new', 'k9']
  expect([...map].map(([key]) => key)).toEqual([...expected, 'last'])
})

it('SmallMap: does not chain many values', () => {
  const map = new SmallMap<number, number>()
  const many = 50_000
  for (let i = 0; i < many; i++) map.set(i, i)
  expect(map.get(many - 1)).toBe(many - 1)
  expect([...map]).toHaveLength(many)
})
