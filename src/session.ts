/**
 * Package session, as section 6.2 describes it: the interfaces that a store
 * implements, the registry of stores, and the manager that uses one of them.
 */

import type { IncomingMessage, ServerResponse } from 'node:http'
import * as cookie from './cookie.ts'
import * as time from './time.ts'

// The members are functions, not methods: the compiler would accept a method
// that takes fewer types of keys, which Go refuses.

// #region session.Session
/** The values of one visitor. Go: `session.Session`. */
export interface Session {
  /** Stores `value` under `key`. Go: `Session.Set`. */
  set: (key: unknown, value: unknown) => void
  /** The value under `key`; `null` if there is none. Go: `Session.Get`. */
  get: (key: unknown) => unknown
  /** Removes `key`; a missing key is no error. Go: `Session.Delete`. */
  delete: (key: unknown) => void
  /** The session's id. Go: `Session.SessionID`. */
  sessionID: () => string
}
// #endregion session.Session

// #region session.Provider
/** A store of sessions. Go: `session.Provider`. */
export interface Provider {
  /** Creates the session of `sid`. Go: `Provider.SessionInit`. */
  sessionInit: (sid: string) => Session
  /** The session of `sid`, created if unknown. Go: `Provider.SessionRead`. */
  sessionRead: (sid: string) => Session
  /** Forgets the session of `sid`. Go: `Provider.SessionDestroy`. */
  sessionDestroy: (sid: string) => void
  /**
   * Removes sessions unused for more than `maxlifetime` seconds.
   * Go: `Provider.SessionGC`.
   */
  sessionGC: (maxlifetime: number) => void
}
// #endregion session.Provider

/**
 * A store whose sessions get only ids that the manager made.
 * Go: `session.Regenerator`.
 */
export interface Regenerator extends Provider {
  /** Whether `sid` has a session. Go: `Regenerator.SessionExist`. */
  sessionExist: (sid: string) => boolean
  /**
   * Creates the session of `sid` with the values of the one of `oldsid`, which
   * ends. Go: `Regenerator.SessionRegenerate`.
   */
  sessionRegenerate: (oldsid: string, sid: string) => Session
}

const provides = new Map<string, Provider>()

/**
 * Registers a store under `name`. Go: `session.Register`, which panics.
 * @throws {Error} If `provide` is `null` or `name` is already taken.
 */
export function register(name: string, provide: Provider | null): void {
  if (!provide) {
    throw new Error('session: Register provider is nil')
  }
  if (provides.has(name)) {
    throw new Error(`session: Register called twice for provider ${name}`)
  }
  provides.set(name, provide)
}

/**
 * Refuses a lifetime that is not a safe integer of seconds.
 * @param maxlifetime Seconds.
 * @throws {RangeError} If it is not a safe integer; the message names it.
 */
export function checkLifetime(maxlifetime: number): void {
  if (!Number.isSafeInteger(maxlifetime)) {
    throw new RangeError(
      `maxlifetime: want a safe integer of seconds, got ${maxlifetime}`,
    )
  }
}

/**
 * Makes a manager for the store registered as `provideName`. Go: `NewManager`.
 * @param cookieName The cookie that carries the session's id.
 * @param maxlifetime Whole seconds that an unused session is kept; any safe
 *   integer.
 * @throws {Error} If no such store is registered, as without its import.
 * @throws {RangeError} If `maxlifetime` is not a safe integer.
 */
export function newManager(
  provideName: string,
  cookieName: string,
  maxlifetime: number,
): Manager {
  const provider = provides.get(provideName)
  if (provider === undefined) {
    const name = JSON.stringify(provideName)
    throw new Error(`session: unknown provide ${name} (forgotten import?)`)
  }
  checkLifetime(maxlifetime)
  return new Manager(provider, cookieName, maxlifetime)
}

/** Connects visitors and their sessions by a cookie. Go: `session.Manager`. */
export class Manager {
  /** Use `newManager`, which looks up the store and checks the lifetime. */
  constructor(
    private readonly provider: Provider,
    private readonly cookieName: string,
    private readonly maxlifetime: number,
  ) {}

  /**
   * The visitor's session: the one that the cookie names, created if unknown.
   * Without a cookie it is a new session, and its cookie is added to the
   * response; if the store is a `Regenerator`, also for an unknown id.
   * Go: `Manager.SessionStart`.
   *
   * All visitors whose cookie cannot be decoded share the session of the empty
   * sid, because 6.2 ignores the error of `url.QueryUnescape`.
   * @throws {Error} If it must set a cookie after the headers were sent.
   * @throws {TypeError} If `cookieName` cannot be the name of a cookie.
   */
  sessionStart(w: ServerResponse, r: IncomingMessage): Session {
    const known = cookie.read(this.cookieName, r)
    if (known === undefined || !this.accepts(known)) {
      const sid = cookie.newSessionID()
      const newsess = this.provider.sessionInit(sid)
      cookie.add(w, this.cookieName, sid, cookie.age(this.maxlifetime))
      return newsess
    }
    return this.provider.sessionRead(known)
  }

  /**
   * Gives a session a new id, and adds its cookie to the response. Call it when
   * the visitor logs in: who knew the old id does not know the new one.
   * Go: `Manager.SessionRegenerate`.
   * @returns The session to use from now on; the old one has ended.
   * @throws {Error} If the store is not a `Regenerator`, or the headers were
   *   already sent.
   */
  sessionRegenerate(w: ServerResponse, old: Session): Session {
    if (!isRegenerator(this.provider)) {
      throw new Error('session: this provider cannot regenerate ids')
    }
    const sid = cookie.newSessionID()
    const sess = this.provider.sessionRegenerate(old.sessionID(), sid)
    cookie.add(w, this.cookieName, sid, cookie.age(this.maxlifetime))
    return sess
  }

  /**
   * Removes the visitor's session and cookie; does nothing without a cookie.
   * Go: `Manager.SessionDestroy`.
   * @throws {Error} If there is a cookie and the headers were already sent.
   */
  sessionDestroy(w: ServerResponse, r: IncomingMessage): void {
    const sid = cookie.read(this.cookieName, r)
    if (sid !== undefined) {
      this.provider.sessionDestroy(sid)
      const expires = new Date(time.now().unixMilli())
      cookie.add(w, this.cookieName, '', { maxAge: 0, expires })
    }
  }

  /**
   * Collects at once and again every `maxlifetime` seconds, without end. The
   * waiting timer does not keep the process alive. Each call starts its own
   * series of collections. Go: `Manager.GC`.
   *
   * With a lifetime of zero or less it collects continuously, as in Go, but
   * other tasks of the event loop run between two collections.
   */
  gc(): void {
    this.provider.sessionGC(this.maxlifetime)
    time.afterFunc(this.maxlifetime * time.second, () => this.gc())
  }

  /** Whether the store may be asked for a sid that a visitor sent. */
  private accepts(sid: string): boolean {
    return !isRegenerator(this.provider) || this.provider.sessionExist(sid)
  }
}

function isRegenerator(provider: Provider): provider is Regenerator {
  return 'sessionRegenerate' in provider
}
