/**
 * The contract that the manager expects of every store, as one test suite. It
 * tests only what sections 6.2 and 6.3 say about the interfaces. What they
 * leave open, such as how long a store keeps an expired session, is not tested.
 */
import { describe, expect, it } from 'vitest'
import type { Provider } from '../src/session.ts'
import { useVirtualTime, wait } from './virtual-time.ts'

/** Values that a session must return unchanged. */
const values: [string, unknown][] = [
  ['text', 'Ann'],
  ['the empty text', ''],
  ['zero', 0],
  ['false', false],
  ['nil', null],
  ['an object', { visits: 1 }],
  ['a function', () => 1],
]

/** Keys that are all different. */
const keys: unknown[] = ['a', 'A', '', '1', 1, true, '__proto__', Symbol('a')]

/**
 * Defines the suite for a store.
 * @param make Returns an empty store.
 */
export function describeProvider(name: string, make: () => Provider): void {
  const claim = `other-storage: ${name}:`

  describe(`the contract for ${name}`, () => {
    useVirtualTime()

    it(`${claim} sessionInit returns a session of that sid without values`, () => {
      const session = make().sessionInit('a')
      expect(session.sessionID()).toBe('a')
      expect(session.get('user')).toBe(null)
    })

    it(`${claim} sessionRead finds the values that were set`, () => {
      const provider = make()
      provider.sessionInit('a').set('user', 'Ann')
      expect(provider.sessionRead('a').get('user')).toBe('Ann')
      expect(provider.sessionRead('a').sessionID()).toBe('a')
    })

    it.each(['b', '', '__proto__'])(
      `${claim} sessionRead creates %j`,
      (sid) => {
        const provider = make()
        provider.sessionInit('a').set('user', 'Ann')
        const session = provider.sessionRead(sid)
        expect(session.sessionID()).toBe(sid)
        expect(session.get('user')).toBe(null)
        session.set('user', 'Bo')
        expect(provider.sessionRead(sid).get('user')).toBe('Bo')
      },
    )

    it.each(values)(`${claim} set stores %s`, (_, value) => {
      const session = make().sessionInit('a')
      session.set('key', value)
      expect(session.get('key')).toBe(value)
    })

    it(`${claim} set keeps the last value of each key`, () => {
      const session = make().sessionInit('a')
      for (const key of keys) {
        session.set(key, 'first')
        session.set(key, key)
      }
      expect(keys.map((key) => session.get(key))).toEqual(keys)
    })

    it(`${claim} delete removes that key only; a missing one is no error`, () => {
      const session = make().sessionInit('a')
      session.set('user', 'Ann')
      session.set('visits', 1)
      session.delete('user')
      session.delete('user')
      expect(session.get('user')).toBe(null)
      expect(session.get('visits')).toBe(1)
    })

    it(`${claim} sessionDestroy removes only that session`, () => {
      const provider = make()
      provider.sessionInit('a').set('user', 'Ann')
      provider.sessionInit('b').set('user', 'Bo')
      provider.sessionDestroy('a')
      expect(provider.sessionRead('a').get('user')).toBe(null)
      expect(provider.sessionRead('b').get('user')).toBe('Bo')
    })

    it(`${claim} sessionDestroy of an unknown sid is no error`, () => {
      expect(() => make().sessionDestroy('nobody')).not.toThrow()
    })

    it(`${claim} sessionGC removes all sessions after all have expired`, () => {
      const provider = make()
      provider.sessionInit('a').set('user', 'Ann')
      provider.sessionInit('b').set('user', 'Bo')
      wait(11)
      provider.sessionGC(10)
      expect(provider.sessionRead('a').get('user')).toBe(null)
      expect(provider.sessionRead('b').get('user')).toBe(null)
    })

    it.each([
      ['set', 'visits'],
      ['get', 'user'],
      ['delete', 'visits'],
    ] as const)(
      `${claim} sessionGC keeps a session after a %s`,
      (method, key) => {
        const provider = make()
        const session = provider.sessionInit('a')
        session.set('user', 'Ann')
        wait(8)
        session[method](key, 1)
        wait(8)
        provider.sessionGC(10)
        expect(provider.sessionRead('a').get('user')).toBe('Ann')
      },
    )

    it(`${claim} sessionGC keeps a session whose age equals the lifetime`, () => {
      const provider = make()
      provider.sessionInit('a').set('user', 'Ann')
      wait(10)
      provider.sessionGC(10)
      expect(provider.sessionRead('a').get('user')).toBe('Ann')
    })

    it.each([1.5, Number.NaN, 2 ** 53])(
      `${claim} sessionGC refuses %d`,
      (lifetime) => {
        const message = `maxlifetime: want a safe integer of seconds, got ${lifetime}`
        expect(() => make().sessionGC(lifetime)).toThrow(
          new RangeError(message),
        )
      },
    )
  })
}
