/** Tests the manager for real programs on the store, two of them on one Redis. */
import type { IncomingMessage, ServerResponse } from 'node:http'
import { expect, it } from 'vitest'
import { Manager, type Store } from '../../src/manager/manager.ts'
import { ErrEnded, open } from '../../src/providers/redis.ts'
import type { Session } from '../../src/session-async.ts'
import { closing, eventually, opened, refused, start } from './faulty.ts'
import { inject } from './inject.ts'

type Work = (w: ServerResponse, r: IncomingMessage) => Promise<unknown>

/** Gives a handler one request; the cookie that the browser then has. */
const visit = (work: Work, cookie?: string) =>
  inject(async (r, w) => {
    await work(w, r)
    w.end()
  }, cookie)

it('two managers: one session, and a logout by one ends it for both', async () => {
  const server = await start()
  const stores = [await opened(server.url), await opened(server.url)]
  const [one, other] = stores.map((store: Store<Session>) => new Manager(store))
  if (!one || !other) throw new Error('want two managers')
  let handle: Session | undefined
  const cookie = await visit(async (w, r) => {
    handle = await one.sessionStart(w, r)
    await handle.set('user', 'Ann')
    expect(String(w.getHeader('Set-Cookie'))).toContain('; Max-Age=10;')
  })
  await visit(async (w, r) => {
    const session = await other.sessionStart(w, r)
    expect(await session.get('user')).toBe('Ann')
  }, cookie)
  await visit((w, r) => other.sessionDestroy(w, r), cookie)
  await expect(handle?.set('user', 'Ann')).rejects.toThrow(ErrEnded)
  const next = await visit(async (w, r) => {
    const session = await one.sessionStart(w, r)
    expect(await session.get('user')).toBe(null)
  }, cookie)
  expect(next).not.toBe(cookie)
})

it('a pause: an error, no cookie, and the visitor is still logged in', async () => {
  const server = await start()
  const patient = new Manager<Session>(await opened(server.url))
  const cookie = await visit(async (w, r) => {
    await (await patient.sessionStart(w, r)).set('user', 'Ann')
  })
  const store = await eventually(() => open(server.url, 10, { timeout: 200 }))
  closing.push(() => store.close())
  const hasty = new Manager<Session>(store)
  const cookies: unknown[] = []
  server.signal('SIGSTOP')
  for (const call of ['sessionStart', 'sessionRegenerate'] as const) {
    const request = visit(async (w, r) => {
      await hasty[call](w, r).finally(() =>
        cookies.push(w.getHeader('Set-Cookie')),
      )
    }, cookie)
    await refused(request, 'SessionFind', server, /: no answer within 200 ms$/)
  }
  server.signal('SIGCONT')
  expect(cookies).toEqual([undefined, undefined])
  const kept = await eventually(() =>
    visit(async (w, r) => {
      const session = await patient.sessionStart(w, r)
      expect(await session.get('user')).toBe('Ann')
    }, cookie),
  )
  expect(kept).toBe(cookie)
  await patient.close()
  const late = visit((w, r) => patient.sessionStart(w, r), cookie)
  await refused(late, 'SessionFind', server, /: the store was closed/)
})
