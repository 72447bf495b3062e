/** Tests which values the Redis store keeps, and that it refuses all others. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { open, type Provider } from '../../src/providers/redis.ts'
import type { Options } from '../../src/redis/client.ts'
import type { Session } from '../../src/session-async.ts'
import { type Server, startRedis } from './server.ts'

let server: Server
let provider: Provider
let session: Session

beforeAll(async () => {
  server = await startRedis()
  provider = await open(server.url, 600)
  session = await provider.sessionInit('a')
})
afterAll(async () => {
  provider.close()
  await server.end()
})

const twice = { a: 1 }

it.each([
  ['null', null],
  ['a boolean', false],
  ['zero', 0],
  ['the largest number', Number.MAX_VALUE],
  ['the smallest number', Number.MIN_VALUE],
  ['an integer that is not safe', 2 ** 60],
  ['the empty string', ''],
  ['control characters', '\0\r\n"\u2028😀'],
  ['half a character', { '\udc00': '\ud800' }],
  ['an empty list', []],
  ['a list', [1, [null, ['a']]]],
  ['an empty object', {}],
  ['an object', { a: { b: [true] }, '': 1, length: 2 }],
  ['the key __proto__', JSON.parse('{"__proto__": {"a": 1}}')],
  ['the key toJSON', { toJSON: 1 }],
  ['a frozen object', Object.freeze({ a: 1 })],
  ['one object twice', [twice, twice]],
])('keeps %s', async (_, value) => {
  await session.set('kept', value)
  expect(await session.get('kept')).toStrictEqual(value)
})

it('keeps the properties of an object without a prototype', async () => {
  await session.set('kept', Object.assign(Object.create(null), { a: 1 }))
  expect(await session.get('kept')).toStrictEqual({ a: 1 })
})

class OwnMap extends Map {}
class OwnDate extends Date {}
class OwnList extends Array {}
class Point {
  x = 1
}
const circle: unknown[] = []
circle.push({ circle })
let deep: unknown = null
for (let i = 0; i < 1e6; i++) deep = [deep]
const hidden = (more: PropertyDescriptor) =>
  Object.defineProperty({}, 'x', { value: 1, ...more })

it.each<[string, unknown]>([
  ['undefined', undefined],
  ['function', () => 1],
  ['function', Point],
  ['symbol', Symbol('a')],
  ['bigint', 1n],
  ['NaN', Number.NaN],
  ['-Infinity', Number.NEGATIVE_INFINITY],
  ['-0', -0],
  ['a Date', new Date()],
  ['a OwnDate', new OwnDate()],
  ['a Map', new Map()],
  ['a OwnMap', new OwnMap()],
  ['a Set', new Set([1])],
  ['a OwnList', OwnList.of(1)],
  ['a Point', new Point()],
  ['a Error', new Error('a')],
  ['a RegExp', /a/],
  ['a Promise', Promise.resolve(1)],
  ['a String', new String('a')],
  ['a Number', new Number(1)],
  ['a Uint8Array', new Uint8Array(1)],
  ['a Buffer', Buffer.from('a')],
  ['a URL', new URL('a:b')],
  ['a Object', Object.create({ a: 1 })],
  ['an array with holes', Object.assign(new Array(3), { 0: 1, 2: 3 })],
  ['an array with holes', new Array(2 ** 32 - 1)],
  ['the property "Symbol(a)"', { [Symbol('a')]: 1 }],
  ['the property "total"', Object.assign([1], { total: 1 })],
  ['the property "Symbol(a)"', Object.assign([1], { [Symbol('a')]: 1 })],
  ['the property "1"', Object.assign(new Array(2), { 1: 1, a: 1 })],
  ['the property "x"', hidden({ enumerable: false })],
  [
    'the getter "x"',
    {
      get x() {
        throw new Error('was called')
      },
    },
  ],
])('refuses %s, which JSON cannot carry', async (type, value) => {
  const message = `session: the value of "cart": JSON cannot carry ${type}`
  for (const found of [value, { items: [1, value] }, [value]]) {
    const set = session.set('cart', found)
    await expect(set).rejects.toThrow(new TypeError(message))
  }
  expect(await session.get('cart')).toBe(null)
})

it.each<[string, unknown, string]>([
  ['what JSON changes', { toJSON: () => 1 }, 'JSON would change it'],
  ['a circle', circle, 'Converting circular structure to JSON'],
  ['too many levels', deep, 'Maximum call stack size exceeded'],
  [
    'what throws no error',
    {
      toJSON: () => {
        throw null
      },
    },
    'it throws',
  ],
])('refuses %s', async (_, value, why) => {
  await expect(session.set('cart', value)).rejects.toThrow(
    new TypeError(`session: the value of "cart": ${why}`),
  )
  expect(await session.get('cart')).toBe(null)
})

it.each([
  ['abcdefgh', null],
  ['abcdefghi', 11],
  ['ééé', null],
  ['éééé', null],
  ['éééé1', 11],
  ['<&>\u007faaaa', null],
  ['😀😀', null],
  ['😀😀1', 11],
])('with a limit of ten bytes: %j', async (value, bytes) => {
  const small = await open(server.url, 600, { maxBytes: 10 })
  try {
    const other = await small.sessionInit('b')
    const set = other.set('cart', value)
    if (bytes === null) {
      await set
      expect(await other.get('cart')).toBe(value)
      return
    }
    await expect(set).rejects.toThrow(
      new RangeError(
        `session: the value of "cart": it has ${bytes} bytes as JSON, and the limit is 10; store less, or raise maxBytes`,
      ),
    )
    expect(await other.get('cart')).toBe(null)
  } finally {
    small.close()
  }
})

it('a session of very many keys gets a new id, and keeps its values', async () => {
  const old = await provider.sessionInit('many')
  const keys = Array.from({ length: 50_000 }, (_, i) => `${i}`)
  for (let i = 0; i < keys.length; i += 1000) {
    await Promise.all(keys.slice(i, i + 1000).map((key) => old.set(key, key)))
  }
  const moved = await provider.sessionRegenerate('many', 'moved')
  expect(await moved.get('49999')).toBe('49999')
  await provider.sessionDestroy('moved')
})

it('the limit is two mebibytes by default', async () => {
  const most = 'x'.repeat(2 ** 21 - 2)
  await session.set('long', most)
  await expect(session.set('long', `${most}x`)).rejects.toThrow(RangeError)
  expect(await session.get('long')).toBe(most)
})

it.each([0, -1, 1.5, Number.NaN, Number.POSITIVE_INFINITY])(
  'open refuses the limit %d, and the time limit',
  async (value) => {
    await expect(open(server.url, 1, { maxBytes: value })).rejects.toThrow(
      new RangeError(`maxBytes: want 1 or more bytes, got ${value}`),
    )
    await expect(open(server.url, 1, { timeout: value })).rejects.toThrow(
      new RangeError(
        `timeout: want 1 to 2147483647 milliseconds, got ${value}`,
      ),
    )
  },
)

it.each([
  [
    null,
    'session: options: want an object with some of maxBytes, timeout, onError, got null',
  ],
  [
    { maxbytes: 10 },
    'session: maxbytes: want one of maxBytes, timeout, onError',
  ],
  [{ onError: 1 }, 'onError: want a function, got 1'],
])('open refuses the options %j', async (options, message) => {
  const call = open(server.url, 1, options as Options)
  await expect(call).rejects.toThrow(new RangeError(message))
})

it('an option that is undefined is left out', async () => {
  const undef = { maxBytes: undefined, timeout: undefined, onError: undefined }
  ;(await open(server.url, 1, undef as Options)).close()
})

it('an error cuts a key between two characters', async () => {
  const long = 'x'.repeat(39)
  await expect(session.set(`${long}😀`, () => {})).rejects.toThrow(
    `session: the value of "${long}…": JSON`,
  )
})

it('open refuses a time limit that a timer cannot wait', async () => {
  await expect(open(server.url, 1, { timeout: 2 ** 31 })).rejects.toThrow(
    'timeout: want 1 to 2147483647 milliseconds, got 2147483648',
  )
})
