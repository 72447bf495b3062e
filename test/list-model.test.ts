/** Compares random operations on the port's list with the same on an array. */
import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { type Element, List } from '../src/container/list.ts'
import { checkList } from './invariants.ts'

const names = [
  'pushFront',
  'pushBack',
  'remove',
  'moveToFront',
  'moveBefore',
] as const
type Name = (typeof names)[number]

const operation = fc.record({
  name: fc.constantFrom(...names),
  element: fc.nat(9),
  mark: fc.nat(9),
})

it('List: after random operations it has the same values as an array', () => {
  fc.assert(
    fc.property(fc.array(operation, { maxLength: 60 }), (operations) => {
      const list = new List<number>()
      const all = [list.pushBack(0)] // also removed elements
      let model = [0]
      for (const [i, op] of operations.entries()) {
        const element = all[op.element % all.length] as Element<number>
        const mark = all[op.mark % all.length] as Element<number>
        model = applyToModel(model, op.name, element.value, mark.value, i + 1)
        const made = applyToList(list, op.name, element, mark, i + 1)
        if (made) all.push(made)
        expect(checkList(list).map((e) => e.value)).toEqual(model)
      }
    }),
  )
})

/** Returns the element that the operation adds, if it adds one. */
function applyToList<T>(
  list: List<T>,
  name: Name,
  element: Element<T>,
  mark: Element<T>,
  value: T,
): Element<T> | undefined {
  if (name === 'pushFront' || name === 'pushBack') return list[name](value)
  list[name](element, mark)
}

/** The same operation on an array, which knows an element by its value. */
function applyToModel(
  model: number[],
  name: Name,
  element: number,
  mark: number,
  value: number,
): number[] {
  const rest = model.filter((other) => other !== element)
  const known = rest.length < model.length
  switch (name) {
    case 'pushFront':
      return [value, ...model]
    case 'pushBack':
      return [...model, value]
    case 'remove':
      return rest
    case 'moveToFront':
      return known ? [element, ...rest] : model
    default:
      return known && rest.includes(mark)
        ? rest.flatMap((other) => (other === mark ? [element, mark] : other))
        : model
  }
}
