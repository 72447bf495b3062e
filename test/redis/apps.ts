/**
 * The same small web application twice: with the Redis store of this project,
 * and with express-session and connect-redis.
 */
import type { IncomingMessage, ServerResponse } from 'node:http'
import { RedisStore } from 'connect-redis'
import type expressSession from 'express-session'
import { createClient } from 'redis'
import { withSession } from '../../src/bench/load/with-session.ts'
import { Manager } from '../../src/manager/manager.ts'
import { ErrEnded, open } from '../../src/providers/redis.ts'
import { inject } from './inject.ts'

/** What one request does with its visitor's session. */
export interface Visitor {
  get(key: string): Promise<unknown>
  /** Does nothing if the session has ended. */
  set(key: string, value: unknown): Promise<void>
  logOut(): Promise<void>
}

/** An application that answers requests. */
export interface App {
  readonly name: string
  /**
   * Answers one request of a visitor, and waits for the end of the response.
   * @returns The Cookie header for the next request.
   */
  request(
    cookie: string | undefined,
    work: (visitor: Visitor) => Promise<void>,
  ): Promise<string | undefined>
  /** Whether Redis has anything of the session of this cookie. */
  stores(cookie: string | undefined): Promise<boolean>
  end(): void
}

/** Seconds that a session is kept. */
const lifetime = 600

/** Answers after the work, or with its error. */
async function answer(
  w: ServerResponse,
  work: () => Promise<void>,
): Promise<void> {
  try {
    await work()
  } catch (error) {
    if (!(error instanceof ErrEnded)) throw error
  }
  w.end('done\n')
}

/** The decoded value in a Cookie header. */
const valueIn = (cookie = ''): string =>
  decodeURIComponent(cookie.slice(cookie.indexOf('=') + 1))

/** The application with the store of this project. */
export async function ours(url: string): Promise<App> {
  const provider = await open(url, lifetime)
  const client = createClient({ url })
  await client.connect()
  const manager = new Manager(provider)
  return {
    name: 'this store',
    request: (cookie, work) =>
      inject(
        (r, w) =>
          answer(w, async () => {
            const session = await manager.sessionStart(w, r)
            const { get, set } = session
            await work({
              get: get.bind(session),
              set: set.bind(session),
              logOut: () => manager.sessionDestroy(w, r),
            })
          }),
        cookie,
      ),
    stores: async (cookie) =>
      (await client.exists(`session:${valueIn(cookie)}`)) === 1,
    end: () => {
      provider.redis.close()
      client.destroy()
    },
  }
}

/** The application with express-session and connect-redis. */
export async function theirs(url: string): Promise<App> {
  const client = createClient({ url })
  await client.connect()
  const store = new RedisStore({ client, ttl: lifetime })
  const middleware = withSession(store, lifetime)
  const listen =
    (work: (visitor: Visitor) => Promise<void>) =>
    (r: IncomingMessage, w: ServerResponse) =>
      middleware(r, w, (error) => {
        if (error) throw error
        const { session } = r as unknown as { session: expressSession.Session }
        const values = session as unknown as Record<string, unknown>
        answer(w, () =>
          work({
            get: async (key) => values[key] ?? null,
            set: async (key, value) => {
              values[key] = value
            },
            logOut: () => new Promise((done) => session.destroy(() => done())),
          }),
        )
      })
  return {
    name: 'express-session',
    request: (cookie, work) => inject(listen(work), cookie),
    stores: async (cookie) => {
      // The cookie is `s:`, the id, a dot and a signature.
      const sid = valueIn(cookie).slice(2).split('.')[0]
      return (await client.exists(`sess:${sid}`)) === 1
    },
    end: () => client.destroy(),
  }
}
