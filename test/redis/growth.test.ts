/** Measures how the time of one `get` grows with the number of sessions. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { compareGets, fillWith } from './growth.ts'
import { goal, record } from './record.ts'
import { type Server, startRedis } from './server.ts'

const counts = [10_000, 1_000_000] as const

let sizes: { server: Server; count: number }[] = []

beforeAll(async () => {
  sizes = await Promise.all(
    counts.map(async (count) => ({ server: await startRedis(), count })),
  )
  for (const { server, count } of sizes) await fillWith(server, count)
})
afterAll(async () => {
  for (const { server } of sizes) await server.end()
})

it(`get among ${counts.join(' and ')} sessions: printed beside the goal`, async () => {
  const { microseconds, ratio } = await compareGets(sizes, 15, 1000)
  const [few = 0, many = 0] = microseconds.map(Math.round)
  const rounded = Math.round(ratio * 100) / 100
  console.log(
    `one get among ${counts[0]} sessions: ${few} µs; among ${counts[1]}: ${many} µs`,
  )
  console.log(goal('growth of one get', rounded, '<=', 1.3))
  expect(few).toBeGreaterThan(0)
  await record('redis-growth', {
    microseconds_10000: { value: few, unit: 'microseconds', varies: true },
    microseconds_1000000: { value: many, unit: 'microseconds', varies: true },
    ratio: { value: rounded, varies: true },
  })
})
