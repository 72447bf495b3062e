/** Tests that no error, and nothing that is printed, has a password. */
import { once } from 'node:events'
import { type AddressInfo, createServer } from 'node:net'
import { inspect } from 'node:util'
import { expect, it } from 'vitest'
import { open } from '../../src/providers/redis.ts'
import { begin, closing, eventually, opened, refused, start } from './faulty.ts'

/** What a program could print of a value, with all that it hides. */
const printed = (value: unknown): string =>
  [
    inspect(value),
    inspect(value, { depth: null, showHidden: true, getters: true }),
    value instanceof Error ? `${value.stack}${value.cause}` : '',
    JSON.stringify(value),
  ].join('\n')

/** The error of a call that must fail. */
const failed = async (call: Promise<unknown>): Promise<Error> =>
  await call.then(
    () => {
      throw new Error('want an error')
    },
    (error: Error) => error,
  )

const hard = ['/', '#', '?', '%', '@', ':', '%zz', ' ', '\\', 'é', '+', '&']
const passwords = hard.map((sign) => `SECRET${sign}SECRET`)

it.each(passwords)('the password %j opens Redis, encoded', async (password) => {
  const server = await start('--requirepass', password)
  const url = (text: string) =>
    server.url.replace('//', `//:${encodeURIComponent(text)}@`)
  const provider = await opened(url(password))
  await (await provider.sessionInit('a')).set('user', 'Ann')
  const wrong = open(url(`${password}!`), 10)
  await refused(wrong, 'connect', server, /WRONGPASS/)
  expect(printed(await failed(open(url(`${password}!`), 10)))).not.toMatch(
    /SECRET/,
  )
  expect(printed(provider)).not.toMatch(/SECRET/)
  expect(printed(await provider.sessionRead('a'))).not.toMatch(/SECRET/)
  provider.close()
  const error = await failed(provider.sessionRead('a'))
  expect(printed(error)).not.toMatch(/SECRET/)
})

it('a user of an access list opens Redis by name', async () => {
  const { server, client } = await begin()
  const rules = ['on', '>SECRET/SECRET', '~session:*', '+@all']
  await client.aclSetUser('a/b@c', rules)
  await client.aclSetUser('default', 'off')
  const user = encodeURIComponent('a/b@c')
  const url = (password: string) =>
    server.url.replace('//', `//${user}:${encodeURIComponent(password)}@`)
  await opened(url('SECRET/SECRET'))
  await refused(open(url('SECRET'), 10), 'connect', server, /WRONGPASS/)
})

const want =
  'session: want a url such as redis://user:password@127.0.0.1:6379, with its user and password as encodeURIComponent writes them and a port up to 65535'

it.each([
  ...hard.slice(0, 3).map((sign) => `redis://:SECRET${sign}SECRET@127.0.0.1`),
  ...['/', '#', '?'].map((sign) => `redis://127.0.0.1:12${sign}SECRET@a`),
  'redis://:SECRET%zz@127.0.0.1',
  'redis://:SECRET@127.0.0.1:99999',
  'redis://:SECRET@127.0.0.1:0',
  'redis://:SECRET@127.0.0.1:port',
  'redis://:SECRET@127.0.0.1/SECRET',
  'redis://:SECRET@127.0.0.1/0/1',
  'redis://:SECRET@127.0.0.1?db=1',
  'redis://:SECRET@',
  'redis://SECRET@127.0.0.1',
  'rediss://SECRET:@127.0.0.1',
  'http://:SECRET@127.0.0.1',
  'unix:///SECRET',
  'SECRET',
  'redis:',
  '',
])('open refuses the url %j, without showing it', async (url) => {
  for (const urls of [url, [url], ['redis://127.0.0.1:1', url]]) {
    const error = await failed(open(urls, 10))
    expect(error).toEqual(new TypeError(want))
    expect(printed(error)).not.toMatch(/SECRET/)
  }
})

it.each([[[]], [undefined], [null]])('open refuses %j as url', async (url) => {
  const error = await failed(open(url as unknown as string, 10))
  expect(error).toEqual(new TypeError(want))
})

it('a server that does not know AUTH: no error has the password', async () => {
  const server = await start('--rename-command', 'AUTH', '')
  for (const account of [':SECRETSECRET@', 'me:SECRETSECRET@']) {
    const url = server.url.replace('//', `//${account}`)
    await refused(open(url, 10), 'connect', server, /unknown command/)
    expect(printed(await failed(open(url, 10)))).not.toMatch(/SECRET/)
  }
})

it('over rediss, nothing is sent that is not TLS', async () => {
  const sent: Buffer[] = []
  const server = createServer((client) => {
    client.on('error', () => {})
    client.once('data', (data) => {
      sent.push(data)
      client.destroy()
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  closing.push(() => server.close())
  const { port } = server.address() as AddressInfo
  const url = `rediss://SECRET:SECRET@127.0.0.1:${port}`
  await refused(open(url, 10), 'connect', { url }, /closed|ECONN|disconnected/)
  expect(printed(await failed(open(url, 10)))).not.toMatch(/SECRET/)
  expect([...(sent[0]?.subarray(0, 2) ?? [])]).toEqual([22, 3]) // a handshake
  expect(Buffer.concat(sent).toString('latin1')).not.toMatch(/SECRET/)
})

it('no server at any address of a name: the error says why', async () => {
  const server = await start()
  await server.kill()
  const url = `redis://:SECRETSECRET@localhost:${server.port}`
  await refused(open(url, 10), 'connect', { url }, /ECONNREFUSED/)
  expect(printed(await failed(open(url, 10)))).not.toMatch(/SECRET/)
})

it('a password that changes: calls say so, and a right one works again', async () => {
  const server = await start('--requirepass', 'SECRETSECRET')
  const url = server.url.replace('//', '//:SECRETSECRET@')
  const provider = await opened(url)
  await server.kill()
  await server.restart('--requirepass', 'other')
  const read = () => provider.sessionRead('a')
  await eventually(async () => {
    await refused(read(), 'SessionRead', server, /WRONGPASS/)
  })
  await server.kill()
  await server.restart()
  await eventually(read)
  closing.push(() => provider.close())
})
