/** Tests that the bounds stop endless code with an error that names them. */
import { afterEach, expect, it, vi } from 'vitest'
import { loadPort } from '../src/evidence/edits.ts'
import { boundPasses, boundTimers } from './bounds.ts'

afterEach(() => {
  vi.useRealTimers()
})

it('boundPasses: ends an endless pass', async () => {
  const { memory } = await loadPort()
  memory.pder.list.remove = ({ value }) => value
  memory.pder.sessionInit('ana')
  boundPasses(memory.pder.list, 20)
  expect(() => memory.pder.sessionGC(-10)).toThrow(
    'a pass looked at the back more than 20 times',
  )
})

it('boundTimers: ends an endless series of timers', () => {
  vi.useFakeTimers()
  boundTimers(20)
  const again = () => setTimeout(again, 1)
  again()
  expect(() => vi.advanceTimersByTime(1000)).toThrow(
    'more than 20 timers were set',
  )
})
