/** The manager's cookie, and the ids in it. */
import type { IncomingMessage, ServerResponse } from 'node:http'
import * as time from '../time.ts'
import { named, random } from './header.ts'
import type { Options } from './options.ts'

// A visitor chooses what his cookies say. The store is asked for so many ids of
// a request, of so many characters each, and no more.
const mostIDs = 10
const longestID = 100

/**
 * An id that nobody can guess: 32 random bytes in base64url, a dot, and the time
 * in seconds, in base 36. Nobody can change the time in it, because the store
 * does not know the changed id.
 */
export function newID(): string {
  return `${random()}.${time.now().unix().toString(36)}`
}

/**
 * For how many seconds a session may still last, by the absolute lifetime. An id
 * without a time may not last.
 */
export function left(sid: string, absolute: number): number {
  const digits = /^[^.]*\.([0-9a-z]{1,10})$/i.exec(sid)?.[1]
  if (!digits) return 0
  const made = Number.parseInt(digits, 36)
  return Math.min(absolute, made + absolute - time.now().unix())
}

/**
 * The ids in the request's cookies of that name. There are several if cookies
 * were set for several paths or domains.
 */
export function sent(r: IncomingMessage, name: string): string[] {
  return [...named(name, r.headers.cookie)]
    .filter((sid) => sid !== '' && sid.length <= longestID)
    .slice(0, mostIDs)
}

/** The cookies that the response sets so far. */
const lines = (w: ServerResponse): string[] =>
  [w.getHeader('Set-Cookie') ?? []].flat().map(String)

/**
 * The id that the response sets in the cookie of that name so far; the empty
 * string if it deletes the cookie, `undefined` if it does neither. So the calls
 * in one request agree.
 */
export function given(w: ServerResponse, name: string): string | undefined {
  const line = lines(w).find((each) => each.startsWith(`${name}=`))
  return line?.slice(name.length + 1).split(';')[0]
}

/**
 * Sets the cookie, in the place of an earlier one of its name.
 * @param sid The id, or the empty string to delete the cookie.
 * @param maxAge For how many seconds the browser keeps it.
 */
export function give(
  w: ServerResponse,
  r: IncomingMessage,
  options: Required<Options>,
  sid: string,
  maxAge: number,
): void {
  const { name, path, domain, httpOnly, sameSite } = options
  const line = [
    `${name}=${sid}`,
    `Path=${path}`,
    domain && `Domain=${domain.replace(/^\./, '')}`,
    `Max-Age=${maxAge}`,
    httpOnly && 'HttpOnly',
    isSecure(r, options) && 'Secure',
    `SameSite=${{ lax: 'Lax', strict: 'Strict', none: 'None' }[sameSite]}`,
  ].filter(Boolean)
  const others = lines(w).filter((each) => !each.startsWith(`${name}=`))
  w.setHeader('Set-Cookie', [...others, line.join('; ')])
}

/** Whether the cookie is for TLS only. Express knows which proxy to trust. */
function isSecure(r: IncomingMessage, { secure }: Required<Options>): boolean {
  if (secure !== 'auto') return secure
  return 'encrypted' in r.socket || ('secure' in r && r.secure === true)
}
