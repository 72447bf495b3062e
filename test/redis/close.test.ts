/** Tests that a closed store ends, and that no store keeps a process alive. */
import { expect, it } from 'vitest'
import { open } from '../../src/providers/redis.ts'
import { root, runNode } from '../node.ts'
import {
  begin,
  behindProxy,
  closing,
  eventually,
  refused,
  secret,
} from './faulty.ts'

const why = /: the store was closed; open it again$/

it('close: every call after it is refused, and the connection ends', async () => {
  const { proxy, provider } = await behindProxy()
  const session = await provider.sessionInit(secret)
  provider.close()
  provider.close()
  for (const [what, call] of [
    ['set "a"', () => session.set('a', 1)],
    ['get "a"', () => session.get('a')],
    ['delete "a"', () => session.delete('a')],
    ['SessionInit', () => provider.sessionInit('b')],
    ['SessionRead', () => provider.sessionRead(secret)],
    ['SessionFind', () => provider.sessionFind(secret)],
    ['SessionDestroy', () => provider.sessionDestroy(secret)],
    ['SessionRegenerate', () => provider.sessionRegenerate(secret, 'b')],
  ] as const) {
    await refused(call(), what, proxy, why)
  }
  await eventually(async () => expect(proxy.count()).toBe(0))
})

it('close: the calls under way fail at once', async () => {
  const { server, provider, session } = await begin()
  server.signal('SIGSTOP')
  const calls = Array.from({ length: 20 }, (_, i) => session.set(`${i}`, i))
  await new Promise(setImmediate)
  provider.close()
  for (const [i, call] of calls.entries()) {
    await refused(call, `set "${i}"`, server, why)
  }
})

it('close while the store connects: the call fails, no connection stays', async () => {
  const { server, proxy } = await behindProxy()
  const provider = await open(proxy.url, 10, { timeout: 600_000 })
  closing.push(() => provider.close())
  const find = () => provider.sessionFind(secret)
  proxy.cutAfter(0)
  await refused(find(), 'SessionFind', proxy, /closed|ECONN/)
  // The proxy closes it after the answer; the other store has the one left.
  await eventually(async () => expect(proxy.count()).toBe(1))
  server.signal('SIGSTOP')
  const call = refused(find(), 'SessionFind', proxy, why)
  await eventually(async () => expect(proxy.count()).toBe(2))
  provider.close()
  await call
  await eventually(async () => expect(proxy.count()).toBe(1))
  server.signal('SIGCONT')
})

it.each(['closed', 'unused', 'closed during a call'])(
  'a store that is %s keeps no process alive',
  async (how) => {
    const { server } = await begin()
    const args = ['src/cmd/run.mjs', 'test/redis/idle.ts', server.url, how]
    const ended = await runNode(args, { cwd: root })
    expect(ended).toEqual({ code: 0, stdout: '1\n', stderr: '' })
  },
)
