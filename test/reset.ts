/** Gives each test an empty memory store and a clock of its own. */
import { afterEach, beforeEach, vi } from 'vitest'
import { pder } from '../src/providers/memory.ts'
import { checkInvariants } from './invariants.ts'

/** The time at which each test starts: a whole second. */
export const start = Date.UTC(2000, 0, 1)

/**
 * Makes time virtual for each test of the calling file, empties the store
 * before it, and checks the store's invariants after it.
 */
export function useVirtualTime(): void {
  beforeEach(() => {
    vi.useFakeTimers({
      now: start,
      toFake: ['Date', 'setTimeout', 'clearTimeout'],
    })
    pder.list.init()
    pder.sessions.clear()
  })
  afterEach(() => {
    vi.useRealTimers()
    checkInvariants(pder)
  })
}

/** Lets this many seconds pass, firing the timers that are due. */
export function wait(seconds: number): void {
  vi.advanceTimersByTime(seconds * 1000)
}

/** The memory store's sids, front to back. */
export function sids(): string[] {
  const found: string[] = []
  for (let e = pder.list.front(); e !== null; e = e.next()) {
    found.push(e.value.sid)
  }
  return found
}
