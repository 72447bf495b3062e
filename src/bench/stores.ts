/** The stores that the benchmark compares, behind one interface. */
import { TTLCache } from '@isaacs/ttlcache'
import expressSession from 'express-session'
import { LRUCache } from 'lru-cache'
import memorystore from 'memorystore'
import { List } from '../container/list.ts'
import { Provider, pder } from '../providers/memory.ts'

/** One store under measurement. `done` is called once the operation is over. */
export interface Store {
  /** Adds a session holding one value, to live for `ttl` milliseconds. */
  create(sid: string, ttl: number, done: () => void): void
  /** What a request does: finds the session, reads a value, keeps it alive. */
  use(sid: string, done: () => void): void
  /** Removes a session. */
  destroy(sid: string, done: () => void): void
  /** Removes what has expired; `all` says that everything has. */
  collect(all: boolean, done: () => void): void
  /** How many sessions there are, to prove that the work was done. */
  size(): number
}

/** An hour, in milliseconds: nothing expires while it is measured. */
export const hour = 3_600_000

/** A provider beside the registered one: its own list, its own map. */
function another(): Provider {
  const provider = new Provider(new List())
  provider.sessions = new Map()
  return provider
}

/** Sessions refresh the registered provider only; memory can be of another. */
function port(beside = false): Store {
  const provider = beside ? another() : pder
  provider.list.init()
  provider.sessions.clear()
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
    // A negative lifetime expires what was stamped a moment ago.
    collect(all, done) {
      provider.sessionGC(all ? -10 : hour / 1000)
      done()
    },
    size: () => provider.list.len(),
  }
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

/** express-session's stores are used as its middleware uses them. */
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
  // It has no collector; listing every session is how it drops expired ones.
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

/** By name, each made anew at every call; `beside` leaves earlier ones alive. */
export const stores = {
  port,
  'lru-cache': () =>
    // Unbounded, as the others are; its age is renewed by use, as theirs is.
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
} satisfies Record<string, (beside?: boolean) => Store>

/** A store's name in the table. */
export type StoreName = keyof typeof stores
