// #region import
/**
 * Package memory of section 6.3, statement for statement: sessions kept in
 * a map to find them and in a list to expire them.
 */
import * as list from '../container/list.ts'
import * as session from '../session.ts'
import * as time from '../time.ts'

// #endregion import
// #region pder
/** The one provider of this module. Assigned last, below its class. */
export let pder: Provider

// #endregion pder
// #region SessionStore
/** One session and its values. Go: `memory.SessionStore`. */
export class SessionStore implements session.Session {
  constructor(
    public sid: string, // unique session id
    public timeAccessed: time.Time, // last access time
    public value: Map<unknown, unknown>, // session value stored inside
  ) {}

  // #endregion SessionStore
  // #region SessionStore.Set
  /** Stores `value` under `key`, then touches. Go: `SessionStore.Set`. */
  set(key: unknown, value: unknown): void {
    this.value.set(key, value)
    pder.sessionUpdate(this.sid)
    return
  }

  // #endregion SessionStore.Set
  // #region SessionStore.Get
  /** Touches, then reads; `null` if absent. Go: `SessionStore.Get`. */
  get(key: unknown): unknown {
    pder.sessionUpdate(this.sid)
    if (this.value.has(key)) {
      return this.value.get(key)
    } else {
      return null
    }
  }

  // #endregion SessionStore.Get
  // #region SessionStore.Delete
  /** Removes `key`, then touches. Go: `SessionStore.Delete`. */
  delete(key: unknown): void {
    this.value.delete(key)
    pder.sessionUpdate(this.sid)
    return
  }

  // #endregion SessionStore.Delete
  // #region SessionStore.SessionID
  /** The session's id; touches nothing. Go: `SessionStore.SessionID`. */
  sessionID(): string {
    return this.sid
  }
}

// #endregion SessionStore.SessionID
// #region Provider
/** All sessions of one store. Go: `memory.Provider`. */
export class Provider implements session.Provider {
  sessions!: Map<string, list.Element<SessionStore>> // save in memory
  constructor(public list: list.List<SessionStore>) {} // gc

  // #endregion Provider
  // #region Provider.SessionInit
  /** Creates a session, at the back of the list. Go: `SessionInit`. */
  sessionInit(sid: string): session.Session {
    const v = new Map<unknown, unknown>()
    const newsess = new SessionStore(sid, time.now(), v)
    const element = this.list.pushBack(newsess)
    this.sessions.set(sid, element)
    return newsess
  }

  // #endregion Provider.SessionInit
  // #region Provider.SessionRead
  /** The session of this `sid`, created if unknown. Go: `SessionRead`. */
  sessionRead(sid: string): session.Session {
    const element = this.sessions.get(sid)
    if (element !== undefined) {
      return element.value
    } else {
      const sess = this.sessionInit(sid)
      return sess
    }
  }

  // #endregion Provider.SessionRead
  // #region Provider.SessionDestroy
  /** Forgets a session; an unknown `sid` is no error. Go: `SessionDestroy`. */
  sessionDestroy(sid: string): void {
    const element = this.sessions.get(sid)
    if (element !== undefined) {
      this.sessions.delete(sid)
      this.list.remove(element)
      return
    }
    return
  }

  // #endregion Provider.SessionDestroy
  // #region Provider.SessionGC
  /**
   * Removes expired sessions from the back of the list. Go: `SessionGC`.
   * @param maxlifetime Whole seconds; any safe integer, negative ones too.
   * @throws {RangeError} If `maxlifetime` is not a safe integer.
   */
  sessionGC(maxlifetime: number): void {
    session.checkLifetime(maxlifetime)

    for (;;) {
      const element = this.list.back()
      if (element === null) {
        break
      }
      if (element.value.timeAccessed.unix() + maxlifetime < time.now().unix()) {
        this.list.remove(element)
        this.sessions.delete(element.value.sid)
      } else {
        break
      }
    }
  }

  // #endregion Provider.SessionGC
  // #region Provider.SessionUpdate
  /** Touches: stamps now, moves to the front. Go: `SessionUpdate`. */
  sessionUpdate(sid: string): void {
    const element = this.sessions.get(sid)
    if (element !== undefined) {
      element.value.timeAccessed = time.now()
      this.list.moveToFront(element)
      return
    }
    return
  }
}

// #endregion Provider.SessionUpdate
// #region init
/** Fills in the map and registers. Go: `init`, which Go calls by itself. */
function init(): void {
  pder.sessions = new Map()
  session.register('memory', pder)
}

pder = new Provider(new list.List())
init()
// #endregion init
