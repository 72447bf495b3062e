/** Tests the store over a Redis Cluster, and the loss of one of its masters. */
import { setTimeout as sleep } from 'node:timers/promises'
import { createClient } from 'redis'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { open, type Provider } from '../../src/providers/redis.ts'
import { type Cluster, replicate, startCluster } from './cluster.ts'
import { goTest, goVersion } from './go.ts'

const ids = Array.from({ length: 60 }, (_, i) => `SECRET${i}`)

let cluster: Cluster
let provider: Provider
const told: string[] = []

beforeAll(async () => {
  cluster = await startCluster()
  const urls = cluster.servers.map(({ url }) => url)
  const onError = ({ message }: Error) => told.push(message)
  provider = await open(urls, 600, { onError })
})
afterAll(async () => {
  provider.redis.close()
  await cluster.end()
})

it('cluster: sessions of all servers keep their values', async () => {
  for (const sid of ids) {
    await (await provider.sessionInit(sid)).set('user', sid)
  }
  for (const sid of ids) {
    const session = await provider.sessionFind(sid)
    expect(await session?.get('user')).toBe(sid)
  }
})

it('cluster: a new id may be on another server', async () => {
  for (const sid of ids) {
    const session = await provider.sessionRegenerate(sid, `${sid} new`)
    expect(await session.get('user')).toBe(sid)
    expect(await provider.sessionFind(sid)).toBe(null)
    await provider.sessionRegenerate(`${sid} new`, sid)
  }
})

it.runIf(await goVersion())(
  'cluster: the store in Go works on it',
  async () => {
    const urls = cluster.servers.map(({ url }) => url).join(' ')
    const { passed, output } = await goTest('TestCluster', urls)
    expect(passed, output).toBe(true)
    expect(output).toContain('--- PASS: TestCluster')
  },
)

it('cluster: a master is killed, and its replica takes over', async () => {
  const masters = await cluster.masters()
  expect(masters).toHaveLength(3)
  await replicate(masters)
  await masters[0]?.kill()
  const begun = performance.now()
  const pending = new Set(ids)
  const failures: string[] = []
  let longest = 0
  while (pending.size > 0) {
    for (const sid of pending) {
      const called = performance.now()
      try {
        const session = await provider.sessionFind(sid)
        // A replica had everything, because the test waited for it.
        expect(await session?.get('user')).toBe(sid)
        await session?.set('after', true)
        pending.delete(sid)
      } catch (error) {
        if (!(error instanceof Error) || error.name === 'AssertionError')
          throw error
        failures.push(error.message)
        expect(error.message).toMatch(/^session: .*: Redis at 127\.0\.0\.1:/)
        expect(error.message).not.toContain('SECRET')
      }
      longest = Math.max(longest, performance.now() - called)
    }
    await sleep(20)
  }
  const took = Math.round(performance.now() - begun)
  console.log(
    `cluster: all sessions answer ${took} ms after a master was killed; ${failures.length} calls failed, the longest took ${Math.round(longest)} ms; the limit of a call is 2000 ms`,
  )
  // It does not wait in a queue for a server that is gone.
  expect(failures.join()).toContain('offline')
  expect(await cluster.masters()).toHaveLength(3)
  expect(told.filter((text) => text.includes('SECRET'))).toEqual([])
})

it('cluster: the user and password of the first url open all servers', async () => {
  const running = await cluster.masters()
  for (const { url } of running) {
    const client = createClient({ url })
    await client.connect()
    await client.configSet({ requirepass: 'SECRET#1', masterauth: 'SECRET#1' })
    client.destroy()
  }
  const [first = '', ...rest] = running.map(({ url }) => url)
  const account = `:${encodeURIComponent('SECRET#1')}@`
  const urls = [first.replace('//', `//${account}`), ...rest]
  const other = await open(urls, 600)
  for (const sid of ids) {
    const session = await other.sessionFind(sid)
    expect(await session?.get('user')).toBe(sid)
  }
  other.close()
})
