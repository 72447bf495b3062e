/** Puts the stores of this project under a small load, with a kill. */
import { expect, it } from 'vitest'
import { measure, stores } from '../../src/bench/load/stores.ts'
import { goVersion } from './go.ts'

const go = await goVersion()

it.each(stores.filter((store) => store.own && (go || store.on === 'Node')))(
  'load: $name on $on loses no update, and no session rises',
  async (store) => {
    const met = await measure(store, { visitors: 10, logins: 80 })
    expect(met).toMatchObject({ errors: 0, lost: 0, risen: 0 })
    // Each login is followed by 20 requests, unless the kill ends the session.
    expect(met.requests).toBeGreaterThan(80 * 15)
    // That sessions in memory have ended shows that the server was killed.
    expect(met.ended > 0).toBe(store.in === 'memory')
  },
)
