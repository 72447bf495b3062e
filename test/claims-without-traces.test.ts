/** Tests claims that no trace can state: shared values, other providers. */
import { expect, it } from 'vitest'
import { List } from '../src/container/list.ts'
import { Provider, pder, SessionStore } from '../src/providers/memory.ts'
import { checkInvariants } from './invariants.ts'
import { sids, start, useVirtualTime, wait } from './virtual-time.ts'

useVirtualTime()

/** Makes a second memory store, beside the registered one. */
function secondProvider(): Provider {
  const second = new Provider(new List())
  second.sessions = new Map()
  return second
}

/** The stamp of a session in seconds since the start of the test. */
function stamp(provider: Provider, sid: string): number | undefined {
  const element = provider.sessions.get(sid)
  return element && element.value.timeAccessed.unix() - start / 1000
}

it('values-aliased: the store keeps references, not copies', () => {
  const basket = { items: ['tea'] }
  const found = pder.sessionInit('a')
  found.set('basket', basket)
  basket.items.push('milk')
  expect(found.get('basket')).toBe(basket)
  expect(found.get('basket')).toEqual({ items: ['tea', 'milk'] })
  expect(pder.sessionRead('a').get('basket')).toBe(basket)
})

it('values-aliased: two sessions may share one value', () => {
  const basket = { items: ['tea'] }
  pder.sessionInit('a').set('basket', basket)
  pder.sessionInit('b').set('basket', basket)
  pder.sessionDestroy('a')
  basket.items.pop()
  expect(pder.sessionRead('b').get('basket')).toEqual({ items: [] })
})

it('global-pder: stamps and order of a second provider never change', () => {
  const second = secondProvider()
  const a = second.sessionInit('a')
  second.sessionInit('b')
  wait(5)
  a.set('user', 'Ann')
  expect(a.get('user')).toBe('Ann')
  a.delete('user')
  expect(stamp(second, 'a')).toBe(0)
  expect(second.list.front()?.value).toBe(a)
  wait(6)
  second.sessionGC(10)
  expect(second.list.len()).toBe(0)
  expect(sids()).toEqual([])
  checkInvariants(second)
})

it.each(['set', 'get', 'delete'] as const)(
  'global-pder: a %s there refreshes the session with the same sid here',
  (method) => {
    const second = secondProvider()
    const there = second.sessionInit('a')
    pder.sessionInit('b')
    pder.sessionInit('a')
    wait(5)
    there[method]('user', 'Ann')
    expect(stamp(pder, 'a')).toBe(5)
    expect(sids()).toEqual(['a', 'b'])
    expect(pder.sessionRead('a').get('user')).toBe(null)
    expect(stamp(second, 'a')).toBe(0)
    checkInvariants(second)
  },
)

it('unhashable-key-order: the port accepts such keys and touches', () => {
  const found = pder.sessionInit('a')
  const key = [1]
  wait(1)
  found.set(key, 'Ann')
  expect(stamp(pder, 'a')).toBe(1)
  wait(1)
  expect(found.get(key)).toBe('Ann')
  expect(stamp(pder, 'a')).toBe(2)
  wait(1)
  found.delete(key)
  expect(stamp(pder, 'a')).toBe(3)
})

it.each([
  ['set', 0],
  ['delete', 0],
  ['get', 5],
] as const)(
  'unhashable-key-order: if the key is refused, %s leaves stamp %i',
  (method, seconds) => {
    // A map that refuses its keys, as Go's map refuses a slice.
    class Refusing extends Map<unknown, unknown> {
      override set = refuse
      override has = refuse
      override get = refuse
      override delete = refuse
    }
    pder.sessionInit('a')
    const found = pder.sessionRead('a')
    expect(found).toBeInstanceOf(SessionStore)
    Object.assign(found, { value: new Refusing() })
    wait(5)
    expect(() => found[method]([1], 'Ann')).toThrow('unhashable')
    expect(stamp(pder, 'a')).toBe(seconds)
  },
)

function refuse(): never {
  throw new TypeError('unhashable')
}
