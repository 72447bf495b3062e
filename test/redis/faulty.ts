/** What the tests of faults share: servers that end with a test, and errors. */
import { createClient } from 'redis'
import { afterEach, expect } from 'vitest'
import { open, type Provider } from '../../src/providers/redis.ts'
import { startProxy } from './proxy.ts'
import { type Server, startRedis } from './server.ts'

/** A session id that no error may have. */
export const secret = 'SECRETSECRETSECRET'

const told: string[] = []
export const closing: (() => unknown)[] = []
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close()
  expect(told.splice(0).filter((text) => text.includes('SECRET'))).toEqual([])
})

export async function start(...flags: string[]): Promise<Server> {
  const server = await startRedis(...flags)
  closing.push(server.end)
  return server
}

/**
 * Opens a store. With a short time limit it may need several attempts, because
 * the machine may be busy.
 */
export async function opened(url: string, timeout?: number): Promise<Provider> {
  const onError = ({ message }: Error) => told.push(message)
  const provider = timeout
    ? await eventually(() => open(url, 10, { onError, timeout }))
    : await open(url, 10, { onError })
  closing.push(() => provider.redis.close())
  return provider
}

/** A server behind a proxy, and a store that knows only the proxy. */
export async function behindProxy(...flags: string[]) {
  const server = await start(...flags)
  const proxy = await startProxy(server.port)
  closing.push(proxy.end)
  return { server, proxy, provider: await opened(proxy.url) }
}

/** A server with one session, and a client that looks at what is stored. */
export async function begin(...flags: string[]) {
  const server = await start(...flags)
  const provider = await opened(server.url)
  const client = createClient({ url: server.url })
  closing.push(() => client.destroy())
  client.on('error', () => {})
  await client.connect()
  const session = await provider.sessionInit(secret)
  return { server, provider, client, session }
}

/** Requires an error with what, where and why, and without the secret id. */
export async function refused(
  call: Promise<unknown>,
  what: string,
  { url }: { url: string },
  why: RegExp,
): Promise<void> {
  const error = await call.then(
    () => new Error('want an error'),
    (error: Error) => error,
  )
  const where = `Redis at ${new URL(url).host}: `
  expect(error.message).toContain(`session: ${what}: ${where}`)
  expect(error.message).toMatch(why)
  expect(error.message).not.toContain('SECRET')
  expect(error.cause).toBe(undefined)
}

/** Calls until it succeeds, as after a restart. */
export async function eventually<T>(call: () => Promise<T>): Promise<T> {
  for (;;) {
    const found = await call().then(
      (value) => ({ value }),
      () => null,
    )
    if (found) return found.value
    await new Promise((done) => setTimeout(done, 20))
  }
}
