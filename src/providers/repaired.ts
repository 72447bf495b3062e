// #region import
/**
 * Package repaired: the listing of section 6.3, in its order, with the
 * smallest change that ends each of its surprises.
 */
import * as chain from '../container/chain.ts'
import { SmallMap } from '../container/small-map.ts'
import * as session from '../session.ts'
import * as time from '../time.ts'

// #endregion import
// #region pder
/** The registered provider. Assigned last, below its class. */
export let pder: Provider

// #endregion pder
// #region ErrEnded
/** Says that a session has ended. Go: `repaired.ErrEnded`. */
export class ErrEnded extends Error {
  override readonly name = 'ErrEnded'

  constructor() {
    super('session: this session has ended; read it again')
  }
}

// #endregion ErrEnded
// #region SessionStore
/** One session and its values. Go: `repaired.SessionStore`. */
export class SessionStore
  extends chain.Link<SessionStore>
  implements session.Session
{
  ended = false // removed from its provider
  constructor(
    public sid: string, // unique session id
    public timeAccessed: number, // last access time
    public value: SmallMap<unknown, unknown>, // session value stored inside
    public pder: Provider, // the provider that created it
  ) {
    super()
  }

  // #endregion SessionStore
  // #region SessionStore.Set
  /**
   * Touches, then stores `value` under `key`. Go: `SessionStore.Set`.
   * @throws {ErrEnded} If the session has ended or expired.
   */
  set(key: unknown, value: unknown): void {
    if (!this.touch()) {
      throw new ErrEnded()
    }
    this.value.set(key, value)
    return
  }

  // #endregion SessionStore.Set
  // #region SessionStore.Get
  /**
   * Touches, then reads; `null` if `key` is absent, or if the session has
   * ended or expired. Go: `SessionStore.Get`.
   */
  get(key: unknown): unknown {
    if (this.touch() && this.value.has(key)) {
      return this.value.get(key)
    } else {
      return null
    }
  }

  // #endregion SessionStore.Get
  // #region SessionStore.Delete
  /**
   * Touches, then removes `key`. Go: `SessionStore.Delete`.
   * @throws {ErrEnded} If the session has ended or expired.
   */
  delete(key: unknown): void {
    if (!this.touch()) {
      throw new ErrEnded()
    }
    this.value.delete(key)
    return
  }

  // #endregion SessionStore.Delete
  // #region SessionStore.SessionID
  /** The session's id; touches nothing. Go: `SessionStore.SessionID`. */
  sessionID(): string {
    return this.sid
  }

  // #endregion SessionStore.SessionID
  // #region SessionStore.alive
  /** Whether it has neither ended nor expired at that time. */
  alive(now: number): boolean {
    const age = now - this.timeAccessed
    return !this.ended && age <= this.pder.maxlifetime
  }

  // #endregion SessionStore.alive
  // #region SessionStore.touch
  /** Stamps now and moves to the front; `false` if it is not alive. */
  touch(): boolean {
    const now = time.monotonic()
    if (!this.alive(now)) {
      return false
    }
    this.timeAccessed = now
    this.pder.list.moveToFront(this)
    return true
  }
}

// #endregion SessionStore.touch
// #region Provider
/** All sessions of one store. Go: `repaired.Provider`. */
export class Provider implements session.Regenerator {
  sessions!: Map<string, SessionStore> // save in memory
  maxlifetime = Number.POSITIVE_INFINITY // of the last pass, milliseconds
  constructor(public list: chain.Chain<SessionStore>) {} // gc

  // #endregion Provider
  // #region Provider.SessionInit
  /** Creates a session; an earlier one of `sid` ends. Go: `SessionInit`. */
  sessionInit(sid: string): session.Session {
    return this.create(sid)
  }

  // #endregion Provider.SessionInit
  // #region Provider.SessionRead
  /** The session of `sid`, or a new one in its place. Go: `SessionRead`. */
  sessionRead(sid: string): session.Session {
    const element = this.sessions.get(sid)
    if (element?.alive(time.monotonic())) {
      return element
    } else {
      const sess = this.create(sid)
      return sess
    }
  }

  // #endregion Provider.SessionRead
  // #region Provider.SessionDestroy
  /** Ends a session; an unknown `sid` is no error. Go: `SessionDestroy`. */
  sessionDestroy(sid: string): void {
    const element = this.sessions.get(sid)
    if (element !== undefined) {
      this.remove(element)
      return
    }
    return
  }

  // #endregion Provider.SessionDestroy
  // #region Provider.SessionGC
  /**
   * Removes expired sessions from the back of the list. Its lifetime is that
   * of all sessions until the next pass; before the first pass, none expires.
   * Go: `SessionGC`.
   * @param maxlifetime Whole seconds; any safe integer. A negative one expires
   *   every session.
   * @throws {RangeError} If `maxlifetime` is not a safe integer.
   */
  sessionGC(maxlifetime: number): void {
    session.checkLifetime(maxlifetime)

    this.maxlifetime = maxlifetime * time.second
    for (;;) {
      const element = this.list.back()
      if (element === null) {
        break
      }
      if (!element.alive(time.monotonic())) {
        this.remove(element)
      } else {
        break
      }
    }
  }

  // #endregion Provider.SessionGC
  // #region Provider.SessionUpdate
  /** Touches the session of `sid`, if it is alive. Go: `SessionUpdate`. */
  sessionUpdate(sid: string): void {
    const element = this.sessions.get(sid)
    if (element !== undefined) {
      element.touch()
      return
    }
    return
  }

  // #endregion Provider.SessionUpdate
  // #region Provider.SessionExist
  /** Whether `sid` has a session that is alive. Go: `SessionExist`. */
  sessionExist(sid: string): boolean {
    const element = this.sessions.get(sid)
    return element?.alive(time.monotonic()) ?? false
  }

  // #endregion Provider.SessionExist
  // #region Provider.SessionRegenerate
  /**
   * Creates the session of `sid` with the values of the one of `oldsid`, which
   * ends; without values if that one is not alive. Go: `SessionRegenerate`.
   */
  sessionRegenerate(oldsid: string, sid: string): session.Session {
    let v = new SmallMap<unknown, unknown>()
    const element = this.sessions.get(oldsid)
    if (element?.alive(time.monotonic())) {
      v = element.value
      this.remove(element)
    }
    const newsess = this.create(sid)
    newsess.value = v
    return newsess
  }

  // #endregion Provider.SessionRegenerate
  // #region Provider.create
  /** Adds a session at the front; an earlier one of `sid` ends. */
  create(sid: string): SessionStore {
    const element = this.sessions.get(sid)
    if (element !== undefined) {
      this.remove(element)
    }
    const v = new SmallMap<unknown, unknown>()
    const newsess = new SessionStore(sid, time.monotonic(), v, this)
    this.list.pushFront(newsess)
    this.sessions.set(sid, newsess)
    return newsess
  }

  // #endregion Provider.create
  // #region Provider.remove
  /** Ends a session: takes it out of the map and of the list. */
  remove(element: SessionStore): void {
    this.sessions.delete(element.sid)
    this.list.remove(element)
    element.ended = true
  }
}

// #endregion Provider.remove
// #region init
/** Fills in the map and registers. Go: `init`, which Go calls by itself. */
function init(): void {
  pder.sessions = new Map()
  session.register('repaired', pder)
}

pder = new Provider(new chain.Chain())
init()
// #endregion init
