/**
 * Package session for a store behind a network: the interfaces and the manager
 * of `session.ts`, with a promise from every method that the store answers.
 * Go needs no second package, because a goroutine may wait in any method.
 */

import type { IncomingMessage, ServerResponse } from 'node:http'
import * as cookie from './cookie.ts'
import { checkLifetime } from './session.ts'
import * as time from './time.ts'

/** The values of one visitor. Go: `session.Session`. */
export interface Session {
  /** Stores `value` under `key`. Go: `Session.Set`. */
  set: (key: unknown, value: unknown) => Promise<void>
  /** The value under `key`; `null` if there is none. Go: `Session.Get`. */
  get: (key: unknown) => Promise<unknown>
  /** Removes `key`; a missing key is no error. Go: `Session.Delete`. */
  delete: (key: unknown) => Promise<void>
  /** The session's id, which needs no store. Go: `Session.SessionID`. */
  sessionID: () => string
}

/** A store of sessions. Go: `session.Provider`. */
export interface Provider {
  /** Creates the session of `sid`. Go: `Provider.SessionInit`. */
  sessionInit: (sid: string) => Promise<Session>
  /** The session of `sid`, created if unknown. Go: `Provider.SessionRead`. */
  sessionRead: (sid: string) => Promise<Session>
  /** Forgets the session of `sid`. Go: `Provider.SessionDestroy`. */
  sessionDestroy: (sid: string) => Promise<void>
  /**
   * Removes sessions unused for more than `maxlifetime` seconds.
   * Go: `Provider.SessionGC`.
   */
  sessionGC: (maxlifetime: number) => Promise<void>
}

/**
 * A store whose sessions get only ids that the manager made.
 * Go: `session.Regenerator`.
 */
export interface Regenerator extends Provider {
  /**
   * The session of `sid`; `null` if there is none. It takes the place of
   * `SessionExist` and `SessionRead`: between these two, a visitor may log out,
   * and the second would create his session again. Go: `Finder.SessionFind`.
   */
  sessionFind: (sid: string) => Promise<Session | null>
  /**
   * Creates the session of `sid` with the values of the one of `oldsid`, which
   * ends. Go: `Regenerator.SessionRegenerate`.
   */
  sessionRegenerate: (oldsid: string, sid: string) => Promise<Session>
}

/** Connects visitors and their sessions by a cookie. Go: `session.Manager`. */
export class Manager {
  /**
   * A store behind a network has an address, so it is passed and not looked up
   * by a name.
   * @param cookieName The cookie that carries the session's id.
   * @param maxlifetime Whole seconds that the cookie is kept; any safe integer.
   * @throws {RangeError} If `maxlifetime` is not a safe integer.
   */
  constructor(
    private readonly provider: Regenerator,
    private readonly cookieName: string,
    private readonly maxlifetime: number,
  ) {
    checkLifetime(maxlifetime)
  }

  /**
   * The visitor's session. Without a cookie, or with one that the store does
   * not know, it is a new session, and its cookie is added to the response.
   * Go: `Manager.SessionStart`.
   * @throws {Error} If the store fails, or if it must set a cookie after the
   *   headers were sent.
   * @throws {TypeError} If `cookieName` cannot be the name of a cookie.
   */
  async sessionStart(w: ServerResponse, r: IncomingMessage): Promise<Session> {
    const known = cookie.read(this.cookieName, r)
    const sess =
      known === undefined ? null : await this.provider.sessionFind(known)
    if (sess === null) {
      const sid = cookie.newSessionID()
      const newsess = await this.provider.sessionInit(sid)
      cookie.add(w, this.cookieName, sid, cookie.age(this.maxlifetime))
      return newsess
    }
    return sess
  }

  /**
   * Gives a session a new id, and adds its cookie to the response. Call it when
   * the visitor logs in: who knew the old id does not know the new one.
   * Go: `Manager.SessionRegenerate`.
   * @returns The session to use from now on; the old one has ended.
   * @throws {Error} If the store fails, or the headers were already sent.
   */
  async sessionRegenerate(w: ServerResponse, old: Session): Promise<Session> {
    const sid = cookie.newSessionID()
    cookie.add(w, this.cookieName, sid, cookie.age(this.maxlifetime))
    return await this.provider.sessionRegenerate(old.sessionID(), sid)
  }

  /**
   * Removes the visitor's session and cookie; does nothing without a cookie.
   * Go: `Manager.SessionDestroy`.
   * @throws {Error} If the store fails, or if there is a cookie and the headers
   *   were already sent.
   */
  async sessionDestroy(w: ServerResponse, r: IncomingMessage): Promise<void> {
    const sid = cookie.read(this.cookieName, r)
    if (sid !== undefined) {
      await this.provider.sessionDestroy(sid)
      const expires = new Date(time.now().unixMilli())
      cookie.add(w, this.cookieName, '', { maxAge: 0, expires })
    }
  }
}
