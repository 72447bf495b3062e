/** Tests that the port's list follows the rules of Go's container/list. */
import { describe, expect, it } from 'vitest'
import { Element, List } from '../src/container/list.ts'
import { checkList } from './invariants.ts'

/** A list of the values `a`, `b` and `c`, and its elements. */
function abc() {
  const list = new List<string>()
  const push = (value: string) => list.pushBack(value)
  return { list, a: push('a'), b: push('b'), c: push('c') }
}

/** The values, after a check of the links in both directions. */
function valuesOf<T>(list: List<T>): T[] {
  return checkList(list).map((element) => element.value)
}

it('List: a new list is empty, with null at both ends', () => {
  const list = new List<string>()
  expect(list.len()).toBe(0)
  expect(list.front()).toBe(null)
  expect(list.back()).toBe(null)
})

it('pushFront, pushBack: add at one end and return the element', () => {
  const list = new List<string>()
  list.pushBack('b')
  const a = list.pushFront('a')
  const c = list.pushBack('c')
  expect(valuesOf(list)).toEqual(['a', 'b', 'c'])
  expect(list.front()).toBe(a)
  expect(list.back()).toBe(c)
})

it('remove: returns the value, from both ends and from the middle', () => {
  const { list, a, b, c } = abc()
  expect(list.remove(b)).toBe('b')
  expect(valuesOf(list)).toEqual(['a', 'c'])
  expect(list.remove(a)).toBe('a')
  expect(valuesOf(list)).toEqual(['c'])
  expect(list.remove(c)).toBe('c')
  expect(valuesOf(list)).toEqual([])
})

it('remove: a removed element has no neighbours', () => {
  const { list, b } = abc()
  list.remove(b)
  expect(b.next()).toBe(null)
  expect(b.prev()).toBe(null)
  expect(b.value).toBe('b')
})

it.each([
  ['a', 'abc'],
  ['b', 'bac'],
  ['c', 'cab'],
] as const)('moveToFront: moves element %s', (moved, front) => {
  const { list, ...elements } = abc()
  list.moveToFront(elements[moved])
  expect(valuesOf(list).join('')).toBe(front)
})

it.each([
  ['a', 'b', 'abc'],
  ['a', 'c', 'bac'],
  ['b', 'a', 'bac'],
  ['b', 'c', 'abc'],
  ['c', 'a', 'cab'],
  ['c', 'b', 'acb'],
] as const)(
  'moveBefore: moves element %s before element %s',
  (moved, mark, before) => {
    const { list, ...elements } = abc()
    list.moveBefore(elements[moved], elements[mark])
    expect(valuesOf(list).join('')).toBe(before)
  },
)

it('moveBefore: does nothing if element and mark are the same', () => {
  const { list, ...elements } = abc()
  for (const element of Object.values(elements)) {
    list.moveBefore(element, element)
    expect(valuesOf(list)).toEqual(['a', 'b', 'c'])
  }
})

it('init: empties the list, returns it, and detaches its elements', () => {
  const { list, a } = abc()
  expect(list.init()).toBe(list)
  expect(valuesOf(list)).toEqual([])
  expect(a.next()).toBe(null)
  list.pushBack('d')
  list.remove(a)
  list.moveToFront(a)
  expect(valuesOf(list)).toEqual(['d'])
})

it('List: an element may hold nil, and a value may be replaced', () => {
  const list = new List<string | null>()
  const element = list.pushBack(null)
  expect(list.back()?.value).toBe(null)
  element.value = 'a'
  expect(valuesOf(list)).toEqual(['a'])
})

describe.each([
  ['of another list', () => withNext(new List<string>())],
  ['already removed', removed],
  ['made by hand', () => new Element('x')],
])('List: an element %s', (_, make) => {
  it('remove: returns its value and does nothing', () => {
    const { list } = abc()
    const foreign = make(list)
    const next = foreign.next()
    expect(list.remove(foreign)).toBe('x')
    expect(valuesOf(list)).toEqual(['a', 'b', 'c'])
    expect(foreign.next()).toBe(next)
  })

  it('moves do nothing, with it as the element and as the mark', () => {
    const { list, b } = abc()
    const foreign = make(list)
    const next = foreign.next()
    list.moveToFront(foreign)
    list.moveBefore(foreign, b)
    list.moveBefore(b, foreign)
    expect(valuesOf(list)).toEqual(['a', 'b', 'c'])
    expect(foreign.next()).toBe(next)
  })
})

/** An element that has another one behind it. */
function withNext(list: List<string>): Element<string> {
  list.pushBack('y')
  return list.pushFront('x')
}

function removed(list: List<string>): Element<string> {
  const element = list.pushBack('x')
  list.remove(element)
  return element
}
