/** Measures states, so that no run fills the memory of a page. */
import type { State } from '../trace/engine.ts'

/** What one part of a state takes besides its texts, in bytes. */
const PART = 16

/**
 * About how many bytes a state takes in a report and in the page.
 * @param most It stops counting beyond that.
 */
export function sizeOf(state: State, most: number): number {
  const { list, orphans, astray, handles } = state
  let size = PART * (list.length + orphans.length)
  for (const names of [astray, handles]) {
    for (const name in names) size += PART + name.length
  }
  for (const { sid, values } of list) {
    if (size > most) return size
    size += lengthOf(sid) + 2 * PART * values.length
    for (const [key, value] of values) size += lengthOf(key) + lengthOf(value)
  }
  return size
}

const lengthOf = (value: unknown): number =>
  typeof value === 'string' ? value.length : 0
