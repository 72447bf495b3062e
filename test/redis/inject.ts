/** Gives requests to a handler without a network, so that only Redis is one. */
import { IncomingMessage, ServerResponse } from 'node:http'
import { Socket } from 'node:net'
import { Writable } from 'node:stream'

/**
 * Gives one request to a handler and waits until its response has ended.
 * @param cookie The Cookie header, or nothing.
 * @returns The Cookie header that a browser would send next.
 * @throws What the handler throws, or its promise is rejected with.
 */
export function inject(
  listener: (r: IncomingMessage, w: ServerResponse) => unknown,
  cookie?: string,
): Promise<string | undefined> {
  const r = new IncomingMessage(new Socket())
  r.method = 'GET'
  r.url = '/'
  if (cookie !== undefined) r.headers.cookie = cookie
  const w = new ServerResponse(r)
  const sink = new Writable({ write: (_chunk, _encoding, done) => done() })
  w.assignSocket(sink as Socket)
  return new Promise((done, failed) => {
    w.once('finish', () => {
      const set = [w.getHeader('Set-Cookie') ?? []].flat().map(String)
      done(set.length > 0 ? set.join().split(';')[0] : cookie)
    })
    Promise.resolve(listener(r, w)).catch(failed)
  })
}
