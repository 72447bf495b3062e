/** Sets up express-session as its own page advises. */
import type { IncomingMessage, ServerResponse } from 'node:http'
import expressSession from 'express-session'

/**
 * The middleware for a store.
 * @param lifetime Seconds that the browser keeps the cookie.
 */
export const withSession = (store: expressSession.Store, lifetime: number) =>
  expressSession({
    store,
    secret: 'not secret in a measurement',
    resave: false,
    saveUninitialized: false,
    cookie: { maxAge: lifetime * 1000 },
  }) as unknown as (
    r: IncomingMessage,
    w: ServerResponse,
    next: (error?: unknown) => void,
  ) => void
