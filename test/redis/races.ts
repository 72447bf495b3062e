/** The two races that a store of whole sessions loses. */
import { setTimeout as sleep } from 'node:timers/promises'
import type { App } from './apps.ts'

/** Requests at the same time, each of which sets a key of its own. */
export const together = 20

/**
 * Lets requests of one visitor set different keys at the same time. All of them
 * have read the session before the first one sets a key.
 * @returns The number of lost updates in each round, of `together`.
 */
export async function countLost(app: App, rounds: number): Promise<number[]> {
  const keys = Array.from({ length: together }, (_, i) => `key ${i}`)
  const lost: number[] = []
  for (let round = 0; round < rounds; round++) {
    const cookie = await logIn(app)
    const allHaveRead = meeting(together)
    await Promise.all(
      keys.map((key) =>
        app.request(cookie, async ({ get, set }) => {
          await get('user')
          await allHaveRead()
          await set(key, round)
        }),
      ),
    )
    let missing = 0
    await app.request(cookie, async ({ get }) => {
      for (const key of keys) {
        if ((await get(key)) !== round) missing += 1
      }
    })
    lost.push(missing)
  }
  return lost
}

/** A function whose promises are all resolved by its call of that number. */
function meeting(calls: number): () => Promise<void> {
  let arrived = 0
  let open = () => {}
  const opened = new Promise<void>((resolve) => {
    open = resolve
  })
  return () => {
    if (++arrived === calls) open()
    return opened
  }
}

/**
 * Lets each visitor log out while a slow request of his is on its way.
 * @returns The number of sessions of which Redis has something afterwards.
 * @throws {Error} If Redis does not have a session before the logout.
 */
export async function countRisen(app: App, rounds: number): Promise<number> {
  let risen = 0
  for (let round = 0; round < rounds; round++) {
    const cookie = await logIn(app)
    if (!(await app.stores(cookie))) throw new Error('want a stored session')
    await Promise.all([
      app.request(cookie, async ({ get, set }) => {
        await get('user')
        await sleep(round % 4)
        await set('seen', round)
      }),
      app.request(cookie, async ({ logOut }) => {
        await sleep((round >> 2) % 4)
        await logOut()
      }),
    ])
    if (await app.stores(cookie)) risen += 1
  }
  return risen
}

/** A new visitor's cookie; his session has a user. */
export const logIn = (app: App): Promise<string | undefined> =>
  app.request(undefined, ({ set }) => set('user', 'Ann'))
