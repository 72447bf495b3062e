/** Measures the two applications in turn, so that both meet the same machine. */
import type { App } from './apps.ts'
import { logIn } from './races.ts'

/** What requests of one application took. */
export interface Speed {
  /** Requests a second; the median of the rounds. */
  readonly throughput: number
  /** Microseconds that 99 of 100 requests took at most; the median. */
  readonly p99: number
}

const visitors = 256

/**
 * Measures requests that count visits, in paired rounds.
 * @param concurrent Requests at the same time.
 * @returns One result for each application, and the median of the rounds'
 *   ratios of throughput, the first to the second.
 */
export async function measure(
  apps: readonly [App, App],
  concurrent: number,
  rounds: number,
  milliseconds: number,
): Promise<{ speeds: Speed[]; ratio: number }> {
  const prepared = await Promise.all(
    apps.map(async (app) => ({
      app,
      cookies: await Promise.all(
        Array.from({ length: visitors }, () => logIn(app)),
      ),
      throughputs: [] as number[],
      p99s: [] as number[],
    })),
  )
  for (let round = 0; round <= rounds; round++) {
    for (const { app, cookies, throughputs, p99s } of prepared) {
      const took = await run(app, cookies, concurrent, milliseconds)
      // The first round warms up.
      if (round === 0) continue
      throughputs.push((took.length / milliseconds) * 1000)
      p99s.push(took.sort((a, b) => a - b)[Math.floor(took.length * 0.99)] ?? 0)
    }
  }
  const [first, second] = prepared.map(({ throughputs }) => throughputs)
  return {
    speeds: prepared.map(({ throughputs, p99s }) => ({
      throughput: median(throughputs),
      p99: median(p99s) * 1000,
    })),
    ratio: median((first ?? []).map((each, i) => each / (second?.[i] ?? 0))),
  }
}

/** The milliseconds of each request of one round. */
async function run(
  app: App,
  cookies: readonly (string | undefined)[],
  concurrent: number,
  milliseconds: number,
): Promise<number[]> {
  const took: number[] = []
  const end = performance.now() + milliseconds
  let next = 0
  const one = async () => {
    while (performance.now() < end) {
      const cookie = cookies[next++ % cookies.length]
      const begun = performance.now()
      await app.request(cookie, async ({ get, set }) => {
        await set('visits', Number((await get('visits')) ?? 0) + 1)
      })
      took.push(performance.now() - begun)
    }
  }
  await Promise.all(Array.from({ length: concurrent }, one))
  return took
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
}
