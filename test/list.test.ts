/** Tests that the port's list follows the rules of Go's container/list. */
import { describe, expect, it } from 'vitest'
import { Element, List } from '../src/container/list.ts'
import { checkList } from './invariants.ts'

/** A list of `values`, and its elements. */
function listOf(...values: string[]) {
  const list = new List<string>()
  return { list, elements: values.map((value) => list.pushBack(value)) }
}

/** The values, after a check of the links in both directions. */
function valuesOf<T>(list: List<T>): T[] {
  return checkList(list).map((element) => element.value)
}

/** The first three of the elements. */
function three<T>([a, b, c]: Element<T>[]) {
  if (!a || !b || !c) {
    throw new Error('want a list of three at least')
  }
  return [a, b, c] as const
}

describe('List', () => {
  it('List: a new list is empty, with null at both ends', () => {
    const list = new List<string>()
    expect(list.len()).toBe(0)
    expect(list.front()).toBe(null)
    expect(list.back()).toBe(null)
  })

  it('pushFront, pushBack: add at one end and return the element', () => {
    const { list } = listOf('b')
    const a = list.pushFront('a')
    const c = list.pushBack('c')
    expect(valuesOf(list)).toEqual(['a', 'b', 'c'])
    expect(list.front()).toBe(a)
    expect(list.back()).toBe(c)
  })

  it('remove: returns the value, from both ends and from the middle', () => {
    const { list, elements } = listOf('a', 'b', 'c')
    const [a, b, c] = three(elements)
    expect(list.remove(b)).toBe('b')
    expect(valuesOf(list)).toEqual(['a', 'c'])
    expect(list.remove(a)).toBe('a')
    expect(valuesOf(list)).toEqual(['c'])
    expect(list.remove(c)).toBe('c')
    expect(valuesOf(list)).toEqual([])
  })

  it('remove: a removed element has no neighbours', () => {
    const { list, elements } = listOf('a', 'b', 'c')
    const [, b] = three(elements)
    list.remove(b)
    expect(b.next()).toBe(null)
    expect(b.prev()).toBe(null)
    expect(b.value).toBe('b')
  })

  it.each([
    [0, 'abc'],
    [1, 'bac'],
    [2, 'cab'],
  ])('moveToFront: moves element %i', (index, front) => {
    const { list, elements } = listOf('a', 'b', 'c')
    list.moveToFront(three(elements)[index as 0])
    expect(valuesOf(list).join('')).toBe(front)
  })

  it.each([
    [0, 1, 'abc'],
    [0, 2, 'bac'],
    [1, 0, 'bac'],
    [1, 2, 'abc'],
    [2, 0, 'cab'],
    [2, 1, 'acb'],
  ])('moveBefore: moves element %i before element %i', (from, to, before) => {
    const { list, elements } = listOf('a', 'b', 'c')
    const all = three(elements)
    list.moveBefore(all[from as 0], all[to as 0])
    expect(valuesOf(list).join('')).toBe(before)
  })

  it('moveBefore: does nothing if element and mark are the same', () => {
    const { list, elements } = listOf('a', 'b', 'c')
    for (const element of elements) {
      list.moveBefore(element, element)
      expect(valuesOf(list)).toEqual(['a', 'b', 'c'])
    }
  })

  it('init: empties the list, returns it, and detaches its elements', () => {
    const { list, elements } = listOf('a', 'b', 'c')
    const [a] = three(elements)
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
})

describe.each([
  ['of another list', () => listOf('x', 'y').list.front()],
  [
    'already removed',
    (list: List<string>) => {
      const element = list.pushBack('x')
      list.remove(element)
      return element
    },
  ],
  ['made by hand', () => new Element('x')],
] as const)('List: an element %s', (_, make) => {
  function build() {
    const { list, elements } = listOf('a', 'b', 'c')
    const foreign = make(list)
    if (foreign === null) {
      throw new Error('make gives an element')
    }
    return { list, foreign, b: three(elements)[1], next: foreign.next() }
  }

  it('remove: returns its value and does nothing', () => {
    const { list, foreign, next } = build()
    expect(list.remove(foreign)).toBe('x')
    expect(valuesOf(list)).toEqual(['a', 'b', 'c'])
    expect(foreign.next()).toBe(next)
  })

  it('moves do nothing, with it as the element and as the mark', () => {
    const { list, foreign, b, next } = build()
    list.moveToFront(foreign)
    list.moveBefore(foreign, b)
    list.moveBefore(b, foreign)
    expect(valuesOf(list)).toEqual(['a', 'b', 'c'])
    expect(foreign.next()).toBe(next)
  })
})
