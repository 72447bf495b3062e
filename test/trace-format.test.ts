/** Tests the parts of the trace language that the program also writes. */
import { expect, test } from 'vitest'
import { didYouMean, nearest } from '../src/trace/did-you-mean.ts'
import { formatDuration, parseDuration } from '../src/trace/duration.ts'
import {
  formatExpectation,
  formatOperation,
  formatResult,
  formatSid,
} from '../src/trace/format.ts'
import { compareCodePoints, sortByKey } from '../src/trace/order.ts'
import { parse } from '../src/trace/parse.ts'
import type { Operation, Result, Scalar } from '../src/trace/trace.ts'
import { expected, read } from './said.ts'

test('parseDuration: reads every unit of Go and its fractions', () => {
  const cases: [string, bigint][] = [
    ['0', 0n],
    ['-0', 0n],
    ['0s', 0n],
    ['1ns', 1n],
    ['1us', 1_000n],
    ['1µs', 1_000n],
    ['1μs', 1_000n],
    ['993ms', 993_000_000n],
    ['10s', 10_000_000_000n],
    ['+5s', 5_000_000_000n],
    ['-10s', -10_000_000_000n],
    ['1h0m5s', 3_605_000_000_000n],
    ['1.5h', 5_400_000_000_000n],
    ['.5s', 500_000_000n],
    ['1.s', 1_000_000_000n],
    ['1.5s1.5s', 3_000_000_000n],
    ['1.9ns', 1n],
    ['0.3333333333333333333h', 1_200_000_000_000n],
    ['0.100000000000000000000h', 360_000_000_000n],
    ['0.9223372036854775807m', 55_340_232_221n],
    // Digits that no longer fit int64 are ignored, as these results show.
    ['0.77770091900000000000s', 777_700_919n],
    ['0.417144377100000000000m', 25_028_662_626n],
    ['0.05365691762055555555555h', 193_164_903_433n],
    ['1s1h', 3_601_000_000_000n],
    ['9223372036854775807ns', 9223372036854775807n],
    ['-9223372036854775808ns', -9223372036854775808n],
    ['39h9m14.425s', 140_954_425_000_000n],
  ]
  for (const [text, nanoseconds] of cases) {
    expect(parseDuration(text), text).toBe(nanoseconds)
  }
})

test('parseDuration: refuses what Go refuses', () => {
  const wrong = ['', '3', '-', 's', '.', '-.', '.s', '+.s', '1d', '1S']
  wrong.push('1 s', '--1s', '1s-1s', '1e3s', '1.2.3s', '1,5s', '1h 5m')
  wrong.push('__proto__', '1constructor', '９s')
  for (const text of wrong) {
    const refused = expect.objectContaining({ code: 'duration' })
    expect(() => parseDuration(text), text).toThrow(refused)
  }
  const large = ['9223372036854775808ns', '-9223372036854775809ns']
  large.push('2562048h', '9223372036.854775808s', '99999999999999999999s')
  for (const text of large) {
    const refused = expect.objectContaining({ code: 'durationRange' })
    expect(() => parseDuration(text), text).toThrow(refused)
  }
})

test('formatDuration: uses the largest unit that needs no fraction', () => {
  const texts = ['0s', '10s', '993ms', '3595s', '1m', '-2h', '1500us', '-7ns']
  for (const text of texts) {
    expect(formatDuration(parseDuration(text))).toBe(text)
  }
})

test('formatOperation: writes a text that parses to the same operation', () => {
  const text = `h = init "a b"
      error = read error
      init "#"
      init ""
      init nil
      init "\\u0000é"
      update __proto__
      destroy "=>"
      h.set nil "x # \\" y"
      h.set true -1.5e-7
      h.get 1e21
      h.delete "k"
      h.id
      gc -9223372036854775808
      wait 1ns
      clock -1h
      same h error
      provider second
      list
      map
      stamps
      visited`
  const again = parse(text).operations.map(formatOperation).join('\n')
  expect(read(again)).toEqual(read(text))
})

test('formatResult: writes a text that parses to the same expectation', () => {
  const cases: [Operation['name'], string, Result][] = [
    ['id', 'h = init a\nh.id', 'error'],
    ['id', 'h = init a\nh.id', 'a b'],
    ['get', 'h = init a\nh.get 1', 'error'],
    ['get', 'h = init a\nh.get 1', null],
    ['list', 'list', ['error', '', '=>', '#', 'アナ']],
    ['list', 'list', []],
    ['stamps', 'stamps', [0, -5]],
    ['same', 'h = init a\nsame h h', false],
  ]
  for (const [name, text, value] of cases) {
    const written = `${text} => ${formatResult(name, value)}`
    expect(expected(written), written).toEqual({ value })
  }
})

test('formatResult: quotes only what needs quotes', () => {
  const cases: [Operation['name'], Result, string][] = [
    ['init', 'ana', 'ana'],
    ['get', 'ana', '"ana"'],
    ['get', 5, '5'],
    ['destroy', null, 'nil'],
    ['same', true, 'true'],
    ['visited', 3, '3'],
    ['list', ['b', 'a b', 'error'], 'b "a b" "error"'],
    ['stamps', [0, 10, -5], '0 10 -5'],
  ]
  for (const [name, result, text] of cases) {
    expect(formatResult(name, result)).toBe(text)
    expect(formatExpectation(name, { value: result })).toBe(text)
  }
  expect(formatExpectation('get', { error: true })).toBe('error')
})

test('formatSid: letters, digits and a few signs need no quotes', () => {
  for (const sid of ['a', 'Ana', '_9', '0', 'a.b:c/d-e_f', 'errors']) {
    expect(formatSid(sid)).toBe(sid)
  }
  for (const sid of ['', 'error', '-a', '.a', 'a b', 'é', 'a"', 'a#', ' a']) {
    expect(formatSid(sid)).toBe(JSON.stringify(sid))
  }
})

test('compareCodePoints: orders as Go orders bytes', () => {
  const sids = ['', '10', '2', 'A', 'a', 'ab', 'é', '\uE000', '\uFFFD']
  // The first and the last halves of surrogate pairs.
  sids.push('\u{10000}', '\u{103FE}', '\u{103FF}', '🙂', '\u{10FFFF}')
  const encoder = new TextEncoder()
  const bytes = sids.toSorted((a, b) =>
    Buffer.compare(encoder.encode(a), encoder.encode(b)),
  )
  expect(bytes).toEqual(sids)
  expect(sids.toReversed().sort(compareCodePoints)).toEqual(sids)
  for (const sid of sids) expect(compareCodePoints(sid, sid)).toBe(0)
})

test('sortByKey: orders keys by type, then by value', () => {
  const keys = [false, true, -1, 0.5, 9, 10, null, '', '10', '9', 'a', 'ab']
  const pairs = keys.map((key): [Scalar, Scalar] => [key, 1])
  for (const mixed of [pairs.toReversed(), [...pairs]]) {
    expect(sortByKey(mixed)).toEqual(pairs)
  }
})

test('nearest: returns undefined if no name is near', () => {
  expect(nearest('lst', ['list', 'map'])).toBe('list')
  expect(nearest('stamp', ['list', 'stamps'])).toBe('stamps')
  expect(nearest('xyzzy', ['list', 'map'])).toBeUndefined()
  expect(nearest('', ['list', 'map'])).toBeUndefined()
})

test('nearest: returns the nearest name, and the first of equally near ones', () => {
  expect(nearest('inits', ['unit', 'init'])).toBe('init')
  expect(nearest('inits', ['init', 'unit'])).toBe('init')
  expect(nearest('cap', ['map', 'gap'])).toBe('map')
  expect(nearest('LIST', ['map', 'list'])).toBe('list')
  expect(nearest('ab', ['b'])).toBe('b')
  expect(nearest('ab', ['cd'])).toBeUndefined()
})

test('nearest: compares the last part of a name, but prefers whole names', () => {
  const parts = ['Provider.SessionGC', 'SessionStore.Set']
  expect(nearest('Sett', parts)).toBe('SessionStore.Set')
  expect(nearest('SessionGC', parts)).toBe('Provider.SessionGC')
  expect(nearest('Set', ['Set', 'Store.Set'])).toBe('Set')
  expect(nearest('Set', ['Store.Set', 'Set'])).toBe('Set')
})

test('didYouMean: asks, or says nothing', () => {
  expect(didYouMean('lst', ['list', 'map'])).toBe('; did you mean "list"?')
  expect(didYouMean('xyzzy', ['list', 'map'])).toBe('')
})
