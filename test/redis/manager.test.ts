/** Tests that the manager connects visitors and sessions in Redis by a cookie. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { Manager } from '../../src/manager/manager.ts'
import { ErrEnded, open, type Provider } from '../../src/providers/redis.ts'
import type { Session } from '../../src/session-async.ts'
import { inject } from './inject.ts'
import { type Server, startRedis } from './server.ts'

let server: Server
let provider: Provider
let manager: Manager<Session>

beforeAll(async () => {
  server = await startRedis()
  provider = await open(server.url, 10)
  manager = new Manager<Session>(provider, { name: 'sid' })
})
afterAll(async () => {
  provider.redis.close()
  await server.end()
})

/** Starts a visitor's session; the cookie that his browser then has. */
async function visit(
  cookie: string | undefined,
  work: (session: Session) => unknown = () => {},
): Promise<string | undefined> {
  return await inject(async (r, w) => {
    await work(await manager.sessionStart(w, r))
    w.end()
  }, cookie)
}

it('sessionStart: finds the session of the cookie', async () => {
  const cookie = await visit(undefined, (session) => session.set('user', 'Ann'))
  expect(cookie).toMatch(/^sid=[\w-]{43}\.\w+$/)
  let user: unknown
  expect(
    await visit(`a=b; ${cookie}`, async (session) => {
      user = await session.get('user')
    }),
  ).toBe(cookie)
  expect(user).toBe('Ann')
})

it('sessionStart: an unknown id gets a new one, and no session', async () => {
  expect(await visit('sid=chosen')).toMatch(/^sid=[\w-]{43}\.\w+$/)
  expect(await provider.sessionFind('chosen')).toBe(null)
})

it('sessionRegenerate: a new id and cookie, the same values', async () => {
  const cookie = await visit(undefined, (session) => session.set('cart', [1]))
  const next = await inject(async (r, w) => {
    const old = await manager.sessionStart(w, r)
    const session = await manager.sessionRegenerate(w, r)
    await session.set('user', 'Ann')
    await expect(old.set('user', 'Eve')).rejects.toThrow(ErrEnded)
    w.end()
  }, cookie)
  expect(next).toMatch(/^sid=[\w-]{43}\.\w+$/)
  expect(next).not.toBe(cookie)
  await visit(next, async (session) => {
    expect(await session.get('cart')).toEqual([1])
    expect(await session.get('user')).toBe('Ann')
  })
})

it('sessionDestroy: the session and the cookie go; nothing without one', async () => {
  let handle: Session | undefined
  const cookie = await visit(undefined, (session) => {
    handle = session
  })
  const destroy = (sent?: string) =>
    inject(async (r, w) => {
      await manager.sessionDestroy(w, r)
      w.end()
    }, sent)
  expect(await destroy(cookie)).toBe('sid=')
  await expect(handle?.set('user', 'Ann')).rejects.toThrow(ErrEnded)
  expect(await destroy()).toBe(undefined)
})

it('redis-no-risen-sessions: a logout before each call of a request ends the session', async () => {
  const { redis } = provider
  const call = redis.call.bind(redis)
  let calls = 0
  for (let step = 1; step <= 4; step++) {
    const cookie = await visit(undefined, (session) => session.set('user', 'A'))
    const sid = `${cookie?.replace('sid=', '')}`
    calls = 0
    redis.call = async (what, send) => {
      if (++calls === step) await call('', (c) => c.del(`session:${sid}`))
      return await call(what, send)
    }
    await visit(cookie, async (session) => {
      await session.get('user')
      for (const change of [
        () => session.set('a', 1),
        () => session.delete('a'),
      ]) {
        await change().catch((error) => expect(error).toBeInstanceOf(ErrEnded))
      }
    })
    Reflect.deleteProperty(redis, 'call')
    expect(calls).toBeGreaterThanOrEqual(4)
    expect(await provider.sessionFind(sid)).toBe(null)
  }
})
