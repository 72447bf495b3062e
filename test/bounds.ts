/** Ends what edited code would do for ever, with an error that says so. */
import type { List } from '../src/container/list.ts'

/**
 * Counts how often a list's back is looked at: each round of a pass does.
 * @param most Looks after which `back` throws.
 * @returns A function that takes the bound away.
 */
export function boundPasses<T>(list: List<T>, most: number): () => void {
  let looks = 0
  list.back = () => {
    if (++looks > most) {
      throw new Error(`a pass looked at the back more than ${most} times`)
    }
    return Object.getPrototypeOf(list).back.call(list)
  }
  return () => Reflect.deleteProperty(list, 'back')
}

/**
 * Counts the timers that are set.
 * @param most Timers after which `setTimeout` throws.
 */
export function boundTimers(most: number): void {
  const set = globalThis.setTimeout
  let timers = 0
  const counted = (...given: Parameters<typeof set>) => {
    if (++timers > most) {
      throw new Error(`more than ${most} timers were set`)
    }
    return set(...given)
  }
  globalThis.setTimeout = Object.assign(counted, set)
}
