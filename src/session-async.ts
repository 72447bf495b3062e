/**
 * Package session for a store behind a network: the interfaces of `session.ts`,
 * with a promise from every method that the store answers.
 * Go needs no second package, because a goroutine may wait in any method.
 */

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
