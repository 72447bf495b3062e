/** Starts a real server on the loopback address and makes requests to it. */
import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Manager, Session } from '../src/session.ts'

/** The response to a visit. */
export interface Answer {
  status: number
  body: string
  /** The Set-Cookie headers, in order. */
  cookies: string[]
}

/**
 * Sends one request to a URL.
 * @param cookie The Cookie header, sent as UTF-8; left out if absent.
 */
export async function visit(
  url: string,
  cookie?: string,
  method = 'GET',
): Promise<Answer> {
  const headers = new Headers()
  if (cookie !== undefined) {
    // `fetch` sends each character as one byte.
    headers.set('Cookie', Buffer.from(cookie).toString('latin1'))
  }
  const answer = await fetch(url, { method, headers })
  return {
    status: answer.status,
    body: await answer.text(),
    cookies: answer.headers.getSetCookie(),
  }
}

/**
 * Answers one request with `listener`, on a new server.
 * @throws What `listener` throws.
 */
export async function answer(
  listener: RequestListener,
  cookie?: string,
): Promise<Answer> {
  const errors: unknown[] = []
  const server = createServer((r, w) => {
    try {
      listener(r, w)
    } catch (error) {
      errors.push(error)
    }
    w.end()
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  try {
    const { port } = server.address() as AddressInfo
    const found = await visit(`http://127.0.0.1:${port}/`, cookie)
    if (errors.length > 0) {
      throw errors[0]
    }
    return found
  } finally {
    server.closeAllConnections()
    server.close()
  }
}

/**
 * Starts a session for one visitor of the manager.
 * @returns The session, and the cookies that the manager sets.
 */
export async function startWith(
  manager: Pick<Manager, 'sessionStart'>,
  cookie?: string,
): Promise<{ session: Session; cookies: string[] }> {
  const found: Session[] = []
  const { cookies } = await answer((r, w) => {
    found.push(manager.sessionStart(w, r))
  }, cookie)
  const [session] = found
  if (session === undefined) {
    throw new Error('sessionStart gave no session')
  }
  return { session, cookies }
}
