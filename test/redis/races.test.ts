/**
 * Compares the Redis store with express-session and connect-redis, on the same
 * server in the same run.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type App, ours, theirs } from './apps.ts'
import { goRaces } from './go.ts'
import { countLost, countRisen, together } from './races.ts'
import { goal, type Measured, record } from './record.ts'
import { type Server, startRedis } from './server.ts'
import { measure } from './speed.ts'

/** Raise it for a longer run. */
const rounds = Number(process.env.REDIS_ROUNDS ?? 1000)

let server: Server
let apps: [App, App]

beforeAll(async () => {
  server = await startRedis()
  apps = [await ours(server.url), await theirs(server.url)]
})
afterAll(async () => {
  for (const app of apps) app.end()
  await server.end()
})

it(`redis-no-lost-updates: ${rounds} times ${together} requests at once`, async () => {
  const lost: number[][] = []
  for (const app of apps) lost.push(await countLost(app, rounds))
  const [here = [], there = []] = lost
  const updates = rounds * together
  console.log(
    `lost updates, of ${together} in each round: ${Math.max(...here)} at most; ${Math.min(...there)} to ${Math.max(...there)} with express-session; the goal is 0`,
  )
  expect([here.length, there.length]).toEqual([rounds, rounds])
  expect(new Set(here)).toEqual(new Set([0]))
  // Only the request that writes last keeps its update.
  expect(new Set(there)).toEqual(new Set([together - 1]))
  const go = await goRaces('redis-no-lost-updates')
  expect(go?.failures ?? 0).toBe(0)
  await record('redis-no-lost-updates', {
    updates: { value: updates, unit: 'updates', varies: true },
    lost: { value: Math.max(...here), unit: 'updates' },
    fewest_lost_by_express_session: {
      value: Math.min(...there),
      unit: 'updates',
    },
    most_lost_by_express_session: {
      value: Math.max(...there),
      unit: 'updates',
    },
    ...(go && {
      updates_in_go: { value: go.rounds, unit: 'updates' },
      lost_in_go: { value: go.failures, unit: 'updates' },
    }),
  })
})

it(`redis-no-risen-sessions: ${rounds} logouts during a slow request`, async () => {
  const risen: number[] = []
  for (const app of apps) risen.push(await countRisen(app, rounds))
  const [here = -1, there = -1] = risen
  console.log(
    `risen sessions, of ${rounds}: ${here}; ${there} with express-session; the goal is 0`,
  )
  expect(here).toBe(0)
  expect(there).toBeGreaterThan(0)
  const go = await goRaces('redis-no-risen-sessions')
  expect(go?.failures ?? 0).toBe(0)
  await record('redis-no-risen-sessions', {
    logouts: { value: rounds, unit: 'logouts', varies: true },
    risen: { value: here, unit: 'sessions' },
    risen_by_express_session: { value: there, unit: 'sessions', varies: true },
    ...(go && {
      logouts_in_go: { value: go.rounds, unit: 'logouts' },
      risen_in_go: { value: go.failures, unit: 'sessions' },
    }),
  })
})

describe('speed', () => {
  it('requests at once: printed beside the goal', async () => {
    const measured: Record<string, Measured> = {}
    for (const concurrent of [1, 16, 128]) {
      const { speeds, ratio } = await measure(apps, concurrent, 9, 400)
      for (const [i, { throughput, p99 }] of speeds.entries()) {
        const whose = i === 0 ? '' : '_of_express_session'
        const add = (name: string, value: number, unit: string) => {
          const rounded = Math.round(value)
          measured[name + whose] = { value: rounded, unit, varies: true }
        }
        add(`throughput_${concurrent}`, throughput, 'requests per second')
        add(`p99_${concurrent}`, p99, 'microseconds')
        console.log(
          `${concurrent} at once, ${apps[i]?.name}: ${Math.round(throughput)} requests a second, 99 % within ${Math.round(p99)} µs`,
        )
      }
      const rounded = Math.round(ratio * 100) / 100
      measured[`ratio_${concurrent}`] = { value: rounded, varies: true }
      console.log(
        goal(`${concurrent} at once: throughput ratio`, rounded, '>=', 0.8),
      )
      expect(speeds.every(({ throughput }) => throughput > 0)).toBe(true)
    }
    await record('redis-speed', measured)
  })
})
