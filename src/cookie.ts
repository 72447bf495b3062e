/**
 * The cookie that carries a session's id, and new ids, for the managers. Go has
 * the same in `cookie.go`.
 */

import type { IncomingMessage, ServerResponse } from 'node:http'
import * as cookie from 'cookie'

/** How long a cookie lives: in seconds, or until a date. */
export interface Age {
  readonly maxAge?: number
  readonly expires?: Date
}

/**
 * The session id in the cookie of that name, decoded. For 6.2 an empty cookie
 * is a missing one. Go: `Manager.cookie`.
 * @returns `undefined` without a cookie; the empty string if it cannot be
 *   decoded.
 */
export function read(name: string, r: IncomingMessage): string | undefined {
  const header = r.headers.cookie
  const value = header && named(name, header)
  return value ? queryUnescape(value) : undefined
}

/**
 * Adds a cookie to those that the response already sets; encodes `value`.
 * @throws {Error} If the headers were already sent.
 * @throws {TypeError} If `name` cannot be the name of a cookie.
 */
export function add(
  w: ServerResponse,
  name: string,
  value: string,
  age: Age,
): void {
  const attributes = { name, path: '/', httpOnly: true }
  w.appendHeader(
    'Set-Cookie',
    cookie.stringifySetCookie({ ...attributes, ...age, value }),
  )
}

/** Go's `net/http` reads no cookie from a request that has more than these. */
const mostCookies = 3000

/** Matches a valid cookie value; other characters have to be escaped. */
const cookieValue = /^[\x20\x21\x23-\x3a\x3c-\x5b\x5d-\x7e]*$/

/**
 * The value of the first well-formed cookie of that name, as Go's `net/http`
 * reads it: without its quotes, and not decoded. The package `cookie` is less
 * strict and would return other ids than Go.
 */
function named(name: string, header: string): string | undefined {
  const pairs = header.split(';')
  if (pairs.length > mostCookies) return undefined
  for (const pair of pairs) {
    const text = trimSpace(pair)
    const end = `${text}=`.indexOf('=')
    if (trimSpace(text.slice(0, end)) !== name) continue
    const value = text.slice(end + 1).replace(/^"(.*)"$/s, '$1')
    if (cookieValue.test(value)) return value
  }
  return undefined
}

/** Go's `textproto.TrimString`: ASCII white space only. */
const trimSpace = (text: string): string =>
  text.replace(/^[ \t\r\n]+|[ \t\r\n]+$/g, '')

/** Max-Age as Go's `http.SetCookie` writes it: none for 0, 0 if negative. */
export function age(maxlifetime: number): Age {
  return maxlifetime === 0 ? {} : { maxAge: Math.max(0, maxlifetime) }
}

/** A new session id: 32 random bytes in base64url, 43 characters. */
export function newSessionID(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(32))
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')
}

/**
 * Decodes as Go's `url.QueryUnescape` does if its error is ignored: a text that
 * cannot be decoded gives the empty string. Bytes that are not UTF-8 also give
 * the empty string, but Go would keep them.
 */
function queryUnescape(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '))
  } catch {
    return ''
  }
}
