/** Edited code without an end is ended, and the error says at what bound. */
import { afterEach, describe, expect, it, vi } from 'vitest'
import { boundPasses, boundTimers } from './bounds.ts'
import { loadPort } from './edited-port.ts'

afterEach(() => {
  vi.useRealTimers()
})

describe('bounds', () => {
  it('boundPasses: ends a pass that goes round for ever', async () => {
    const { memory } = await loadPort()
    memory.pder.list.remove = ({ value }) => value
    memory.pder.sessionInit('ana')
    boundPasses(memory.pder.list, 20)
    expect(() => memory.pder.sessionGC(-10)).toThrow(
      'a pass looked at the back more than 20 times',
    )
  })

  it('boundTimers: ends a wait that sets timers for ever', () => {
    vi.useFakeTimers()
    boundTimers(20)
    const again = () => setTimeout(again, 1)
    again()
    expect(() => vi.advanceTimersByTime(1000)).toThrow(
      'more than 20 timers were set',
    )
  })
})
