/**
 * The contract that the manager expects of every store, as one test suite. It
 * tests only what sections 6.2 and 6.3 say about the interfaces. What they
 * leave open, such as how long a store keeps an expired session, is not tested.
 * Its keys and values are those that every store can keep. The suite waits for
 * every answer, so it fits both kinds of stores: those that answer at once, and
 * those that return promises.
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

/** Makes an empty store, whose sessions live for that many seconds. */
type Make = (lifetime: number) => Provider

type Test = (
  provider: Provider,
  pass: (seconds: number) => void | Promise<void>,
) => Promise<void>

/** Values that a session must return as they were. */
const values: readonly [string, unknown][] = [
  ['text', 'Ann'],
  ['the empty text', ''],
  ['zero', 0],
  ['false', false],
  ['nil', null],
  ['an object', { visits: 1, list: [1, 'two', { a: [] }] }],
  ['an own __proto__', JSON.parse('{"__proto__": {"admin": true}}')],
  ['text of every kind', '\r\n\0 "😀" \ud800'],
  ['64 KB', 'x'.repeat(65_536)],
]

/** Keys that are all different. */
const keys = ['a', 'A', '', '1', '__proto__', ':', 'session', '\r\n', '*', '😀']

/** The lifetime of the suite's sessions, in seconds. */
const lifetime = 10

/** Calls that touch a session, with a key that the suite does not look at. */
const touches = [
  ['set', 'visits'],
  ['get', 'user'],
  ['delete', 'visits'],
] as const

/** The tests, by their titles. */
export const contract: ReadonlyMap<string, Test> = new Map<string, Test>([
  [
    'sessionInit returns a session of that sid without values',
    async (provider) => {
      const session = await provider.sessionInit('a')
      expect(session.sessionID()).toBe('a')
      expect(await session.get('user')).toBe(null)
    },
  ],
  [
    'sessionRead finds the values that were set',
    async (provider) => {
      await (await provider.sessionInit('a')).set('user', 'Ann')
      expect(await (await provider.sessionRead('a')).get('user')).toBe('Ann')
      expect((await provider.sessionRead('a')).sessionID()).toBe('a')
    },
  ],
  ...['b', '', '__proto__'].map((sid): [string, Test] => [
    `sessionRead creates ${JSON.stringify(sid)}`,
    async (provider) => {
      await (await provider.sessionInit('a')).set('user', 'Ann')
      const session = await provider.sessionRead(sid)
      expect(session.sessionID()).toBe(sid)
      expect(await session.get('user')).toBe(null)
      await session.set('user', 'Bo')
      expect(await (await provider.sessionRead(sid)).get('user')).toBe('Bo')
    },
  ]),
  ...values.map(([what, value]): [string, Test] => [
    `set stores ${what}`,
    async (provider) => {
      const session = await provider.sessionInit('a')
      await session.set('key', value)
      expect(await session.get('key')).toStrictEqual(value)
    },
  ]),
  [
    'set keeps the last value of each key',
    async (provider) => {
      const session = await provider.sessionInit('a')
      for (const key of keys) {
        await session.set(key, 'first')
        await session.set(key, key)
      }
      expect(await Promise.all(keys.map((key) => session.get(key)))).toEqual(
        keys,
      )
    },
  ],
  [
    'delete removes that key only; a missing one is no error',
    async (provider) => {
      const session = await provider.sessionInit('a')
      await session.set('user', 'Ann')
      await session.set('visits', 1)
      await session.delete('user')
      await session.delete('user')
      expect(await session.get('user')).toBe(null)
      expect(await session.get('visits')).toBe(1)
    },
  ],
  [
    'sessionDestroy removes only that session',
    async (provider) => {
      await (await provider.sessionInit('a')).set('user', 'Ann')
      await (await provider.sessionInit('b')).set('user', 'Bo')
      await provider.sessionDestroy('a')
      expect(await (await provider.sessionRead('a')).get('user')).toBe(null)
      expect(await (await provider.sessionRead('b')).get('user')).toBe('Bo')
    },
  ],
  [
    'sessionDestroy of an unknown sid is no error',
    async (provider) => {
      await provider.sessionInit('a')
      await provider.sessionDestroy('nobody')
      expect(await (await provider.sessionRead('a')).get('a')).toBe(null)
    },
  ],
  [
    'sessionGC removes all sessions after all have expired',
    async (provider, pass) => {
      await (await provider.sessionInit('a')).set('user', 'Ann')
      await (await provider.sessionInit('b')).set('user', 'Bo')
      await pass(lifetime + 1)
      await provider.sessionGC(lifetime)
      expect(await (await provider.sessionRead('a')).get('user')).toBe(null)
      expect(await (await provider.sessionRead('b')).get('user')).toBe(null)
    },
  ],
  ...touches.map(([method, key]): [string, Test] => [
    `sessionGC keeps a session after a ${method}`,
    async (provider, pass) => {
      const session = await provider.sessionInit('a')
      await session.set('user', 'Ann')
      await pass(8)
      await session[method](key, 1)
      await pass(8)
      await provider.sessionGC(lifetime)
      expect(await (await provider.sessionRead('a')).get('user')).toBe('Ann')
    },
  ]),
  ...[1.5, Number.NaN, 2 ** 53].map((seconds): [string, Test] => [
    `sessionGC refuses ${seconds}`,
    async (provider) => {
      const message = `maxlifetime: want a safe integer of seconds, got ${seconds}`
      const collect = async () => await provider.sessionGC(seconds)
      await expect(collect).rejects.toThrow(new RangeError(message))
    },
  ]),
])

/**
 * Defines the suite for a store.
 * @param pass Advances its clock, if that is not the virtual one.
 * @returns The titles of the tests that have passed, when they have run.
 */
export function describeProvider(
  name: string,
  make: Make,
  pass?: (seconds: number) => Promise<void>,
): readonly string[] {
  const passed: string[] = []
  describe(`the contract for ${name}`, () => {
    if (!pass) useVirtualTime()
    for (const [title, test] of contract) {
      it(`other-storage: ${name}: ${title}`, async () => {
        await test(make(lifetime), pass ?? wait)
        passed.push(title)
      })
    }
  })
  return passed
}
