/**
 * The application that is measured, on the manager of this project and on
 * express-session: a login, two counters, a logout.
 */
import type {
  IncomingMessage,
  RequestListener,
  ServerResponse,
} from 'node:http'
import type expressSession from 'express-session'
import { Manager, type Store } from '../../manager/manager.ts'
import type * as session from '../../session.ts'
import type * as sessionAsync from '../../session-async.ts'
import { withSession } from './with-session.ts'

/** What the application asks of a visitor's session. */
interface Visitor {
  /** Finds the session, before `get` and `set`. */
  start(): Promise<void>
  /** Gives it a new id; it need not be found before. */
  regenerate(): Promise<void>
  destroy(): Promise<void>
  get(key: string): unknown
  set(key: string, value: number): unknown
}

/** The text of the answer; `null` if the visitor is not logged in. */
async function answer(line: string, visitor: Visitor): Promise<string | null> {
  if (line === 'POST /login') {
    await visitor.regenerate()
    await Promise.all([visitor.set('a', 0), visitor.set('b', 0)])
    return 'hello'
  }
  if (line === 'POST /logout') {
    await visitor.destroy()
    return 'goodbye'
  }
  await visitor.start()
  if (line === 'GET /') {
    const counts = await Promise.all([visitor.get('a'), visitor.get('b')])
    return counts.every((count) => count === null) ? null : counts.join(' ')
  }
  const key = line.slice('POST /count/'.length)
  const count = await visitor.get(key)
  if (count === null) return null
  await visitor.set(key, Number(count) + 1)
  return String(Number(count) + 1)
}

/** Answers, or says that the visitor has to log in. */
async function respond(
  r: IncomingMessage,
  w: ServerResponse,
  visitor: Visitor,
): Promise<void> {
  let text: string | null = null
  try {
    text = await answer(`${r.method} ${r.url}`, visitor)
    w.statusCode = text === null ? 401 : 200
  } catch (error) {
    // Another request of the visitor may have ended his session meanwhile.
    w.statusCode = (error as Error).name === 'ErrEnded' ? 401 : 500
    if (w.statusCode === 500) console.error(error)
  }
  const body = text ?? 'please log in'
  // Without it, express-session sends the body before it saves the session.
  w.setHeader('Content-Length', body.length)
  w.end(body)
}

type Session = session.Session | sessionAsync.Session

/** The application with a store of this project. */
export function ours(
  store: Store<session.Session> | Store<sessionAsync.Session>,
): RequestListener {
  const sessions = new Manager<Session>(store)
  return (r, w) => {
    let found: Session
    return respond(r, w, {
      start: async () => {
        found = await sessions.sessionStart(w, r)
      },
      regenerate: async () => {
        found = await sessions.sessionRegenerate(w, r)
      },
      destroy: () => sessions.sessionDestroy(w, r),
      get: (key) => found.get(key),
      set: (key, value) => found.set(key, value),
    })
  }
}

/** The application with express-session, set up as its own page advises. */
export function theirs(
  store: expressSession.Store,
  lifetime: number,
): RequestListener {
  const middleware = withSession(store, lifetime)
  return (r, w) =>
    middleware(r, w, (error) => {
      const request = r as unknown as {
        session: expressSession.Session & Record<string, unknown>
      }
      const done = (call: 'regenerate' | 'destroy') =>
        new Promise<void>((resolve, reject) =>
          request.session[call]((failed) =>
            failed ? reject(failed) : resolve(),
          ),
        )
      respond(r, w, {
        start: async () => {
          if (error) throw error
        },
        regenerate: () => done('regenerate'),
        destroy: () => done('destroy'),
        get: (key) => request.session[key] ?? null,
        set: (key, value) => {
          request.session[key] = value
        },
      })
    })
}
