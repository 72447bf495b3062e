/** Checks the memory store's list and map after an operation. */
import type { Element, List } from '../src/container/list.ts'
import { type Provider, SessionStore } from '../src/providers/memory.ts'
import { Time } from '../src/time.ts'

/**
 * Checks that the list's links agree in both directions.
 * @returns Its elements, front to back.
 * @throws {Error} If a check fails; the message names the first error.
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
 * Checks the list as `checkList` does, the values of its elements, and that
 * each entry of the map leads to an element of the list with the same sid.
 *
 * An element needs no entry in the map: after a second SessionInit of a sid,
 * the first element stays in the list without an entry.
 * @throws {Error} If a check fails; the message names the first error.
 */
export function checkInvariants(provider: Provider): void {
  const elements = new Set(checkList(provider.list))
  const stores = new Set<SessionStore>()
  for (const { value } of elements) {
    ensure(value instanceof SessionStore, 'list: a value is not a SessionStore')
    const where = `session ${JSON.stringify(value.sid)}`
    ensure(!stores.has(value), `${where}: is in the list twice`)
    stores.add(value)
    ensure(typeof value.sid === 'string', `${where}: sid is not a string`)
    ensure(value.timeAccessed instanceof Time, `${where}: stamp is not a Time`)
    ensure(value.value instanceof Map, `${where}: value is not a Map`)
  }
  for (const [sid, element] of provider.sessions) {
    const where = `map: ${JSON.stringify(sid)}`
    ensure(elements.has(element), `${where} leads outside the list`)
    const found = JSON.stringify(element.value.sid)
    ensure(element.value.sid === sid, `${where} leads to session ${found}`)
  }
}

function ensure(holds: boolean, broken: string): void {
  if (!holds) {
    throw new Error(broken)
  }
}
