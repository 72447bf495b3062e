/** Tests that the Redis store fulfils the contract of every store. */

import { readFileSync } from 'node:fs'
import { createClient } from 'redis'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { ErrEnded, open, type Provider } from '../../src/providers/redis.ts'
import { scripts } from '../../src/redis/scripts.ts'
import { contract, describeProvider } from '../provider-contract.ts'
import { record } from './record.ts'
import { type Server, startRedis } from './server.ts'

let server: Server
let provider: Provider
let client: ReturnType<typeof createClient>

beforeAll(async () => {
  server = await startRedis()
  provider = await open(server.url, 10)
  client = createClient({ url: server.url })
  await client.connect()
})
beforeEach(async () => {
  await client.flushDb()
})
afterAll(async () => {
  provider.redis.close()
  client.destroy()
  await server.end()
})

/** Takes seconds off the time of every session, so that no test sleeps. */
async function wait(seconds: number): Promise<void> {
  for (const key of await client.keys('*')) {
    const left = (await client.pTTL(key)) - seconds * 1000
    await client.pExpire(key, Math.max(0, left))
  }
}

const passed = describeProvider('redis', () => provider, wait)

it('records the tests of the contract for readers without Redis', async () => {
  expect(passed).toEqual([...contract.keys()])
  await record('redis-contract', { passed: { value: [...passed] } })
})

it.each([1, null, undefined, Symbol('a'), '\ud800'])(
  'set, get and delete refuse the key %j',
  async (key) => {
    const session = await provider.sessionInit('a')
    const message = /^session: want a key that is a well-formed string, got /
    await expect(session.set(key, 1)).rejects.toThrow(message)
    await expect(session.get(key)).rejects.toThrow(message)
    await expect(session.delete(key)).rejects.toThrow(message)
  },
)

it('redis-expires-itself: a session goes without a collection', async () => {
  const session = await provider.sessionInit('a')
  await session.set('user', 'Ann')
  await provider.sessionGC(-1_000_000)
  const kept = await client.exists('session:a')
  expect(await session.get('user')).toBe('Ann')
  const left = await client.pTTL('session:a')
  expect(left).toBeGreaterThan(0)
  expect(left).toBeLessThanOrEqual(10_000)
  await wait(10)
  const after = await client.exists('session:a')
  expect(await provider.sessionFind('a')).toBe(null)
  await expect(session.set('user', 'Ann')).rejects.toThrow(ErrEnded)
  await record('redis-expires-itself', {
    left_after_collection: { value: kept, unit: 'sessions' },
    left_after_lifetime: { value: after, unit: 'sessions' },
  })
  expect([kept, after]).toEqual([1, 0])
})

it.each(['set', 'get', 'delete'] as const)(
  '%s refreshes the time of its session, in Redis',
  async (method) => {
    const session = await provider.sessionInit('a')
    await client.pExpire('session:a', 500)
    await session[method]('user', 1)
    const left = await client.pTTL('session:a')
    expect(left).toBeGreaterThan(500)
    expect(left).toBeLessThanOrEqual(10_000)
  },
)

it.each([
  ['sessionInit', () => provider.sessionInit('a')],
  ['sessionRead', () => provider.sessionRead('a')],
  ['sessionRead of a session', () => provider.sessionRead('old')],
  ['sessionFind', () => provider.sessionFind('old')],
  ['sessionRegenerate', () => provider.sessionRegenerate('old', 'a')],
])('%s gives a session its whole lifetime, and no more', async (_, use) => {
  await provider.sessionInit('old')
  await client.pExpire('session:old', 500)
  const session = await use()
  const left = await client.pTTL(`session:${session?.sessionID()}`)
  expect(left).toBeGreaterThan(500)
  expect(left).toBeLessThanOrEqual(10_000)
})

it('a handle of an ended session cannot bring it back', async () => {
  const session = await provider.sessionInit('a')
  await session.set('user', 'Ann')
  await provider.sessionDestroy('a')
  await expect(session.set('user', 'Ann')).rejects.toThrow(ErrEnded)
  await expect(session.delete('user')).rejects.toThrow(ErrEnded)
  expect(await session.get('user')).toBe(null)
  expect(await client.keys('*')).toEqual([])
})

it('sessionInit of a taken id begins without values', async () => {
  await (await provider.sessionInit('a')).set('user', 'Ann')
  const session = await provider.sessionInit('a')
  expect(await session.get('user')).toBe(null)
})

it('sessionRegenerate moves the values, and ends the old id', async () => {
  const old = await provider.sessionInit('a')
  await old.set('user', 'Ann')
  const session = await provider.sessionRegenerate('a', 'b')
  expect(session.sessionID()).toBe('b')
  expect(await session.get('user')).toBe('Ann')
  expect(await provider.sessionFind('a')).toBe(null)
  await expect(old.set('user', 'Eve')).rejects.toThrow(ErrEnded)
  const empty = await provider.sessionRegenerate('nobody', 'c')
  expect(await empty.get('user')).toBe(null)
})

it.each([0, 1.5, -1, Number.NaN, 2 ** 53])(
  'open refuses the lifetime %d',
  async (lifetime) => {
    await expect(open(server.url, lifetime)).rejects.toThrow(
      `maxlifetime: want 1 to 9007199254740 seconds, got ${lifetime}`,
    )
  },
)

it('the scripts are the same as in Go', () => {
  const file = '../../go-reference/providers/redis/scripts.go'
  const go = readFileSync(new URL(file, import.meta.url), 'utf8')
  const texts = [...go.matchAll(/NewScript\(`([^`]*)`\)/g)].map(([, t]) => t)
  expect(Object.values(scripts).map(({ SCRIPT }) => SCRIPT)).toEqual(texts)
})
