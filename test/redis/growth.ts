/** Measures one `get` among few and among many sessions. */
import { createClient } from 'redis'
import { open, type Provider } from '../../src/providers/redis.ts'
import type { Server } from './server.ts'
import { median } from './speed.ts'

const fill = `for i = ARGV[1], ARGV[2] do
  local key = 'session:' .. i
  redis.call('HSET', key, 'session', '1', ':user', '"Ann"')
  redis.call('PEXPIRE', key, 3600000)
end`

/** Puts sessions with the ids 1 to `count` into a server. */
export async function fillWith(server: Server, count: number): Promise<void> {
  const client = createClient({ url: server.url })
  await client.connect()
  const step = 10_000
  for (let first = 1; first <= count; first += step) {
    const last = Math.min(count, first + step - 1)
    await client.eval(fill, { arguments: [String(first), String(last)] })
  }
  client.destroy()
}

/**
 * Measures `get` on both servers in turn, in paired rounds.
 * @returns Microseconds of one `get` on each, and the ratio of the second to
 *   the first; medians of the rounds.
 */
export async function compareGets(
  sizes: readonly { server: Server; count: number }[],
  rounds: number,
  gets: number,
): Promise<{ microseconds: number[]; ratio: number }> {
  const stores = await Promise.all(
    sizes.map(async ({ server, count }) => ({
      provider: await open(server.url, 3600),
      count,
      times: [] as number[],
    })),
  )
  for (let round = 0; round <= rounds; round++) {
    for (const { provider, count, times } of stores) {
      const time = await timeOf(provider, count, gets)
      // The first round warms up.
      if (round > 0) times.push(time)
    }
  }
  for (const { provider } of stores) provider.redis.close()
  const [few, many] = stores.map(({ times }) => times)
  return {
    microseconds: stores.map(({ times }) => median(times)),
    ratio: median((many ?? []).map((each, i) => each / (few?.[i] ?? 0))),
  }
}

/** Microseconds of one `get` of a session, one after the other. */
async function timeOf(
  provider: Provider,
  count: number,
  gets: number,
): Promise<number> {
  const ids = Array.from({ length: gets }, () =>
    String(1 + Math.floor(Math.random() * count)),
  )
  const sessions = await Promise.all(
    ids.map((sid) => provider.sessionFind(sid)),
  )
  const begun = performance.now()
  for (const session of sessions) {
    if ((await session?.get('user')) !== 'Ann') throw new Error('want Ann')
  }
  return ((performance.now() - begun) / gets) * 1000
}
