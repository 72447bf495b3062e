/** Tests that the store finds Redis again, and loses nothing on the way. */
import { createClient } from 'redis'
import { expect, it } from 'vitest'
import { ErrEnded, open } from '../../src/providers/redis.ts'
import {
  begin,
  behindProxy,
  closing,
  eventually,
  opened,
  refused,
  secret,
  start,
} from './faulty.ts'
import type { Server } from './server.ts'

/** A client that asks a server what the store cannot ask. */
async function asking({ url }: Server) {
  const client = createClient({ url })
  closing.push(() => client.destroy())
  return await client.connect()
}

/** Matches what a master says when its replica is as far as it. */
const same = /offset=(\d+),[\s\S]*master_repl_offset:\1\r/

/** A master and its replica behind one address. */
async function pair() {
  const { server, proxy } = await behindProxy('--repl-diskless-sync-delay', '0')
  const provider = await open(proxy.url, 600, { timeout: 60_000 })
  closing.push(() => provider.close())
  const replica = await start('--replicaof', `127.0.0.1 ${server.port}`)
  const [master, other] = [await asking(server), await asking(replica)]
  while (!(await other.info('replication')).includes('link_status:up'));
  const failOver = async () => {
    await master.sendCommand(['CLIENT', 'PAUSE', '600000', 'WRITE'])
    // Until the replica has all that the master has acknowledged.
    while (!same.test(await master.info('replication')));
    await other.sendCommand(['REPLICAOF', 'NO', 'ONE'])
    proxy.moveTo(replica.port)
    const to = ['127.0.0.1', String(replica.port)]
    await master.sendCommand(['REPLICAOF', ...to])
    await master.sendCommand(['CLIENT', 'UNPAUSE'])
  }
  return { proxy, provider, master, other, failOver }
}

it('failover behind one address: no call fails, and nothing is lost', async () => {
  const { provider, other, failOver } = await pair()
  const session = await provider.sessionInit(secret)
  let [writing, acknowledged] = [true, 0]
  const write = async (name: number) => {
    for (let i = 0; writing; i++) {
      await session.set(`${name}`, i)
      expect(await session.get(`${name}`)).toBe(i)
      acknowledged += 1
    }
  }
  const writers = Array.from({ length: 20 }, (_, name) => write(name))
  await failOver()
  const before = acknowledged
  while (acknowledged < before + 1000) {
    await Promise.race([...writers, new Promise(setImmediate)])
  }
  writing = false
  await Promise.all(writers)
  expect(await other.hLen(`session:${secret}`)).toBe(21)
})

it('failover: the call that finds a replica succeeds, with all values', async () => {
  const { provider, failOver } = await pair()
  const session = await provider.sessionInit(secret)
  for (let i = 0; i < 50; i++) await session.set(`${i}`, i)
  await failOver()
  const found = await Promise.all(
    Array.from({ length: 50 }, (_, i) => session.get(`${i}`)),
  )
  expect(found).toEqual([...found.keys()])
  const moved = await provider.sessionRegenerate(secret, `${secret}2`)
  expect(await moved.get('49')).toBe(49)
})

it('a replica behind the address for longer: calls say so, until it is a master', async () => {
  const { proxy, provider, master } = await pair()
  const session = await provider.sessionInit(secret)
  await master.sendCommand(['REPLICAOF', '127.0.0.1', '1'])
  const why = /: READONLY /
  await refused(session.set('a', 1), 'set "a"', proxy, why)
  await refused(session.get('a'), 'get "a"', proxy, why)
  await refused(provider.sessionFind(secret), 'SessionFind', proxy, why)
  await master.sendCommand(['REPLICAOF', 'NO', 'ONE'])
  await session.set('a', 1)
})

it('after a reconnection, a call that gets no answer says only that', async () => {
  const server = await start()
  const provider = await opened(server.url, 200)
  await server.kill()
  const find = () => provider.sessionFind(secret)
  await refused(find(), 'SessionFind', server, /closed|ECONN/)
  await refused(find(), 'SessionFind', server, /ECONNREFUSED/)
  await server.restart()
  await eventually(find)
  server.signal('SIGSTOP')
  const why = /: no answer within 200 ms$/
  await refused(find(), 'SessionFind', server, why)
  await refused(find(), 'SessionFind', server, why)
  server.signal('SIGCONT')
})

it('a connection whose other end is gone: the next call has a new one', async () => {
  const { proxy, provider } = await behindProxy()
  const session = await provider.sessionInit(secret)
  proxy.silence()
  const why = /: no answer within 2000 ms$/
  await refused(session.set('a', 1), 'set "a"', proxy, why)
  await session.set('a', 2)
  expect(await session.get('a')).toBe(2)
  expect(proxy.count()).toBe(1)
})

it('an answer that is none: the next call has a new connection', async () => {
  const { proxy, provider } = await behindProxy()
  const session = await provider.sessionInit(secret)
  await session.set('a', 1)
  proxy.answer('HTTP/1.1 400 Bad Request\r\n\r\n')
  await refused(session.get('a'), 'get "a"', proxy, /RESP/)
  expect(await session.get('a')).toBe(1)
})

it('an answer that never ends: the call ends, the next has a new connection', async () => {
  const { proxy, provider } = await behindProxy()
  const session = await provider.sessionInit(secret)
  await session.set('a', 1)
  proxy.answer(':1\r\n$1000\r\nabc')
  const why = /: no answer within 2000 ms$/
  await refused(session.get('a'), 'get "a"', proxy, why)
  expect(await session.get('a')).toBe(1)
})

it('an idle connection that Redis closed: the next call has a new one', async () => {
  const { provider, client, session } = await begin()
  await session.set('a', 1)
  await client.sendCommand(['CLIENT', 'KILL', 'TYPE', 'normal'])
  await eventually(async () => {
    expect(await session.get('a')).toBe(1)
  })
  expect(await provider.sessionFind(secret)).not.toBe(null)
})

it('a script that Redis has forgotten is sent again', async () => {
  const { client, session } = await begin()
  await session.set('a', 1)
  await client.scriptFlush()
  await session.set('a', 2)
  expect(await session.get('a')).toBe(2)
})

it('a pause that is shorter than the time limit: every call waits and succeeds', async () => {
  const { provider, client, session } = await begin()
  await session.set('user', 'Ann')
  await client.clientPause(300, 'ALL')
  const found = await provider.sessionFind(secret)
  expect(await found?.get('user')).toBe('Ann')
})

it('a call that failed is not done later, when Redis answers again', async () => {
  const server = await start()
  const provider = await opened(server.url)
  const session = await provider.sessionInit(secret)
  await server.kill()
  await refused(session.set('a', 1), 'set "a"', server, /closed|ECONN/)
  await server.restart()
  await provider.sessionInit(secret)
  expect(await session.get('a')).toBe(null)
})

it('a session that Redis evicted has ended, and does not come back', async () => {
  const { provider, client, session } = await begin(
    '--maxmemory-policy',
    'allkeys-lru',
  )
  await client.configSet('maxmemory', '1')
  await provider.sessionInit('other').catch(() => {})
  await client.configSet('maxmemory', '0')
  expect(await client.exists(`session:${secret}`)).toBe(0)
  await expect(session.set('a', 1)).rejects.toThrow(ErrEnded)
  expect(await provider.sessionFind(secret)).toBe(null)
})

it('while Redis loads its files, calls say so; then they succeed', async () => {
  const { server, provider, client, session } = await begin(
    '--save',
    '3600 1',
    '--enable-debug-command',
    'yes',
    '--key-load-delay',
    '2000',
    '--loading-process-events-interval-bytes',
    '1024',
  )
  for (let i = 0; i < 300; i++) await client.set(`${i}`, 'x'.repeat(100))
  await client.sendCommand(['SAVE'])
  await session.set('a', 1)
  await client.sendCommand(['SAVE'])
  await server.kill()
  const restarted = server.restart()
  const errors: string[] = []
  await eventually(() =>
    provider.sessionFind(secret).catch((error) => {
      errors.push(error.message)
      throw error
    }),
  )
  await restarted
  expect(errors.join('\n')).toContain('LOADING')
  expect(await session.get('a')).toBe(1)
})
