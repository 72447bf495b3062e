/**
 * The cookie that carries a session's id, and new ids, for the managers. Go has
 * the same in `cookie.go`.
 */

import type { IncomingMessage, ServerResponse } from 'node:http'
import * as cookie from 'cookie'
import { named, random } from './manager/header.ts'

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
  const [value] = named(name, r.headers.cookie)
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

/** Max-Age as Go's `http.SetCookie` writes it: none for 0, 0 if negative. */
export function age(maxlifetime: number): Age {
  return maxlifetime === 0 ? {} : { maxAge: Math.max(0, maxlifetime) }
}

/** A new session id, of 43 characters. */
export const newSessionID = random

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
