/** The stores that the benchmark compares, behind one interface. */
import { TTLCache } from '@isaacs/ttlcache'
import expressSession from 'express-session'
import { LRUCache } from 'lru-cache'
import memorystore from 'memorystore'
import { Chain } from '../container/chain.ts'
import { List } from '../container/list.ts'
import { Provider, pder } from '../providers/memory.ts'
import * as repaired from '../providers/repaired.ts'

/** A store to measure. `done` is called when the operation is finished. */
export interface Store {
  /** Adds a session with one value that lives for `ttl` milliseconds. */
  create(sid: string, ttl: number, done: () => void): void
  /** Does what a request does: reads a value and renews the session's age. */
  use(sid: string, done: () => void): void
  /** Removes a session. */
  destroy(sid: string, done: () => void): void
  /** Removes expired sessions; `all` means that every session has expired. */
  collect(all: boolean, done: () => void): void
  /** The number of sessions, which proves that the operations were done. */
  size(): number
}

/** One hour in milliseconds: no session expires while a store is measured. */
export const hour = 3_600_000

/** A provider of the project, as the benchmark uses it. */
type Provided = Provider | repaired.Provider

function provided(provider: Provided): Store {
  return {
    create(sid, _ttl, done) {
      provider.sessionInit(sid).set('user', 'Ann')
      done()
    },
    use(sid, done) {
      provider.sessionRead(sid).get('user')
      done()
    },
    destroy(sid, done) {
      provider.sessionDestroy(sid)
      done()
    },
    // A negative lifetime also expires sessions that were stamped just now.
    collect(all, done) {
      provider.sessionGC(all ? -10 : hour / 1000)
      done()
    },
    size: () => provider.list.len(),
  }
}

/**
 * The port. Its sessions refresh the registered provider only, so times need
 * that one; memory is measured on other providers, with `separate`.
 */
function port(separate = false): Store {
  const provider = separate ? new Provider(new List()) : pder
  provider.list.init()
  provider.sessions = new Map()
  return provided(provider)
}

/** The repaired store. Each of its providers refreshes its own sessions. */
function repairedStore(): Store {
  const provider = new repaired.Provider(new Chain())
  provider.sessions = new Map()
  return provided(provider)
}

/** What lru-cache and ttlcache have in common. */
interface Cache {
  set(sid: string, value: { user: string }, options: { ttl: number }): unknown
  get(sid: string): { user: string } | undefined
  delete(sid: string): unknown
  purgeStale(): unknown
  size: number
}

function cache(of: Cache): Store {
  return {
    create(sid, ttl, done) {
      of.set(sid, { user: 'Ann' }, { ttl })
      done()
    },
    use(sid, done) {
      of.get(sid)?.user
      done()
    },
    destroy(sid, done) {
      of.delete(sid)
      done()
    },
    collect(_all, done) {
      of.purgeStale()
      done()
    },
    size: () => of.size,
  }
}

/** Calls a store of express-session in the way that its middleware does. */
function express(
  store: expressSession.Store,
  collect: (done: () => void) => void,
  size: () => number,
): Store {
  return {
    create(sid, ttl, done) {
      const cookie = new expressSession.Cookie()
      cookie.expires = new Date(Date.now() + ttl)
      const data = { cookie, user: 'Ann' } as expressSession.SessionData
      store.set(sid, data, done)
    },
    use(sid, done) {
      store.get(sid, (_error, data) => {
        if (!data) throw new Error(`session ${sid} is gone`)
        if (store.touch) store.touch(sid, data, done)
        else done()
      })
    },
    destroy(sid, done) {
      store.destroy(sid, done)
    },
    collect: (_all, done) => collect(done),
    size,
  }
}

function expressMemoryStore(): Store {
  const store = new expressSession.MemoryStore()
  // It has no collector. It drops expired sessions when it lists all sessions.
  const collect = (done: () => void) => store.all(done)
  const { sessions } = store as unknown as { sessions: object }
  return express(store, collect, () => Object.keys(sessions).length)
}

function memorystoreStore(): Store {
  const store = new (memorystore(expressSession))({})
  const { store: inside } = store as unknown as {
    store: { itemCount: number }
  }
  const collect = (done: () => void) => {
    store.prune()
    done()
  }
  return express(store, collect, () => inside.itemCount)
}

/**
 * Functions that make a store, by the store's name. With `separate`, the new
 * store leaves the sessions of earlier ones alive.
 */
export const stores = {
  port,
  repaired: repairedStore,
  'lru-cache': () =>
    // Like the other stores: no size limit, and use renews the lifetime.
    cache(
      new LRUCache({
        maxSize: Number.MAX_SAFE_INTEGER,
        sizeCalculation: () => 1,
        ttl: hour,
        updateAgeOnGet: true,
      }),
    ),
  '@isaacs/ttlcache': () =>
    cache(new TTLCache({ ttl: hour, updateAgeOnGet: true })),
  memorystore: memorystoreStore,
  'express-session MemoryStore': expressMemoryStore,
} satisfies Record<string, (separate?: boolean) => Store>

/** A store's name in the table. */
export type StoreName = keyof typeof stores
