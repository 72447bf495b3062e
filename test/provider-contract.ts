/**
 * The contract that the manager expects of every store, as one test suite. It
 * tests only what sections 6.2 and 6.3 say about the interfaces. What they
 * leave open, such as how long a store keeps an expired session, is not tested.
 * The suite waits for every answer, so it fits both kinds of stores: those that
 * answer at once, and those that return promises.
 */
import { describe, expect, it } from 'vitest'
import { useVirtualTime, wait } from './virtual-time.ts'

/** A session of either kind. */
interface Session {
  set: (key: unknown, value: unknown) => void | Promise<void>
  get: (key: unknown) => unknown
  delete: (key: unknown) => void | Promise<void>
  sessionID: () => string
}

/** A store of either kind. */
export interface Provider {
  sessionInit: (sid: string) => Session | Promise<Session>
  sessionRead: (sid: string) => Session | Promise<Session>
  sessionDestroy: (sid: string) => void | Promise<void>
  sessionGC: (maxlifetime: number) => void | Promise<void>
}

/** What a store behind a network cannot do as one in memory does. */
export interface Differences {
  /** Whether it returns a copy of what was stored. */
  readonly copies?: boolean
  /** Values and keys that it stores; any, if left out. */
  readonly values?: readonly [string, unknown][]
  readonly keys?: readonly unknown[]
  /** Advances its clock, which is real; virtual time is used if left out. */
  readonly wait?: (seconds: number) => Promise<void>
}

/** Values that a session must return unchanged. */
const anyValues: readonly [string, unknown][] = [
  ['text', 'Ann'],
  ['the empty text', ''],
  ['zero', 0],
  ['false', false],
  ['nil', null],
  ['an object', { visits: 1 }],
  ['a function', () => 1],
]

/** Keys that are all different. */
const anyKeys: readonly unknown[] = [
  'a',
  'A',
  '',
  '1',
  1,
  true,
  '__proto__',
  Symbol('a'),
]

/** The lifetime of the suite's sessions, in seconds. */
const lifetime = 10

/**
 * Defines the suite for a store.
 * @param make Returns an empty store, whose sessions live for that many seconds
 *   if the store itself decides.
 */
export function describeProvider(
  name: string,
  make: (lifetime: number) => Provider,
  differences: Differences = {},
): void {
  const claim = `other-storage: ${name}:`
  const { wait: waitReal } = differences
  const values = differences.values ?? anyValues
  const keys = differences.keys ?? anyKeys
  const pass = waitReal ?? wait

  describe(`the contract for ${name}`, () => {
    if (!waitReal) useVirtualTime()

    it(`${claim} sessionInit returns a session of that sid without values`, async () => {
      const session = await make(lifetime).sessionInit('a')
      expect(session.sessionID()).toBe('a')
      expect(await session.get('user')).toBe(null)
    })

    it(`${claim} sessionRead finds the values that were set`, async () => {
      const provider = make(lifetime)
      await (await provider.sessionInit('a')).set('user', 'Ann')
      expect(await (await provider.sessionRead('a')).get('user')).toBe('Ann')
      expect((await provider.sessionRead('a')).sessionID()).toBe('a')
    })

    it.each(['b', '', '__proto__'])(
      `${claim} sessionRead creates %j`,
      async (sid) => {
        const provider = make(lifetime)
        await (await provider.sessionInit('a')).set('user', 'Ann')
        const session = await provider.sessionRead(sid)
        expect(session.sessionID()).toBe(sid)
        expect(await session.get('user')).toBe(null)
        await session.set('user', 'Bo')
        expect(await (await provider.sessionRead(sid)).get('user')).toBe('Bo')
      },
    )

    it.each(values)(`${claim} set stores %s`, async (_, value) => {
      const session = await make(lifetime).sessionInit('a')
      await session.set('key', value)
      const found = await session.get('key')
      if (differences.copies) expect(found).toStrictEqual(value)
      else expect(found).toBe(value)
    })

    it(`${claim} set keeps the last value of each key`, async () => {
      const session = await make(lifetime).sessionInit('a')
      for (const key of keys) {
        await session.set(key, 'first')
        await session.set(key, key)
      }
      expect(await Promise.all(keys.map((key) => session.get(key)))).toEqual(
        keys,
      )
    })

    it(`${claim} delete removes that key only; a missing one is no error`, async () => {
      const session = await make(lifetime).sessionInit('a')
      await session.set('user', 'Ann')
      await session.set('visits', 1)
      await session.delete('user')
      await session.delete('user')
      expect(await session.get('user')).toBe(null)
      expect(await session.get('visits')).toBe(1)
    })

    it(`${claim} sessionDestroy removes only that session`, async () => {
      const provider = make(lifetime)
      await (await provider.sessionInit('a')).set('user', 'Ann')
      await (await provider.sessionInit('b')).set('user', 'Bo')
      await provider.sessionDestroy('a')
      expect(await (await provider.sessionRead('a')).get('user')).toBe(null)
      expect(await (await provider.sessionRead('b')).get('user')).toBe('Bo')
    })

    it(`${claim} sessionDestroy of an unknown sid is no error`, async () => {
      const provider = make(lifetime)
      await provider.sessionInit('a')
      await provider.sessionDestroy('nobody')
      expect(await (await provider.sessionRead('a')).get('a')).toBe(null)
    })

    it(`${claim} sessionGC removes all sessions after all have expired`, async () => {
      const provider = make(lifetime)
      await (await provider.sessionInit('a')).set('user', 'Ann')
      await (await provider.sessionInit('b')).set('user', 'Bo')
      await pass(lifetime + 1)
      await provider.sessionGC(lifetime)
      expect(await (await provider.sessionRead('a')).get('user')).toBe(null)
      expect(await (await provider.sessionRead('b')).get('user')).toBe(null)
    })

    it.each([
      ['set', 'visits'],
      ['get', 'user'],
      ['delete', 'visits'],
    ] as const)(
      `${claim} sessionGC keeps a session after a %s`,
      async (method, key) => {
        const provider = make(lifetime)
        const session = await provider.sessionInit('a')
        await session.set('user', 'Ann')
        await pass(8)
        await session[method](key, 1)
        await pass(8)
        await provider.sessionGC(lifetime)
        expect(await (await provider.sessionRead('a')).get('user')).toBe('Ann')
      },
    )

    // A real clock runs on while the test waits.
    if (!waitReal)
      it(`${claim} sessionGC keeps a session whose age equals the lifetime`, async () => {
        const provider = make(lifetime)
        await (await provider.sessionInit('a')).set('user', 'Ann')
        await pass(lifetime)
        await provider.sessionGC(lifetime)
        expect(await (await provider.sessionRead('a')).get('user')).toBe('Ann')
      })

    it.each([1.5, Number.NaN, 2 ** 53])(
      `${claim} sessionGC refuses %d`,
      async (seconds) => {
        const message = `maxlifetime: want a safe integer of seconds, got ${seconds}`
        const collect = async () => await make(lifetime).sessionGC(seconds)
        await expect(collect).rejects.toThrow(new RangeError(message))
      },
    )
  })
}
