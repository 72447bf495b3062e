/** Gives each test empty stores and clocks of its own. */
import { afterEach, beforeEach, vi } from 'vitest'
import { Chain } from '../src/container/chain.ts'
import { pder } from '../src/providers/memory.ts'
import * as repaired from '../src/providers/repaired.ts'
import { setMonotonic } from '../src/time.ts'
import { boundPasses, boundTimers } from './bounds.ts'
import { checkInvariants } from './invariants.ts'

/** The time at which each test starts: a whole second. */
export const start = Date.UTC(2000, 0, 1)

/** Limits far above what a test needs, because edited code may be endless. */
const mostTimers = 10_000
const mostLooks = 1_000_000

/** Makes time virtual for one test, and limits the number of timers. */
export function fakeTime(now: number): void {
  vi.useFakeTimers({ now, toFake: ['Date', 'setTimeout', 'clearTimeout'] })
  boundTimers(mostTimers)
}

/**
 * Makes time virtual for each test of the calling file, empties the store
 * before it, and checks the store's invariants after it.
 */
export function useVirtualTime(): void {
  let restore: () => void
  beforeEach(() => {
    fakeTime(start)
    restore = setMonotonic(() => Date.now())
    repaired.pder.sessions.clear()
    repaired.pder.list = new Chain()
    pder.list.init()
    pder.sessions.clear()
    boundPasses(pder.list, mostLooks)
  })
  afterEach(() => {
    Reflect.deleteProperty(pder.list, 'back')
    vi.useRealTimers()
    restore()
    checkInvariants(pder)
  })
}

/** Advances the virtual time by this many seconds and fires due timers. */
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
