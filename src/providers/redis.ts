// #region import
/**
 * Package redis: sessions in Redis, one hash a session, one field a key. Each
 * call is one round trip, and acts only on a session that still exists. It needs
 * Redis 7 or newer.
 */
import { filled } from '../manager/options.ts'
import { Connection, defaults, type Options } from '../redis/client.ts'
import * as store from '../redis/encode.ts'
import { checkLifetime } from '../session.ts'
import type * as session from '../session-async.ts'

// #endregion import
// #region ErrEnded
/** Says that a session has ended. Go: `redis.ErrEnded`. */
export class ErrEnded extends Error {
  override readonly name = 'ErrEnded'

  constructor() {
    super('session: this session has ended; read it again')
  }
}

// #endregion ErrEnded
// #region SessionStore
/** One session; its values are in Redis only. Go: `redis.SessionStore`. */
export class SessionStore implements session.Session {
  readonly key: string // its name in Redis
  constructor(
    private readonly sid: string, // unique session id
    private readonly pder: Provider, // the provider that created it
  ) {
    this.key = store.sessionKey(sid)
  }

  // #endregion SessionStore
  // #region SessionStore.Set
  /**
   * Touches, and stores `value` under `key`. Go: `SessionStore.Set`.
   * @param key A string. @param value What JSON can carry.
   * @throws {ErrEnded} If the session has ended or expired.
   * @throws {TypeError} If `key` is no string or JSON cannot carry `value`.
   * @throws {RangeError} If `value` has more bytes than the limit.
   */
  async set(key: unknown, value: unknown): Promise<void> {
    const field = store.field(key)
    const text = store.encode(key, value, this.pder.maxBytes)
    const what = `set ${store.named(key)}`
    const found = await this.pder.redis.call(what, (c) =>
      c.sessionSet(this.key, this.pder.milliseconds, field, text),
    )
    if (found === 0) {
      throw new ErrEnded()
    }
  }

  // #endregion SessionStore.Set
  // #region SessionStore.Get
  /**
   * Touches and reads; `null` if `key` is absent, or if the session has ended
   * or expired. Go: `SessionStore.Get`.
   */
  async get(key: unknown): Promise<unknown> {
    const field = store.field(key)
    const what = `get ${store.named(key)}`
    const [, text] = await this.pder.redis.call(what, (c) =>
      Promise.all([
        c.pExpire(this.key, Number(this.pder.milliseconds), 'XX'),
        c.hGet(this.key, field),
      ]),
    )
    return text === null ? null : store.decode(key, text)
  }

  // #endregion SessionStore.Get
  // #region SessionStore.Delete
  /**
   * Touches, and removes `key`. Go: `SessionStore.Delete`.
   * @throws {ErrEnded} If the session has ended or expired.
   */
  async delete(key: unknown): Promise<void> {
    const field = store.field(key)
    const what = `delete ${store.named(key)}`
    const found = await this.pder.redis.call(what, (c) =>
      c.sessionDelete(this.key, this.pder.milliseconds, field),
    )
    if (found === 0) {
      throw new ErrEnded()
    }
  }

  // #endregion SessionStore.Delete
  // #region SessionStore.SessionID
  /** The session's id; asks Redis nothing. Go: `SessionStore.SessionID`. */
  sessionID(): string {
    return this.sid
  }
}

// #endregion SessionStore.SessionID
// #region Provider
/** All sessions of one Redis. Go: `redis.Provider`. */
export class Provider implements session.Regenerator {
  readonly milliseconds: string // that an unused session is kept
  constructor(
    readonly redis: Connection,
    readonly maxlifetime: number, // the same in seconds
    readonly maxBytes: number, // that a value may have as JSON
  ) {
    this.milliseconds = String(maxlifetime * 1000)
  }

  // #endregion Provider
  // #region Provider.SessionInit
  /** Creates a session; an earlier one of `sid` ends. Go: `SessionInit`. */
  async sessionInit(sid: string): Promise<session.Session> {
    return await this.create(sid, [])
  }

  // #endregion Provider.SessionInit
  // #region Provider.SessionRead
  /** The session of `sid`, created if unknown. Go: `SessionRead`. */
  async sessionRead(sid: string): Promise<session.Session> {
    const key = store.sessionKey(sid)
    await this.redis.call('SessionRead', (c) =>
      c.sessionRead(key, this.milliseconds),
    )
    return new SessionStore(sid, this)
  }

  // #endregion Provider.SessionRead
  // #region Provider.SessionDestroy
  /** Ends a session; an unknown `sid` is no error. Go: `SessionDestroy`. */
  async sessionDestroy(sid: string): Promise<void> {
    const key = store.sessionKey(sid)
    await this.redis.call('SessionDestroy', (c) => c.del(key))
  }

  // #endregion Provider.SessionDestroy
  // #region Provider.SessionGC
  /**
   * Does nothing: Redis removes each session when its time has passed.
   * Go: `SessionGC`.
   * @throws {RangeError} If `maxlifetime` is not a safe integer.
   */
  async sessionGC(maxlifetime: number): Promise<void> {
    checkLifetime(maxlifetime)
  }

  // #endregion Provider.SessionGC
  // #region Provider.SessionExist
  /**
   * Touches the session of `sid`; `null` if there is none. Go: `SessionFind`.
   */
  async sessionFind(sid: string): Promise<session.Session | null> {
    const found = new SessionStore(sid, this)
    const exists = await this.redis.call('SessionFind', (c) =>
      c.pExpire(found.key, Number(this.milliseconds), 'XX'),
    )
    return exists === 1 ? found : null
  }

  // #endregion Provider.SessionExist
  // #region Provider.SessionRegenerate
  /**
   * Creates the session of `sid` with the values of the one of `oldsid`, which
   * ends; without values if there is none. Two round trips, because the two
   * ids may be on two machines: if the second fails, the visitor has to log in
   * again. Go: `SessionRegenerate`.
   */
  async sessionRegenerate(
    oldsid: string,
    sid: string,
  ): Promise<session.Session> {
    const key = store.sessionKey(oldsid)
    const values = await this.redis.call('SessionRegenerate', (c) =>
      c.sessionTake(key),
    )
    return await this.create(sid, values)
  }

  // #endregion Provider.SessionRegenerate
  // #region Provider.create
  /** Adds a session with these fields and values, in turn. */
  async create(sid: string, values: string[]): Promise<session.Session> {
    const key = store.sessionKey(sid)
    await this.redis.call('SessionInit', (c) =>
      c.sessionCreate(key, this.milliseconds, values),
    )
    return new SessionStore(sid, this)
  }

  // #endregion Provider.create
  // #region Provider.Close
  /**
   * Ends the connection. Calls that wait for an answer, and later ones, fail.
   * Go: `Close`.
   */
  close(): void {
    this.redis.close()
  }
}

// #endregion Provider.Close
// #region Open
/**
 * Connects to Redis, which needs an address: nothing is registered by an
 * import. Go: `redis.Open`.
 * @param url `redis://host:port`, or a list of some servers of a cluster.
 * @param maxlifetime Whole seconds that an unused session is kept; from 1 to
 *   9,007,199,254,740.
 * @throws {RangeError} If `maxlifetime` or an option is wrong, or no option has
 *   such a name.
 * @throws {Error} If no server answers in time, or one refuses.
 */
export async function open(
  url: string | readonly string[],
  maxlifetime: number,
  options: Options = {},
): Promise<Provider> {
  const milliseconds = maxlifetime * 1000
  if (
    maxlifetime < 1 ||
    ![maxlifetime, milliseconds].every(Number.isSafeInteger)
  ) {
    throw new RangeError(
      `maxlifetime: want 1 to 9007199254740 seconds, got ${maxlifetime}`,
    )
  }
  const all = filled(options, defaults)
  const { maxBytes } = all
  if (!Number.isSafeInteger(maxBytes) || maxBytes < 1) {
    throw new RangeError(`maxBytes: want 1 or more bytes, got ${maxBytes}`)
  }
  const redis = await Connection.open(url, all)
  return new Provider(redis, maxlifetime, maxBytes)
}
// #endregion Open
