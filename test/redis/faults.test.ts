/** Tests what happens if Redis fails: every call ends, with what and where. */
import { execFileSync } from 'node:child_process'
import { expect, it } from 'vitest'
import { open } from '../../src/providers/redis.ts'
import {
  begin,
  behindProxy,
  eventually,
  opened,
  refused,
  secret,
  start,
} from './faulty.ts'

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
  const session = await eventually(() => provider.sessionInit(secret))
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
  await eventually(() => provider.sessionDestroy(secret))
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
  await refused(
    open(server.url, 10),
    'connect',
    server,
    /: connect ECONNREFUSED/,
  )
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
    const { proxy, provider } = await behindProxy()
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

it('a busy process: an answer that came in time is read, however late', async () => {
  const server = await start()
  const provider = await opened(server.url)
  await provider.sessionInit(secret)
  server.signal('SIGSTOP') // or it would answer before the process is busy
  const begun = performance.now()
  const found = provider.sessionFind(secret)
  // Until it is sent; after the last turn, Node runs its timers first.
  for (let turn = 0; turn < 100; turn++) await new Promise(setImmediate)
  server.signal('SIGCONT')
  execFileSync('redis-cli', ['-p', `${server.port}`, 'ping'])
  while (performance.now() - begun < 2500); // longer than the time limit
  expect(await found).not.toBeNull()
})
