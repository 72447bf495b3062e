/** Tests that the clock reads whole seconds and that timers are on time. */
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import * as time from '../src/time.ts'
import { fakeTime } from './virtual-time.ts'

const limit = 2 ** 31 - 1
const day = 24 * 3600 * time.second

beforeEach(() => {
  fakeTime(0)
})
afterEach(() => {
  // First, because Vitest restores at the end of a file what was spied on.
  vi.restoreAllMocks()
  vi.useRealTimers()
})

it.each([
  [0, 0, 0],
  [999, 0, 999],
  [1000, 1, 1000],
  [1999.9, 1, 1999],
  [-1, -1, -1],
  [-0.5, -1, -1],
  [-1000, -1, -1000],
  [-1001, -2, -1001],
  [946684800123, 946684800, 946684800123],
])('unix, unixMilli: floor %d ms to %d s, %d ms', (ms, unix, unixMilli) => {
  expect(new time.Time(ms).unix()).toBe(unix)
  expect(new time.Time(ms).unixMilli()).toBe(unixMilli)
})

it.each([Number.NaN, Number.POSITIVE_INFINITY])('Time: refuses %d', (ms) => {
  expect(() => new time.Time(ms)).toThrow(
    new RangeError(`clock: want finite Unix milliseconds, got ${ms}`),
  )
})

it('now: reads Date.now each time; the wall clock may go back', () => {
  vi.setSystemTime(5000)
  expect(time.now().unixMilli()).toBe(5000)
  vi.setSystemTime(4000)
  expect(time.now().unixMilli()).toBe(4000)
})

it('now: a reading does not change afterwards', () => {
  const then = time.now()
  vi.setSystemTime(5000)
  expect(then.unixMilli()).toBe(0)
})

it('setClock: replaces the clock, which each now reads once', () => {
  let reads = 0
  const restore = time.setClock(() => ++reads)
  try {
    expect(time.now().unixMilli()).toBe(1)
    expect(time.now().unixMilli()).toBe(2)
  } finally {
    restore()
  }
  expect(time.now().unixMilli()).toBe(0)
})

it('setClock: the returned function restores the clock that was replaced', () => {
  const restoreFirst = time.setClock(() => 1)
  const restoreSecond = time.setClock(() => 2)
  expect(time.now().unixMilli()).toBe(2)
  restoreSecond()
  expect(time.now().unixMilli()).toBe(1)
  restoreFirst()
  expect(time.now().unixMilli()).toBe(0)
})

it('now: refuses a clock that returns NaN', () => {
  const restore = time.setClock(() => Number.NaN)
  try {
    expect(() => time.now()).toThrow(RangeError)
  } finally {
    restore()
  }
})

/** Starts a timer. Its calls add their times to the returned array. */
function arm(milliseconds: number) {
  const calls: number[] = []
  const timer = time.afterFunc(milliseconds, () => calls.push(Date.now()))
  return { calls, timer }
}

it.each([
  1,
  10 * time.second,
  limit,
  limit + 1,
  30 * day,
  2 * limit,
  1000 * day,
])('afterFunc: waits for %d ms and calls once', (delay) => {
  const { calls } = arm(delay)
  vi.advanceTimersByTime(delay - 1)
  expect(calls).toEqual([])
  vi.advanceTimersByTime(1)
  expect(calls).toEqual([delay])
  vi.advanceTimersByTime(2 * delay)
  expect(calls).toEqual([delay])
})

it.each([0, -0, -1, -30 * day])(
  'afterFunc: with %d ms it calls later, and not at once',
  (delay) => {
    const setTimeout = vi.spyOn(globalThis, 'setTimeout')
    const { calls } = arm(delay)
    expect(calls).toEqual([])
    expect(setTimeout.mock.lastCall?.[1]).toBe(0)
    setTimeout.mockRestore()
    vi.advanceTimersByTime(1)
    expect(calls).toHaveLength(1)
  },
)

it('afterFunc: a fraction is never called early', () => {
  const { calls } = arm(1.5)
  vi.advanceTimersByTime(1)
  expect(calls).toEqual([])
  vi.advanceTimersByTime(1)
  expect(calls).toEqual([2])
})

it.each([Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY])(
  'afterFunc: refuses %d',
  (delay) => {
    expect(() => arm(delay)).toThrow(
      new RangeError(`afterFunc: want finite milliseconds, got ${delay}`),
    )
    expect(vi.getTimerCount()).toBe(0)
  },
)

it('afterFunc: setting the wall clock does not move the call', () => {
  const { calls } = arm(time.second)
  vi.setSystemTime(day)
  vi.advanceTimersByTime(999)
  expect(calls).toEqual([])
  vi.advanceTimersByTime(1)
  expect(calls).toHaveLength(1)
})

it.each([
  ['before the call', time.second, 0],
  ['in a later step of a long wait', 30 * day, 25 * day],
])('stop: %s cancels the call and returns true, once', (_, delay, passed) => {
  const { calls, timer } = arm(delay)
  vi.advanceTimersByTime(passed)
  expect(timer.stop()).toBe(true)
  expect(timer.stop()).toBe(false)
  expect(vi.getTimerCount()).toBe(0)
  vi.advanceTimersByTime(delay)
  expect(calls).toEqual([])
})

it('stop: returns false after the call', () => {
  const { timer } = arm(1)
  vi.advanceTimersByTime(1)
  expect(timer.stop()).toBe(false)
})

it.each([
  ['first', 0],
  ['second', 25 * day],
])('afterFunc: the %s step of a long wait lets Node exit', (_, passed) => {
  const setTimeout = vi.spyOn(globalThis, 'setTimeout')
  arm(30 * day)
  vi.advanceTimersByTime(passed)
  const handle = setTimeout.mock.results.at(-1)?.value
  expect(handle.hasRef()).toBe(false)
  setTimeout.mockRestore()
})

it('afterFunc: works where a timer is a number, as in a browser', () => {
  const real = globalThis.setTimeout
  const handles = new Map<unknown, ReturnType<typeof real>>()
  vi.stubGlobal('setTimeout', (f: () => void, delay: number) => {
    handles.set(handles.size + 1, real(f, delay))
    return handles.size
  })
  try {
    const { calls } = arm(30 * day)
    vi.advanceTimersByTime(30 * day)
    expect(calls).toEqual([30 * day])
    expect(handles.size).toBe(2)
  } finally {
    vi.unstubAllGlobals()
  }
})

it('monotonic: stands still in one turn of the event loop, and only there', async () => {
  const { now } = performance
  let reading = 1.9
  performance.now = () => reading
  try {
    await Promise.resolve()
    expect(time.monotonic()).toBe(1)
    reading = 5.9
    expect(time.monotonic()).toBe(1)
    await Promise.resolve()
    expect(time.monotonic()).toBe(5)
    reading = 0
    await Promise.resolve()
    expect(time.monotonic()).toBe(0)
    reading = 7
    expect(time.monotonic()).toBe(0)
  } finally {
    performance.now = now
    await Promise.resolve()
  }
})

it('setMonotonic: replaces the clock until it is restored', () => {
  let reading = 0
  const restore = time.setMonotonic(() => ++reading)
  const inner = time.setMonotonic(() => 0.5)
  expect(time.monotonic()).toBe(0.5)
  inner()
  expect(time.monotonic()).toBe(1)
  expect(time.monotonic()).toBe(2)
  restore()
  expect(reading).toBe(2)
  expect(time.monotonic()).not.toBe(3)
  expect(reading).toBe(2)
})
