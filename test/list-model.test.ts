/** Random operations on the port's list do what they would to an array. */
import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { type Element, List } from '../src/container/list.ts'
import { checkList } from './invariants.ts'

const operation = fc.record({
  name: fc.constantFrom(
    'pushFront',
    'pushBack',
    'insertBefore',
    'insertAfter',
    'remove',
    'moveToFront',
    'moveToBack',
    'moveBefore',
    'moveAfter',
  ),
  element: fc.nat(9),
  mark: fc.nat(9),
})

it('List: after any operations it holds what an array would', () => {
  fc.assert(
    fc.property(fc.array(operation, { maxLength: 60 }), (operations) => {
      const list = new List<number>()
      const all = [list.pushBack(0)] // removed ones too
      let model = [0]
      for (const [i, op] of operations.entries()) {
        const element = all[op.element % all.length] as Element<number>
        const mark = all[op.mark % all.length] as Element<number>
        model = applyToModel(model, op.name, element.value, mark.value, i + 1)
        const made = applyToList(list, op.name, element, mark, i + 1)
        if (made !== null) {
          all.push(made)
        }
        expect(checkList(list).map((e) => e.value)).toEqual(model)
      }
    }),
  )
})

type Name =
  | `${'push' | 'moveTo'}${'Front' | 'Back'}`
  | `${'insert' | 'move'}${'Before' | 'After'}`
  | 'remove'

function applyToList<T>(
  list: List<T>,
  name: Name,
  element: Element<T>,
  mark: Element<T>,
  value: T,
): Element<T> | null {
  switch (name) {
    case 'pushFront':
    case 'pushBack':
      return list[name](value)
    case 'insertBefore':
    case 'insertAfter':
      return list[name](value, mark)
    case 'remove':
    case 'moveToFront':
    case 'moveToBack':
      list[name](element)
      return null
    default:
      list[name](element, mark)
      return null
  }
}

/** The same with each element known by its value, unique in the test. */
function applyToModel(
  model: number[],
  name: Name,
  element: number,
  mark: number,
  value: number,
): number[] {
  const rest = model.filter((other) => other !== element)
  const known = rest.length < model.length
  const put = (into: number[], what: number, behind: boolean) =>
    into.flatMap((other) =>
      other !== mark ? [other] : behind ? [other, what] : [what, other],
    )
  switch (name) {
    case 'pushFront':
      return [value, ...model]
    case 'pushBack':
      return [...model, value]
    case 'insertBefore':
      return put(model, value, false)
    case 'insertAfter':
      return put(model, value, true)
    case 'remove':
      return rest
    case 'moveToFront':
      return known ? [element, ...rest] : model
    case 'moveToBack':
      return known ? [...rest, element] : model
    default:
      return known && rest.includes(mark)
        ? put(rest, element, name === 'moveAfter')
        : model
  }
}
