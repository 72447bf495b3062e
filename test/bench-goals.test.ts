/** Tests that the benchmark's goals compare both stores round by round. */
import { expect, it } from 'vitest'
import { goalLines, goalsOf, isReached } from '../src/bench/goals.ts'
import type { Figures } from '../src/bench/measure.ts'

const round = (rate: number, bytes: number, none: number): Figures => ({
  createPerSecond: rate,
  usePerSecond: rate / 2,
  destroyPerSecond: rate / 4,
  bytesPerSession: bytes,
  collectNoneMicroseconds: none,
  collectAllMicroseconds: 1,
})

it('goals: a rate is compared in its round, and the median counts', () => {
  const own = [round(100, 252, 2), round(300, 250, 1), round(600, 249, 1)]
  const other = [round(200, 100, 9), round(200, 100, 9), round(200, 100, 9)]
  const goals = goalsOf(own, other)
  expect(goals.map(({ value }) => value)).toEqual([1.5, 1.5, 1.5, 1, 250])
  expect(goals.every(isReached)).toBe(true)
  expect(goalLines(goals)[0]).toBe(
    "✓ repaired: createPerSecond, of lru-cache's: 1.50, goal at least 1",
  )
  const slowed = [round(100, 1, 1), round(300, 1, 1), round(1200, 1, 1)]
  expect(goalsOf(own, slowed)[0]?.value).toBe(1)
})

it('goals: one that is missed is marked', () => {
  const goals = goalsOf([round(199, 251, 1.1)], [round(200, 1, 1)])
  expect(goals.some(isReached)).toBe(false)
  expect(goalLines(goals).at(-1)).toBe(
    '✗ repaired: bytesPerSession: 251, goal at most 250',
  )
})
