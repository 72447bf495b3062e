/**
 * What the manager may expect of any store: the one suite that every provider
 * of the project passes. Only what sections 6.2 and 6.3 say of the interfaces
 * is asked for, so a store is free in what they leave open, such as how long
 * it may keep a session that has expired.
 */
import { describe, expect, it } from 'vitest'
import type { Provider } from '../src/session.ts'
import { useVirtualTime, wait } from './reset.ts'

/** Values that a session must give back as they were put in. */
const values: [string, unknown][] = [
  ['text', 'Ann'],
  ['the empty text', ''],
  ['zero', 0],
  ['false', false],
  ['nil', null],
  ['an object', { visits: 1 }],
  ['a function', () => 1],
]

/** Keys, each a key of its own. */
const keys: unknown[] = ['a', 'A', '', '1', 1, true, '__proto__', Symbol('a')]

/**
 * Runs the suite on a store.
 * @param make Gives an empty store.
 */
export function describeProvider(name: string, make: () => Provider): void {
  const claim = `other-storage: ${name}:`

  describe(`the contract, kept by ${name}`, () => {
    useVirtualTime()

    it(`${claim} sessionInit gives a session of that sid, without values`, () => {
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

    it.each(values)(`${claim} set makes %s readable`, (_, value) => {
      const session = make().sessionInit('a')
      session.set('key', value)
      expect(session.get('key')).toBe(value)
    })

    it(`${claim} set keeps the keys apart, and the last value of each`, () => {
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

    it(`${claim} sessionDestroy forgets that session only`, () => {
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

    it(`${claim} sessionGC forgets all sessions once all have expired`, () => {
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
      `${claim} sessionGC keeps what a %s kept fresh`,
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

    it(`${claim} sessionGC keeps an age equal to the lifetime`, () => {
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
