/** Go's rules for container/list hold of the port's list. */
import { describe, expect, it } from 'vitest'
import { Element, List } from '../src/container/list.ts'
import { checkList } from './invariants.ts'

/** A list of `values` and its elements. */
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
  it('List: a new one is empty, with null at both ends', () => {
    const list = new List<string>()
    expect(list.len()).toBe(0)
    expect(list.front()).toBe(null)
    expect(list.back()).toBe(null)
  })

  it('pushFront, pushBack: add at that end and return the element', () => {
    const { list } = listOf('b')
    const a = list.pushFront('a')
    const c = list.pushBack('c')
    expect(valuesOf(list)).toEqual(['a', 'b', 'c'])
    expect(list.front()).toBe(a)
    expect(list.back()).toBe(c)
  })

  it('insertBefore, insertAfter: add beside the mark and return it', () => {
    const { list, elements } = listOf('b', 'e', 'g')
    const [b, e, g] = three(elements)
    expect(list.insertBefore('a', b)).toBe(list.front())
    expect(list.insertAfter('c', b)?.next()).toBe(e)
    expect(list.insertBefore('d', e)?.next()).toBe(e)
    expect(list.insertAfter('f', e)?.next()).toBe(g)
    expect(list.insertAfter('h', g)).toBe(list.back())
    expect(valuesOf(list).join('')).toBe('abcdefgh')
  })

  it('remove: returns the value, at either end and between', () => {
    const { list, elements } = listOf('a', 'b', 'c')
    const [a, b, c] = three(elements)
    expect(list.remove(b)).toBe('b')
    expect(valuesOf(list)).toEqual(['a', 'c'])
    expect(list.remove(a)).toBe('a')
    expect(valuesOf(list)).toEqual(['c'])
    expect(list.remove(c)).toBe('c')
    expect(valuesOf(list)).toEqual([])
  })

  it('remove: an element once removed has no neighbours', () => {
    const { list, elements } = listOf('a', 'b', 'c')
    const [, b] = three(elements)
    list.remove(b)
    expect(b.next()).toBe(null)
    expect(b.prev()).toBe(null)
    expect(b.value).toBe('b')
  })

  it.each([
    [0, 'abc', 'bca'],
    [1, 'bac', 'acb'],
    [2, 'cab', 'abc'],
  ])('moveToFront, moveToBack: of element %i', (index, front, back) => {
    const first = listOf('a', 'b', 'c')
    first.list.moveToFront(three(first.elements)[index as 0])
    expect(valuesOf(first.list).join('')).toBe(front)
    const second = listOf('a', 'b', 'c')
    second.list.moveToBack(three(second.elements)[index as 0])
    expect(valuesOf(second.list).join('')).toBe(back)
  })

  it.each([
    [0, 1, 'abc', 'bac'],
    [0, 2, 'bac', 'bca'],
    [1, 0, 'bac', 'abc'],
    [1, 2, 'abc', 'acb'],
    [2, 0, 'cab', 'acb'],
    [2, 1, 'acb', 'abc'],
  ])('moveBefore, moveAfter: element %i to %i', (from, to, before, after) => {
    const first = listOf('a', 'b', 'c')
    const a = three(first.elements)
    first.list.moveBefore(a[from as 0], a[to as 0])
    expect(valuesOf(first.list).join('')).toBe(before)
    const second = listOf('a', 'b', 'c')
    const b = three(second.elements)
    second.list.moveAfter(b[from as 0], b[to as 0])
    expect(valuesOf(second.list).join('')).toBe(after)
  })

  it('moveBefore, moveAfter: an element beside itself does nothing', () => {
    const { list, elements } = listOf('a', 'b', 'c')
    for (const element of elements) {
      list.moveBefore(element, element)
      list.moveAfter(element, element)
      expect(valuesOf(list)).toEqual(['a', 'b', 'c'])
    }
  })

  it('init: empties the list, returns it, and frees its elements', () => {
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

  it('insertBefore, insertAfter: give null and add nothing', () => {
    const { list, foreign } = build()
    expect(list.insertBefore('z', foreign)).toBe(null)
    expect(list.insertAfter('z', foreign)).toBe(null)
    expect(valuesOf(list)).toEqual(['a', 'b', 'c'])
  })

  it('moves do nothing, whether it is the element or the mark', () => {
    const { list, foreign, b, next } = build()
    list.moveToFront(foreign)
    list.moveToBack(foreign)
    list.moveBefore(foreign, b)
    list.moveAfter(foreign, b)
    list.moveBefore(b, foreign)
    list.moveAfter(b, foreign)
    expect(valuesOf(list)).toEqual(['a', 'b', 'c'])
    expect(foreign.next()).toBe(next)
  })
})
