/** Tests the list whose values hold the links, against an array. */
import { expect, it } from 'vitest'
import { Chain, Link } from '../src/container/chain.ts'
import { checkChain } from './chain.ts'

class Named extends Link<Named> {
  constructor(readonly name: string) {
    super()
  }
}

/** A chain with values of these names, front to back. */
function build(...names: string[]) {
  const chain = new Chain<Named>()
  const values = names.map((name) => new Named(name))
  for (const value of values.toReversed()) chain.pushFront(value)
  const order = () =>
    checkChain(chain)
      .map(({ name }) => name)
      .join('')
  return { chain, values, order }
}

it('chain: pushFront adds in front', () => {
  expect(build().order()).toBe('')
  expect(build('a').order()).toBe('a')
  expect(build('a', 'b', 'c').order()).toBe('abc')
})

it.each([
  [0, 'abc', 'bc'],
  [1, 'bac', 'ac'],
  [2, 'cab', 'ab'],
])('chain: moves and removes value %i', (index, moved, removed) => {
  const { chain, values, order } = build('a', 'b', 'c')
  const value = values[index] as Named
  chain.moveToFront(value)
  expect(order()).toBe(moved)
  chain.remove(value)
  expect(order()).toBe(removed)
  expect([value.before, value.after]).toEqual([null, null])
  chain.pushFront(value)
  expect(order()).toBe(value.name + removed)
})

it('chain: the only value can be moved and removed', () => {
  const { chain, values, order } = build('a')
  const [a] = values as [Named]
  chain.moveToFront(a)
  expect(order()).toBe('a')
  chain.remove(a)
  expect(order()).toBe('')
  expect([chain.front(), chain.back(), chain.len()]).toEqual([null, null, 0])
})

it('chain: moving the first value to the front writes nothing', () => {
  const { chain, values, order } = build('a', 'b')
  // A write to a frozen value throws.
  for (const value of values) Object.freeze(value)
  chain.moveToFront(values[0] as Named)
  expect(order()).toBe('ab')
})
