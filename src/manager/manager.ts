/**
 * Package manager: connects visitors and their sessions by a cookie, for real
 * programs: with safe defaults, and with a store in memory or in Redis. The
 * manager in `session.ts` is section 6.2's, which the chapter uses.
 */
import type { IncomingMessage, ServerResponse } from 'node:http'
import * as cookie from './cookie.ts'
import { checked, type Options } from './options.ts'

/** A store of sessions, whose ids only the manager makes. Go: `Store`. */
export interface Store<S extends { sessionID: () => string }> {
  /** For how many seconds an unused session is kept. Go: `MaxLifetime`. */
  readonly maxlifetime: number
  /** Creates the session of `sid`. Go: `Store.SessionInit`. */
  sessionInit: (sid: string) => S | Promise<S>
  /**
   * Touches the session of `sid`; `null` if there is none.
   * Go: `Store.SessionFind`.
   */
  sessionFind: (sid: string) => S | null | Promise<S | null>
  /**
   * Ends the session of `sid`; an unknown one is no error.
   * Go: `Store.SessionDestroy`.
   */
  sessionDestroy: (sid: string) => void | Promise<void>
  /**
   * Creates the session of `sid` with the values of the one of `oldsid`, which
   * ends. Go: `Store.SessionRegenerate`.
   */
  sessionRegenerate: (oldsid: string, sid: string) => S | Promise<S>
  /** Ends what it does by itself, and its connections. Go: `Store.Close`. */
  close: () => void | Promise<void>
}

/**
 * Finds the session of a visitor. Its methods set the cookie in `w`: call them
 * before you write to `w`. A response has at most one cookie of theirs, the last
 * state. Go: `manager.Manager`.
 */
export class Manager<S extends { sessionID: () => string }> {
  private readonly options: Required<Options>
  private readonly store: Store<S>
  /** The last call for each response, which the next one waits for. */
  private readonly calls = new WeakMap<ServerResponse, Promise<unknown>>()

  /** @throws {RangeError} If a value of the options is wrong. */
  constructor(store: Store<S>, options: Options = {}) {
    this.store = store
    this.options = checked(options)
  }

  /**
   * The visitor's session, or a new one if he has none. If the store fails, the
   * visitor's cookie stays as it is: call it again later.
   * Go: `Manager.SessionStart`.
   * @throws {Error} If the store fails, or the headers were already sent and
   *   the visitor has no session.
   */
  sessionStart(w: ServerResponse, r: IncomingMessage): Promise<S> {
    return this.inTurn(w, async () => {
      const found = await this.find(w, r)
      if (found === null) return await this.create(w, r)
      if (this.options.rolling && !w.headersSent) {
        this.setCookie(w, r, found.sessionID())
      }
      return found
    })
  }

  /**
   * Moves the visitor's values to a session with a new id; the old one ends.
   * Call it when the visitor logs in and when his rights change: who knew the
   * old id does not know the new one. If the store fails halfway, the visitor
   * has to log in again. Go: `Manager.SessionRegenerate`.
   * @throws {Error} If the store fails, or the headers were already sent.
   */
  sessionRegenerate(w: ServerResponse, r: IncomingMessage): Promise<S> {
    return this.inTurn(w, async () => {
      const old = await this.find(w, r)
      return await this.create(w, r, old?.sessionID())
    })
  }

  /**
   * Ends the visitor's session and deletes his cookie; does nothing if he has
   * none. Go: `Manager.SessionDestroy`.
   * @throws {Error} If the store fails, or there is a cookie and the headers
   *   were already sent.
   */
  sessionDestroy(w: ServerResponse, r: IncomingMessage): Promise<void> {
    return this.inTurn(w, async () => {
      const { name } = this.options
      const last = cookie.given(w, name)
      const sids = new Set([...cookie.sent(r, name), ...(last ? [last] : [])])
      for (const sid of sids) await this.store.sessionDestroy(sid)
      if (sids.size > 0) this.setCookie(w, r, '')
    })
  }

  /** Closes the store. A process ends without it too. Go: `Manager.Close`. */
  async close(): Promise<void> {
    await this.store.close()
  }

  /** Creates a session with a new id, with the values of another's or none. */
  private async create(
    w: ServerResponse,
    r: IncomingMessage,
    oldsid?: string,
  ): Promise<S> {
    if (w.headersSent) {
      throw new Error(
        'session: the headers were already sent; start the session before',
      )
    }
    const sid = cookie.newID()
    const sess = await (oldsid === undefined
      ? this.store.sessionInit(sid)
      : this.store.sessionRegenerate(oldsid, sid))
    this.setCookie(w, r, sid)
    return sess
  }

  /**
   * The visitor's session: the one that the response gives him so far, or the
   * first of his cookies' that exists.
   */
  private async find(w: ServerResponse, r: IncomingMessage): Promise<S | null> {
    const { name } = this.options
    const last = cookie.given(w, name)
    for (const sid of last === undefined ? cookie.sent(r, name) : [last]) {
      if (sid === '') continue // the response deletes the cookie
      if (this.seconds(sid) <= 0) {
        await this.store.sessionDestroy(sid)
        continue
      }
      const sess = await this.store.sessionFind(sid)
      if (sess !== null) return sess
    }
    return null
  }

  /** How long the browser may keep the cookie of an id. */
  private seconds(sid: string): number {
    const { absoluteLifetime } = this.options
    const { maxlifetime } = this.store
    if (absoluteLifetime === 0) return maxlifetime
    return Math.min(maxlifetime, cookie.left(sid, absoluteLifetime))
  }

  /** Sets the cookie with an id, or deletes it if the id is empty. */
  private setCookie(w: ServerResponse, r: IncomingMessage, sid: string): void {
    // A slow store may answer when the session's time is over.
    const maxAge = sid === '' ? 0 : Math.max(0, this.seconds(sid))
    cookie.give(w, r, this.options, sid, maxAge)
  }

  /** Calls for one response run one after the other, so that they agree. */
  private inTurn<T>(w: ServerResponse, call: () => Promise<T>): Promise<T> {
    const before = this.calls.get(w) ?? Promise.resolve()
    const mine = before.then(call, call)
    this.calls.set(w, mine)
    return mine
  }
}
