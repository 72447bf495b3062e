/** Tests where the port's keys, values and results differ from Go's. */
import { expect, it } from 'vitest'
import { pder } from '../src/providers/memory.ts'
import * as session from '../src/session.ts'
import { sids, useVirtualTime } from './virtual-time.ts'

useVirtualTime()

/** A session in which the value of each key is the index of the key. */
function sessionWith(...keys: unknown[]): session.Session {
  const found = pder.sessionInit('a')
  for (const [place, key] of keys.entries()) {
    found.set(key, place)
  }
  return found
}

/** The results of `get` for each of the keys. */
function getAll(from: session.Session, ...keys: unknown[]): unknown[] {
  return keys.map((key) => from.get(key))
}

/** The number of keys in session `a`. */
function keyCount(): number | undefined {
  return pder.sessions.get('a')?.value.value.size
}

it('differs-number-keys: 1, 1.0 and Number(1n) are one key', () => {
  const keys = [1, 1.0, Number(1n), 1]
  expect(getAll(sessionWith(...keys), ...keys)).toEqual([3, 3, 3, 3])
  expect(keyCount()).toBe(1)
})

it('differs-number-keys: 1, 1n, "1" and true are four keys', () => {
  const keys = [1, 1n, '1', true]
  expect(getAll(sessionWith(...keys), ...keys)).toEqual([0, 1, 2, 3])
})

it('differs-number-keys: 0 and -0 are one key, as in Go', () => {
  expect(getAll(sessionWith(0, -0), 0, -0)).toEqual([1, 1])
})

it('differs-nan-key: NaN is one key and can be read and deleted', () => {
  const found = sessionWith(Number.NaN, 0 / 0)
  expect(found.get(Number.NaN)).toBe(1)
  expect(keyCount()).toBe(1)
  found.delete(Number.NaN)
  expect(found.get(Number.NaN)).toBe(null)
})

it('differs-composite-keys: objects and arrays are keys by identity', () => {
  const point = { x: 1, y: 2 }
  const pair = [1, 2]
  const found = sessionWith(point, pair)
  expect(getAll(found, point, pair)).toEqual([0, 1])
  expect(getAll(found, { x: 1, y: 2 }, [1, 2])).toEqual([null, null])
  point.x = 9
  expect(found.get(point)).toBe(0)
})

it('differs-unhashable-keys: arrays, maps and functions are keys', () => {
  const keys = [[1], new Map(), () => 1]
  const found = sessionWith(...keys)
  expect(getAll(found, ...keys)).toEqual([0, 1, 2])
  found.delete(keys[1])
  expect(getAll(found, ...keys)).toEqual([0, null, 2])
})

it('differs-nil: nil is null; only null looks like a missing key', () => {
  const found = pder.sessionInit('a')
  found.set('nil', null)
  found.set('undefined', undefined)
  expect(found.get('nil')).toBe(null)
  expect(found.get('absent')).toBe(null)
  expect(found.get('undefined')).toBe(undefined)
})

it('differs-nil: null and undefined are different keys', () => {
  const found = sessionWith(null, undefined)
  expect(getAll(found, null, undefined)).toEqual([0, 1])
})

it('differs-nil: where Go has a nil element, the port has null', () => {
  expect(pder.list.back()).toBe(null)
  pder.sessionInit('a')
  expect(pder.list.back()?.next()).toBe(null)
})

it.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty', ''])(
  'differs-strings: %j is a plain sid and a plain key',
  (text) => {
    pder.sessionDestroy(text)
    expect(pder.sessions.has(text)).toBe(false)
    const found = pder.sessionRead(text)
    expect(found.get(text)).toBe(null)
    found.set(text, { polluted: true })
    expect(pder.sessionRead(text).get(text)).toEqual({ polluted: true })
    expect({}).not.toHaveProperty('polluted')
    pder.sessionDestroy(text)
    expect(sids()).toEqual([])
  },
)

it.each([
  ['NFC and NFD', 'é'.normalize('NFC'), 'é'.normalize('NFD')],
  ['a lone surrogate and U+FFFD', '\ud800', '\ufffd'],
  ['two lone surrogates', '\ud800', '\udc00'],
  ['a surrogate pair and its half', '\ud83d\ude00', '\ud83d'],
])('differs-strings: %s are two sids and two keys', (_, one, other) => {
  const handles = [pder.sessionInit(one), pder.sessionInit(other)]
  expect(sids()).toEqual([one, other])
  expect(pder.sessionRead(one)).toBe(handles[0])
  expect(pder.sessionRead(other)).toBe(handles[1])
  expect(getAll(sessionWith(one, other), one, other)).toEqual([0, 1])
})

it('differs-errors: an operation returns its value without an error', () => {
  const found = pder.sessionInit('a')
  expect(found.sessionID()).toBe('a')
  expect(found.set('user', 'Ann')).toBe(undefined)
  expect(found.get('user')).toBe('Ann')
  expect(found.delete('nothing')).toBe(undefined)
  expect(pder.sessionRead('a')).toBe(found)
  expect(pder.sessionDestroy('nobody')).toBe(undefined)
  expect(pder.sessionUpdate('nobody')).toBe(undefined)
})

it('differs-errors: a refusal throws an Error with the reason', () => {
  const refused = [
    () => session.register('nil', null),
    () => session.register('memory', pder),
    () => session.newManager('nobody', 'c', 3600),
    () => session.newManager('memory', 'c', 0.5),
    () => pder.sessionGC(0.5),
  ]
  for (const call of refused) {
    expect(call).toThrow(/^(session|maxlifetime): /)
  }
})
