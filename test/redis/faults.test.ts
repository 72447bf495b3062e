/** Tests what happens if Redis fails: every call ends, with what and where. */
import { createClient } from 'redis'
import { afterEach, expect, it } from 'vitest'
import { open, type Provider } from '../../src/providers/redis.ts'
import { startProxy } from './proxy.ts'
import { type Server, startRedis } from './server.ts'

/** A session id that no error may have. */
const secret = 'SECRETSECRETSECRET'

const told: string[] = []
const closing: (() => unknown)[] = []
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close()
  expect(told.splice(0).filter((text) => text.includes('SECRET'))).toEqual([])
})

async function start(...flags: string[]): Promise<Server> {
  const server = await startRedis(...flags)
  closing.push(server.end)
  return server
}

async function opened(url: string, timeout?: number): Promise<Provider> {
  const onError = ({ message }: Error) => told.push(message)
  const provider = await open(url, 10, { onError, ...(timeout && { timeout }) })
  closing.push(() => provider.redis.close())
  return provider
}

/** A server with one session, and a client that looks at what is stored. */
async function begin(...flags: string[]) {
  const server = await start(...flags)
  const provider = await opened(server.url)
  const client = createClient({ url: server.url })
  closing.push(() => client.destroy())
  await client.connect()
  const session = await provider.sessionInit(secret)
  return { server, provider, client, session }
}

/** Requires an error with what, where and why, and without the secret id. */
async function refused(
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
async function eventually<T>(call: () => Promise<T>): Promise<T> {
  for (;;) {
    const found = await call().then(
      (value) => ({ value }),
      () => null,
    )
    if (found) return found.value
    await new Promise((done) => setTimeout(done, 20))
  }
}

it('killed in mid-run: nothing acknowledged is lost, and it connects again', async () => {
  const server = await start('--appendonly', 'yes', '--appendfsync', 'always')
  const provider = await opened(server.url)
  const session = await provider.sessionInit(secret)
  let acknowledged = 0
  const failures: Error[] = []
  const write = async () => {
    while (failures.length === 0) {
      const key = `key ${acknowledged}`
      await session.set(key, key).then(
        () => {
          acknowledged += 1
          if (acknowledged === 100) server.kill()
        },
        (error) => failures.push(error),
      )
    }
  }
  await write()
  expect(failures[0]?.message).toMatch(
    /^session: set "key \d+": Redis at 127\.0\.0\.1:\d+: /,
  )
  await refused(session.get('key 0'), 'get "key 0"', server, /ECONN|closed/)
  await server.restart()
  await eventually(() => session.get('key 0'))
  for (let i = 0; i < acknowledged; i++) {
    expect(await session.get(`key ${i}`)).toBe(`key ${i}`)
  }
  expect(acknowledged).toBeGreaterThanOrEqual(100)
})

it('killed with many calls under way: every one of them ends', async () => {
  const server = await start()
  const provider = await opened(server.url)
  const session = await provider.sessionInit(secret)
  server.signal('SIGSTOP')
  const calls = Array.from({ length: 100 }, (_, i) => session.set(`${i}`, i))
  const ended = Promise.allSettled(calls)
  await server.kill()
  const results = await ended
  expect(results.map(({ status }) => status)).toEqual(
    calls.map(() => 'rejected'),
  )
})

it('silent: a call fails after its time limit, and later ones succeed', async () => {
  const server = await start()
  const provider = await opened(server.url, 100)
  const session = await provider.sessionInit(secret)
  server.signal('SIGSTOP')
  const why = /: no answer within 100 ms$/
  await refused(session.set('user', 'Ann'), 'set "user"', server, why)
  await refused(session.get('user'), 'get "user"', server, why)
  await refused(session.delete('user'), 'delete "user"', server, why)
  await refused(provider.sessionFind(secret), 'SessionFind', server, why)
  await refused(provider.sessionRead(secret), 'SessionRead', server, why)
  await refused(provider.sessionDestroy(secret), 'SessionDestroy', server, why)
  await refused(open(server.url, 10, { timeout: 100 }), 'connect', server, why)
  server.signal('SIGCONT')
  expect(await eventually(() => provider.sessionFind(secret))).toBe(null)
})

it('the time limit is two seconds by default', async () => {
  const server = await start()
  const provider = await opened(server.url)
  server.signal('SIGSTOP')
  const why = /: no answer within 2000 ms$/
  await refused(provider.sessionRead(secret), 'SessionRead', server, why)
})

it('without a server: open fails in time and says why', async () => {
  const server = await start()
  await server.kill()
  const why = /no answer within 200 ms: .*ECONNREFUSED/
  await refused(open(server.url, 10, { timeout: 200 }), 'connect', server, why)
})

it('a wrong password: open fails, without the password', async () => {
  const server = await start('--requirepass', 'right')
  const url = server.url.replace('//', '//:wrong@')
  await refused(open(url, 10), 'connect', server, /WRONGPASS/)
  await refused(open(server.url, 10), 'connect', server, /NOAUTH/)
  await expect(open(url, 10)).rejects.not.toThrow(/:wrong@/)
  const provider = await opened(server.url.replace('//', '//:right@'))
  expect((await provider.sessionInit(secret)).sessionID()).toBe(secret)
})

it.each([['redis:'], ['http://:secret@127.0.0.1'], ['']])(
  'open refuses the url %j, without showing it',
  async (url) => {
    const message = 'session: want a url such as redis://127.0.0.1:6379'
    await expect(open(url, 10)).rejects.toThrow(new TypeError(message))
  },
)

it('out of memory: set fails, get and delete work', async () => {
  const { server, provider, client, session } = await begin(
    '--maxmemory-policy',
    'noeviction',
  )
  await session.set('user', 'Ann')
  await client.configSet('maxmemory', '1')
  await refused(session.set('user', 'Bo'), 'set "user"', server, /OOM/)
  await refused(provider.sessionInit(secret), 'SessionInit', server, /OOM/)
  expect(await session.get('user')).toBe('Ann')
  await session.delete('user')
  await client.configSet('maxmemory', '0')
  expect(await session.get('user')).toBe(null)
})

it('a key of another type: calls fail, and the key stays as it was', async () => {
  const { server, provider, client, session } = await begin()
  await client.set(`session:${secret}`, 'a text')
  const type = /WRONGTYPE/
  await refused(session.get('user'), 'get "user"', server, type)
  await refused(provider.sessionRead(secret), 'SessionRead', server, type)
  await refused(provider.sessionInit(secret), 'SessionInit', server, type)
  expect(await provider.sessionFind(secret)).toBe(null)
  expect(await client.get(`session:${secret}`)).toBe('a text')
  expect(await client.pTTL(`session:${secret}`)).toBe(-1)
})

it('a field that is no JSON: get names the key', async () => {
  const { client, session } = await begin()
  await client.hSet(`session:${secret}`, ':cart', '{')
  await expect(session.get('cart')).rejects.toThrow(
    new TypeError('session: the value of "cart" is not JSON'),
  )
})

it('an unknown command: the error has no id, though Redis repeats it', async () => {
  const server = await start('--rename-command', 'DEL', '')
  const provider = await opened(server.url)
  const call = provider.sessionDestroy(secret)
  await refused(call, 'SessionDestroy', server, /unknown command/)
})

it.each([0, 1, 5, 1000])(
  'cut after %d bytes of an answer: the call fails, the next ones succeed',
  async (bytes) => {
    const server = await start()
    const proxy = await startProxy(server.port)
    closing.push(proxy.end)
    const provider = await opened(proxy.url)
    const session = await provider.sessionInit(secret)
    const long = 'x'.repeat(65_536)
    await session.set('long', long)
    proxy.cutAfter(bytes)
    await refused(session.get('long'), 'get "long"', proxy, /closed|ECONN/i)
    expect(await eventually(() => session.get('long'))).toBe(long)
  },
)

it.each([
  ['\r\nFLUSHALL\r\n'],
  ['*3\r\n$3\r\nSET\r\n$1\r\na\r\n$1\r\nb\r\n'],
  ['*'],
  ['__proto__'],
  ['\0'],
  ['s'.repeat(2 ** 20)],
])('hostile ids and keys are only text: %#', async (text) => {
  const { provider, client, session: other } = await begin()
  await other.set('user', 'Bo')
  const session = await provider.sessionInit(text)
  await session.set(text, text)
  await session.set('user', 'Ann')
  expect(await session.get(text)).toBe(text)
  expect(await other.get(text)).toBe(null)
  expect(await client.dbSize()).toBe(2)
  await session.delete(text)
  expect(await session.get(text)).toBe(null)
  await provider.sessionDestroy(text)
  expect(await client.keys('*')).toEqual([`session:${secret}`])
  expect(await other.get('user')).toBe('Bo')
})
