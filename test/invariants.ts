/** What holds of the memory store's list and map after every operation. */
import type { Element, List } from '../src/container/list.ts'
import { type Provider, SessionStore } from '../src/providers/memory.ts'
import { Time } from '../src/time.ts'

/**
 * Checks that the list is linked alike in both directions.
 * @returns Its elements, front to back.
 * @throws {Error} That names the first thing found broken.
 */
export function checkList<T>(list: List<T>): Element<T>[] {
  const elements: Element<T>[] = []
  let last: Element<T> | null = null
  let element = list.front()
  while (element !== null) {
    const where = `list: element ${elements.length}`
    ensure(elements.length < list.len(), `${where} is beyond len ${list.len()}`)
    ensure(element.prev() === last, `${where}: prev is not the one in front`)
    elements.push(element)
    last = element
    element = element.next()
  }
  ensure(
    elements.length === list.len(),
    `list: ${elements.length} elements, len ${list.len()}`,
  )
  ensure(list.back() === last, 'list: back is not the last element')
  return elements
}

/**
 * Checks the store: the list as `checkList` does, what its elements hold, and
 * that each entry of the map leads to an element of the list with that sid.
 *
 * The reverse need not hold: after a second SessionInit of one sid the first
 * element stays in the list without an entry of its own.
 * @throws {Error} That names the first thing found broken.
 */
export function checkInvariants(provider: Provider): void {
  const elements = new Set(checkList(provider.list))
  const stores = new Set<SessionStore>()
  for (const { value } of elements) {
    ensure(value instanceof SessionStore, 'list: holds what is no SessionStore')
    const where = `session ${JSON.stringify(value.sid)}`
    ensure(!stores.has(value), `${where}: is in the list twice`)
    stores.add(value)
    ensure(typeof value.sid === 'string', `${where}: sid is no string`)
    ensure(value.timeAccessed instanceof Time, `${where}: stamp is no Time`)
    ensure(value.value instanceof Map, `${where}: value is no Map`)
  }
  for (const [sid, element] of provider.sessions) {
    const where = `map: ${JSON.stringify(sid)}`
    ensure(elements.has(element), `${where} leads out of the list`)
    const found = JSON.stringify(element.value.sid)
    ensure(element.value.sid === sid, `${where} leads to session ${found}`)
  }
}

function ensure(holds: boolean, broken: string): void {
  if (!holds) {
    throw new Error(broken)
  }
}
