/**
 * Lies to what measures the Redis store, without a server: an application that
 * loses updates or raises sessions is counted, and a test that fails is none
 * that passed.
 */
import * as vitest from 'vitest'
import { describe, expect, it } from 'vitest'
import { openCopy } from '../src/evidence/edits.ts'
import type * as contracts from './provider-contract.ts'
import type { App } from './redis/apps.ts'
import { countLost, countRisen, together } from './redis/races.ts'

/**
 * An application that keeps sessions in this process.
 * @param whole Whether a request writes its whole session back at its end.
 */
function appOf(whole: boolean): App {
  const kept = new Map<string, Map<string, unknown>>()
  let made = 0
  return {
    name: 'fake',
    async request(cookie = `${++made}`, work) {
      const stored = kept.get(cookie) ?? new Map()
      if (!kept.has(cookie)) kept.set(cookie, stored)
      const session = whole ? new Map(stored) : stored
      let ended = false
      await work({
        get: async (key) => session.get(key),
        set: async (key, value) => void session.set(key, value),
        logOut: async () => {
          ended = kept.delete(cookie)
        },
      })
      if (whole && !ended) kept.set(cookie, session)
      return cookie
    },
    stores: async (cookie = '') => kept.has(cookie),
    end() {},
  }
}

describe('races.ts', () => {
  it.each([
    ['whole sessions', true, together - 1],
    ['single values', false, 0],
  ])('counts the updates that a store of %s loses', async (_, whole, lost) => {
    expect(await countLost(appOf(whole), 3)).toEqual([lost, lost, lost])
  })

  it.each([
    ['whole sessions', true],
    ['single values', false],
  ])('counts the sessions that a store of %s raises', async (_, whole) => {
    const risen = await countRisen(appOf(whole), 16)
    if (whole) expect(risen).toBeGreaterThan(0)
    else expect(risen).toBe(0)
  })

  it('refuses an application that stores nothing', async () => {
    const app = { ...appOf(true), stores: async () => false }
    await expect(countRisen(app, 1)).rejects.toThrow('want a stored session')
  })
})

it('provider-contract.ts: a test that fails is none that passed', async () => {
  const tests: (() => Promise<void>)[] = []
  const { load } = openCopy([], {
    '../test/virtual-time.ts': { useVirtualTime() {}, wait() {} },
    vitest: {
      ...vitest,
      it: (_: string, run: () => Promise<void>) => tests.push(run),
      describe: (_: string, define: () => void) => define(),
    },
  })
  const { contract, describeProvider } = (await load(
    '../test/provider-contract.ts',
  )) as typeof contracts
  const broken = () => {
    throw new Error('broken')
  }
  const passed = describeProvider('broken', broken)
  const ends = await Promise.allSettled(tests.map((test) => test()))
  expect(ends.every(({ status }) => status === 'rejected')).toBe(true)
  expect(ends).toHaveLength(contract.size)
  expect(passed).toEqual([])
})
