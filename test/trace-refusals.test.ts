/** Tests the trace language: what the parser refuses, and its messages. */
import { describe, expect, test } from 'vitest'
import { parse } from '../src/trace/parse.ts'

/** The message of the error for a trace. */
function refusal(text: string): string {
  try {
    parse(text, 'a.trace')
  } catch (error) {
    return (error as Error).message
  }
  return 'accepted'
}

describe('refusals', () => {
  const at = (line: number, message: string) => `a.trace:${line}: ${message}`
  const cases: [string, string, string][] = [
    [
      'a misspelt operation and suggests the nearest name',
      '\ninti ana',
      at(2, 'found "inti", expected an operation; did you mean init?'),
    ],
    [
      'a misspelt method and suggests the nearest name',
      'h = init a\nh.gett "k"',
      at(2, 'found "gett", expected an operation; did you mean get?'),
    ],
    [
      'a name that resembles none and lists all names',
      'xyzzyxyzzy',
      at(
        1,
        'found "xyzzyxyzzy", expected an operation; write init, read, ' +
          'destroy, update, gc, wait, clock, provider, list, map, stamps, same, ' +
          'visited',
      ),
    ],
    [
      'an operation as a JSON string',
      '"init" a',
      at(1, 'found "\\"init\\"", expected an operation'),
    ],
    [
      'a line that begins with its result',
      '=> a',
      at(1, 'found nothing, expected an operation after the beginning of the'),
    ],
    [
      'a handle without a sid',
      'h = init',
      at(1, 'found nothing, expected a sid after "init"; add it'),
    ],
    [
      'a handle for an operation on a handle',
      'a = init x\nb = a.id',
      at(2, 'found "a.id", expected an operation; write init, read'),
    ],
    [
      'an operation on a handle as a JSON string',
      'a = init x\n"a.id"',
      at(2, 'found "\\"a.id\\"", expected an operation; write init, read'),
    ],
    ['a missing sid', 'init', at(1, 'found nothing, expected a sid after "i')],
    [
      'a missing sid before a comment',
      'init #a',
      at(1, 'found nothing, expec'),
    ],
    ['an arrow for a sid', 'init => a', at(1, 'found nothing, expected a sid')],
    [
      'one word too many',
      'init a b',
      at(1, 'found "b", expected nothing, a com'),
    ],
    ['a sid with a quote', 'init a"b', at(1, 'found "a\\"b", expected a word')],
    [
      'a sid with white space other than a space',
      'init ana\u3000maria',
      at(1, 'found "ana\u3000maria", expected a word without quotes and white'),
    ],
    [
      'a string without a closing quote',
      'init "ana',
      at(1, 'found "\\"ana", expected a JSON string with its closing quote'),
    ],
    [
      'a string with a wrong escape',
      'init "\\x"',
      at(1, 'found "\\"\\\\x\\"", expected a JSON string; escape control'),
    ],
    [
      'a string with a tab',
      'init "a\tb"',
      at(1, 'found "\\"a\\tb\\"", expecte'),
    ],
    [
      'a string without a space after it',
      'init "a"#b',
      at(1, 'found "#b", expected white space after "a"'),
    ],
    [
      'half a surrogate pair as an escape',
      'init "\\ud83d"',
      at(1, 'found "\\ud83d", expected whole characters'),
    ],
    [
      'half a surrogate pair as a character',
      'init \udc00',
      at(1, 'found "\\udc00", expected whole characters'),
    ],
    [
      'a text without quotes as a value',
      'h = init a\nh.set "k" Ann',
      at(
        2,
        'found "Ann", expected a JSON string, a number, true, false or nil; ' +
          'write text as a JSON string: "Ann"',
      ),
    ],
    [
      'a list as a value',
      'h = init a\nh.set "k" [1]',
      at(2, 'found "[1]", exp'),
    ],
    [
      'a hexadecimal number as in Go',
      'h = init a\nh.set "k" 0x10',
      at(2, 'found "0x10", expec'),
    ],
    [
      'a number with leading zeros',
      'h = init a\nh.get 007',
      at(2, 'found "007", expec'),
    ],
    [
      'a missing value',
      'h = init a\nh.set "k"',
      at(2, 'found nothing, expecte'),
    ],
    [
      'a number too large for a double',
      'h = init a\nh.set 1e999 1',
      at(2, 'found "1e999", expected a number that a double can hold'),
    ],
    ['seconds with a unit', 'gc 10s', at(1, 'found "10s", expected whole sec')],
    ['half seconds', 'gc 1.5', at(1, 'found "1.5", expected whole seconds')],
    ['seconds in quotes', 'gc "10"', at(1, 'found "\\"10\\"", expected whole')],
    [
      'seconds beyond int64',
      'gc 9223372036854775808',
      at(1, 'found "9223372036854775808", expected seconds within int64'),
    ],
    [
      'a duration without a unit',
      'wait 10',
      at(1, 'found "10", expected a duration; write a number and a unit, such'),
    ],
    [
      'a negative wait',
      'wait -10s',
      at(
        1,
        'found "-10s", expected a duration that is not negative; time cannot ' +
          'pass backwards: clock -10s sets the wall clock',
      ),
    ],
    [
      'a duration in quotes',
      'wait "10s"',
      at(1, 'found "\\"10s\\"", expected a duration; leave out the quotes'),
    ],
    [
      'a handle that is never named',
      'a.get "k"',
      at(
        1,
        'found "a", expected a handle that a line before has named; name it ' +
          'with HANDLE = init SID or HANDLE = read SID',
      ),
    ],
    [
      'a misspelt handle',
      'anna = init a\nana.id',
      at(2, 'found "ana", expected a handle that a line before has named; did'),
    ],
    [
      'a handle that is named later',
      'same a a\na = init x',
      at(1, 'found "a", expecte'),
    ],
    [
      'a handle that is not a name',
      '1a = init x',
      at(1, 'found "1a", expected the'),
    ],
    [
      'an empty handle',
      '.get "k"',
      at(1, 'found "", expected a handle that a'),
    ],
    [
      'a handle for an operation without a session',
      'a = destroy x',
      at(1, 'found "destroy", expected an operation; write init, read'),
    ],
    [
      'a handle without spaces around =',
      'a=init x',
      at(1, 'found "a=init", expected an'),
    ],
    [
      'a result for an operation that has none',
      'wait 1s => nil',
      at(
        1,
        'found "nil", expected error after =>; wait has no result: leave out =>',
      ),
    ],
    [
      'an empty result for gc',
      'gc 1 =>',
      at(1, 'found nothing, expected error after'),
    ],
    [
      'a missing result',
      'init a =>',
      at(1, 'found nothing, expected a sid or'),
    ],
    [
      'a wrong nil',
      'destroy a => a',
      at(1, 'found "a", expected nil or error'),
    ],
    ['two results', 'init a => a b', at(1, 'found "b", expected one result')],
    [
      'two arrows',
      'list => a => b',
      at(1, 'found "=>", expected a sid; write'),
    ],
    [
      'a wrong boolean',
      'h = init a\nsame h h => 1',
      at(2, 'found "1", expecte'),
    ],
    [
      'a wrong integer',
      'visited => two',
      at(1, 'found "two", expected a whole'),
    ],
    [
      'a wrong stamp',
      'stamps => 0 1.5',
      at(1, 'found "1.5", expected a whole'),
    ],
    [
      'a map out of order, which cannot be met',
      'map => b a',
      at(
        1,
        'found "b", expected "a" here; map gives its sids in code point or',
      ),
    ],
    [
      'a very long word and shortens it',
      `${'x'.repeat(70_000)} a`,
      at(1, `found "${'x'.repeat(60)}"…, expected an operation`),
    ],
  ]
  for (const [title, text, message] of cases) {
    test(`parse: refuses ${title}`, () => {
      expect(refusal(text).slice(0, message.length)).toBe(message)
    })
  }
})
