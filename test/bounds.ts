/** Stops endless loops and timers of edited code with an error. */
import type { List } from '../src/container/list.ts'

/**
 * Limits the calls of `back` on a list, which each round of a pass makes.
 * @param most The number of calls after which `back` throws.
 * @returns A function that removes the limit.
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
 * Limits the timers that are set.
 * @param most The number of timers after which `setTimeout` throws.
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
