/**
 * Package session, after what section 6.2 describes: the interfaces that a
 * store implements, the register of stores, and the manager over one of them.
 */

import type { IncomingMessage, ServerResponse } from 'node:http'
import * as cookie from 'cookie'
import * as time from './time.ts'

// The interfaces name functions, not methods: of a method the compiler would
// accept one that takes fewer kinds of keys, which Go refuses.

/** The values of one visitor. Go: `session.Session`. */
export interface Session {
  /** Stores `value` under `key`. Go: `Session.Set`. */
  set: (key: unknown, value: unknown) => void
  /** The value under `key`, `null` if there is none. Go: `Session.Get`. */
  get: (key: unknown) => unknown
  /** Removes `key`; a missing one is no error. Go: `Session.Delete`. */
  delete: (key: unknown) => void
  /** The session's id. Go: `Session.SessionID`. */
  sessionID: () => string
}

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

const provides = new Map<string, Provider>()

/**
 * Makes a store known under `name`. Go: `session.Register`, which panics.
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
 * Refuses a lifetime that Go's int64 would have kept out or wrapped.
 * @param maxlifetime Seconds.
 * @throws {RangeError} If it is not a safe integer; names the value.
 */
export function checkLifetime(maxlifetime: number): void {
  if (!Number.isSafeInteger(maxlifetime)) {
    throw new RangeError(
      `maxlifetime: want a safe integer of seconds, got ${maxlifetime}`,
    )
  }
}

/**
 * A manager over the store registered as `provideName`. Go: `NewManager`.
 * @param cookieName The cookie that carries the session's id.
 * @param maxlifetime Whole seconds that an unused session is kept; any safe
 *   integer.
 * @throws {Error} If no such store is registered: its import is missing.
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

/** Ties visitors to their sessions by a cookie. Go: `session.Manager`. */
export class Manager {
  /** Use `newManager`, which looks up the store and checks the lifetime. */
  constructor(
    private readonly provider: Provider,
    private readonly cookieName: string,
    private readonly maxlifetime: number,
  ) {}

  /**
   * The visitor's session: the one that the cookie names, known or not, or a
   * new one, whose cookie is added to the answer. Go: `Manager.SessionStart`.
   *
   * A cookie that cannot be decoded names the session of the empty sid, which
   * all such visitors share: 6.2 ignores the error of `url.QueryUnescape`.
   * @throws {Error} If a cookie is due and the answer's head is already sent.
   * @throws {TypeError} If `cookieName` cannot be the name of a cookie.
   */
  sessionStart(w: ServerResponse, r: IncomingMessage): Session {
    const value = this.readCookie(r)
    if (!value) {
      const sid = newSessionID()
      const newsess = this.provider.sessionInit(sid)
      this.addCookie(w, sid, cookieAge(this.maxlifetime))
      return newsess
    }
    return this.provider.sessionRead(queryUnescape(value))
  }

  /**
   * Forgets the visitor's session and its cookie; does nothing without one.
   * Go: `Manager.SessionDestroy`.
   * @throws {Error} If there is one and the answer's head is already sent.
   */
  sessionDestroy(w: ServerResponse, r: IncomingMessage): void {
    const value = this.readCookie(r)
    if (value) {
      this.provider.sessionDestroy(queryUnescape(value))
      const expires = new Date(time.now().unixMilli())
      this.addCookie(w, '', { maxAge: 0, expires })
    }
  }

  /**
   * Collects now and again after each `maxlifetime` seconds, for good; the
   * waiting does not keep the process alive. Each call starts a series of its
   * own. Go: `Manager.GC`.
   *
   * A lifetime of zero or less collects over and over, as in Go, but on turns
   * of the event loop that leave room for everything else.
   */
  gc(): void {
    this.provider.sessionGC(this.maxlifetime)
    time.afterFunc(this.maxlifetime * time.second, () => this.gc())
  }

  /** The cookie as it was sent; absent and empty are the same to 6.2. */
  private readCookie(r: IncomingMessage): string | undefined {
    return cookieNamed(this.cookieName, r.headers.cookie ?? '')
  }

  /** Adds to the cookies that the answer sets already; `value` is encoded. */
  private addCookie(
    w: ServerResponse,
    value: string,
    age: { maxAge?: number; expires?: Date },
  ): void {
    const attributes = { name: this.cookieName, path: '/', httpOnly: true }
    w.appendHeader(
      'Set-Cookie',
      cookie.stringifySetCookie({ ...attributes, ...age, value }),
    )
  }
}

/** Go's `net/http` reads no cookie at all of a request that has more. */
const mostCookies = 3000

/** What may stand in a cookie's value; a browser sends anything else escaped. */
const cookieValue = /^[\x20\x21\x23-\x3a\x3c-\x5b\x5d-\x7e]*$/

/**
 * The value of the first well-formed cookie of that name, as Go's `net/http`
 * reads it: without the quotes around it, and not decoded. `cookie` is not so
 * strict and would give other ids than Go.
 */
function cookieNamed(name: string, header: string): string | undefined {
  const pairs = header.split(';')
  if (pairs.length > mostCookies) return undefined
  for (const pair of pairs) {
    const [key = '', ...rest] = trimSpace(pair).split('=')
    if (trimSpace(key) !== name) continue
    const value = rest.join('=').replace(/^"(.*)"$/s, '$1')
    if (cookieValue.test(value)) return value
  }
  return undefined
}

/** Go's `textproto.TrimString`: ASCII white space only. */
const trimSpace = (text: string): string =>
  text.replace(/^[ \t\r\n]+|[ \t\r\n]+$/g, '')

/** Go's `http.SetCookie`: no Max-Age for 0, and 0 for what is below. */
function cookieAge(maxlifetime: number): { maxAge?: number } {
  return maxlifetime === 0 ? {} : { maxAge: Math.max(0, maxlifetime) }
}

/** 32 random bytes in base64url, 43 characters. */
function newSessionID(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(32))
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')
}

/**
 * Go's `url.QueryUnescape` with its error ignored: what cannot be decoded is
 * the empty string. So are bytes that are not UTF-8, which Go would keep.
 */
function queryUnescape(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '))
  } catch {
    return ''
  }
}
