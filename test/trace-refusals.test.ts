/** Tests the trace language: what the parser refuses, and its messages. */
import { expect, test } from 'vitest'
import { parseDuration } from '../src/trace/duration.ts'
import { type ParseError, quote } from '../src/trace/error.ts'
import { inEnglish } from '../src/trace/in-english.ts'
import { operationNames } from '../src/trace/operations.ts'
import { parse } from '../src/trace/parse.ts'

/** The error that a call throws, in English. */
function thrown(call: () => unknown): string {
  try {
    call()
  } catch (error) {
    return inEnglish(error as ParseError)
  }
  return 'accepted'
}

const all = `write ${operationNames.plain.join(', ')}`
const scalar = 'a JSON string, a number, true, false or nil'
const int64 = 'stay between -9223372036854775808 and 9223372036854775807'
const aHandle = 'a handle that a line before has named'
const nameIt = 'name it with HANDLE = init SID or HANDLE = read SID'
const aName =
  'the name of a handle; use letters, digits and _, not beginning with a digit'
const aWord =
  'a word without quotes and white space; write it as a JSON string, such as "ana maria"'
const escaped =
  'escape control characters (\\n, \\t, \\u0000) and each backslash'
const aUnit = 'write a number and a unit, such as 10s, 993ms or 1h0m5s'
const strings = 'put white space into JSON strings only'
const halves = 'write both halves of the surrogate pair, or neither'
const orLeave = 'add it, or leave out =>'

/** Traces, and their messages: the line, what was found there, and advice. */
const cases = {
  'a misspelt operation and suggests the nearest name':
    '\ninti ana → 2: found "inti", expected an operation; did you mean init?',
  'a misspelt method and suggests the nearest name':
    'h = init a\nh.gett "k" → 2: found "gett", expected an operation; did you mean get?',
  'a name that resembles none and lists all names': `xyzzyxyzzy → 1: found "xyzzyxyzzy", expected an operation; ${all}`,
  'an operation as a JSON string':
    '"init" a → 1: found "\\"init\\"", expected an operation; did you mean init?',
  'a line that begins with its result': `=> a → 1: found nothing, expected an operation after the beginning of the line; ${all}`,
  'a handle without a sid':
    'h = init → 1: found nothing, expected a sid after "init"; add it',
  'a handle for an operation on a handle':
    'a = init x\nb = a.id → 2: found "a.id", expected an operation; write init, read',
  'an operation on a handle as a JSON string': `a = init x\n"a.id" → 2: found "\\"a.id\\"", expected an operation; ${all}`,
  'a missing sid':
    'init → 1: found nothing, expected a sid after "init"; add it',
  'a missing sid before a comment':
    'init #a → 1: found nothing, expected a sid after "init"; add it',
  'an arrow for a sid':
    'init => a → 1: found nothing, expected a sid after "init"; add it',
  'one word too many': `init a b → 1: found "b", expected nothing, a comment or => after "a"; ${strings}`,
  'a sid with a quote': `init a"b → 1: found "a\\"b", expected ${aWord}`,
  'a sid with white space other than a space':
    'init ana\u3000maria → 1: found an ideographic space (U+3000), expected an ordinary space; type one in half width',
  'a string without a closing quote':
    'init "ana → 1: found "\\"ana", expected a JSON string with its closing quote; close it, and write \\" for a quote inside',
  'a string with a wrong escape': `init "\\x" → 1: found "\\"\\\\x\\"", expected a JSON string; ${escaped}`,
  'a string with a tab': `init "a\tb" → 1: found "\\"a\\tb\\"", expected a JSON string; ${escaped}`,
  'a string without a space after it':
    'init "a"#b → 1: found "#b", expected white space after "a"; put a space there',
  'half a surrogate pair as an escape': `init "\\ud83d" → 1: found "\\ud83d", expected whole characters; ${halves}`,
  'half a surrogate pair as a character': `init \udc00 → 1: found "\\udc00", expected whole characters; ${halves}`,
  'a text without quotes as a value': `h = init a\nh.set "k" Ann → 2: found "Ann", expected ${scalar}; write text as a JSON string: "Ann"`,
  'a list as a value': `h = init a\nh.set "k" [1] → 2: found "[1]", expected ${scalar}; write text as a JSON string: "[1]"`,
  'a hexadecimal number as in Go': `h = init a\nh.set "k" 0x10 → 2: found "0x10", expected ${scalar}; write text as a JSON string: "0x10"`,
  'a number with leading zeros': `h = init a\nh.get 007 → 2: found "007", expected ${scalar}; write text as a JSON string: "007"`,
  'a missing value':
    'h = init a\nh.set "k" → 2: found nothing, expected a key or a value after "\\"k\\""; add it',
  'a number too large for a double':
    'h = init a\nh.set 1e999 1 → 2: found "1e999", expected a number that a double can hold; stay under 1.8e308',
  'seconds with a unit':
    'gc 10s → 1: found "10s", expected whole seconds; write gc 10',
  'half seconds':
    'gc 1.5 → 1: found "1.5", expected whole seconds; write gc 10',
  'seconds in quotes':
    'gc "10" → 1: found "\\"10\\"", expected whole seconds; write gc 10',
  'seconds beyond int64': `gc 9223372036854775808 → 1: found "9223372036854775808", expected seconds within int64; ${int64}`,
  'a duration without a unit': `wait 10 → 1: found "10", expected a duration; ${aUnit}`,
  'a negative wait':
    'wait -10s → 1: found "-10s", expected a duration that is not negative; time cannot pass backwards: clock -10s sets the wall clock',
  'a duration in quotes':
    'wait "10s" → 1: found "\\"10s\\"", expected a duration; leave out the quotes',
  'a handle that is never named': `a.get "k" → 1: found "a", expected ${aHandle}; ${nameIt}`,
  'a misspelt handle': `anna = init a\nana.id → 2: found "ana", expected ${aHandle}; did you mean anna?`,
  'a handle that is named later': `same a a\na = init x → 1: found "a", expected ${aHandle}; ${nameIt}`,
  'a handle that is not a name': `1a = init x → 1: found "1a", expected ${aName}`,
  'an empty handle': `.get "k" → 1: found "", expected ${aHandle}; ${nameIt}`,
  'a handle for an operation without a session':
    'a = destroy x → 1: found "destroy", expected an operation; write init, read',
  'a handle without spaces around =':
    'a=init x → 1: found "a=init", expected an operation; did you mean init?',
  'a result for an operation that has none':
    'wait 1s => nil → 1: found "nil", expected error after =>; wait has no result: leave out =>',
  'an empty result for gc':
    'gc 1 => → 1: found nothing, expected error after =>; gc has no result: leave out =>',
  'a missing result': `init a => → 1: found nothing, expected a sid or error after =>; ${orLeave}`,
  'a wrong nil':
    'destroy a => a → 1: found "a", expected nil or error after =>',
  'two results': `init a => a b → 1: found "b", expected one result; ${strings}`,
  'two arrows':
    'list => a => b → 1: found "=>", expected a sid; write the sid "=>" as a JSON string',
  'a wrong boolean':
    'h = init a\nsame h h => 1 → 2: found "1", expected true, false or error after =>',
  'a wrong integer':
    'visited => two → 1: found "two", expected a whole number or error after =>',
  'a wrong stamp':
    'stamps => 0 1.5 → 1: found "1.5", expected a whole number; give whole seconds',
  'a map out of order, which cannot be met':
    'map => b a → 1: found "b", expected "a" here; map gives its sids in code point order',
  'a handle with a hyphen': `a-b = init x → 1: found "a-b", expected ${aName}`,
  'a missing handle':
    'h = init a\nsame h → 2: found nothing, expected a handle after "h"; add it',
  'missing seconds':
    'gc → 1: found nothing, expected whole seconds after "gc"; add it',
  'seconds below int64': `gc -9223372036854775809 → 1: found "-9223372036854775809", expected seconds within int64; ${int64}`,
  'a missing provider':
    'provider → 1: found nothing, expected a provider after "provider"; add it',
  'a provider that does not exist':
    'provider third → 1: found "third", expected first or second; write one',
  'a provider as a JSON string':
    'provider "first" → 1: found "\\"first\\"", expected first or second; write one',
  'a missing duration':
    'wait → 1: found nothing, expected a duration after "wait"; add it',
  'a duration beyond int64':
    'clock 2562048h → 1: found "2562048h", expected a duration that fits int64 nanoseconds; stay under 2562047h (292 years)',
  'two errors': `visited => error error → 1: found "error", expected one result; ${strings}`,
  'a wrong result of update':
    'update a => true → 1: found "true", expected nil or error after =>',
  'a wrong result of set':
    'h = init a\nh.set 1 2 => 2 → 2: found "2", expected nil or error after =>',
  'a wrong result of delete':
    'h = init a\nh.delete 1 => a → 2: found "a", expected nil or error after =>',
  'a wrong result of get': `h = init a\nh.get 1 => Ann → 2: found "Ann", expected ${scalar}; write text as a JSON string: "Ann"`,
  'a missing result of get': `h = init a\nh.get 1 => → 2: found nothing, expected a JSON string, a number, true, false, nil or error after =>; ${orLeave}`,
  'a missing boolean': `h = init a\nsame h h => → 2: found nothing, expected true, false or error after =>; ${orLeave}`,
  'a missing integer': `visited => → 1: found nothing, expected a whole number or error after =>; ${orLeave}`,
  'a result of clock':
    'clock 1s => 1s → 1: found "1s", expected error after =>; clock has no result: leave out =>',
  'a result of provider':
    'provider first => first → 1: found "first", expected error after =>; provider has no result: leave out =>',
  'a result of gc':
    'gc 1 => 1 → 1: found "1", expected error after =>; gc has no result: leave out =>',
  'an error of list beside sids':
    'list => error "=>" => → 1: found "=>", expected a sid; write the sid "=>" as a JSON string',
  'a misspelt handle after lines without one': `list\ninit a\nanna = init a\nana.id → 4: found "ana", expected ${aHandle}; did you mean anna?`,
  'a carriage return inside a line':
    'init a\rb → 1: found a character that breaks lines (U+000D), expected the end of the line; delete it and press Enter',
  'a very long word and shortens it': `${'x'.repeat(70_000)} a → 1: found "${'x'.repeat(60)}"…, expected an operation; ${all}`,
}

test.each(Object.entries(cases))('parse: refuses %s', (_, refused) => {
  const [text = '', message] = refused.split(' → ')
  const refusal = thrown(() => parse(text, 'a.trace'))
  expect(refusal).toBe(`a.trace:${message}`)
})

test('ParseError: begins with its name and its place', () => {
  const wrong = () => parseDuration('10')
  const advice = 'write a number and a unit, such as 10s, 993ms or 1h0m5s'
  const said = `found "10", expected a duration; ${advice}`
  expect(thrown(wrong)).toBe(`trace:0: ${said}`)
  expect(thrown(() => parse('\nwait 10'))).toBe(`trace:2: ${said}`)
  expect(thrown(() => parse('destroy a => a'))).toBe(
    'trace:1: found "a", expected nil or error after =>',
  )
})

test.each([
  ['x'.repeat(60), ''],
  ['x'.repeat(60), 'x'],
  ['🙂'.repeat(60), ''],
  ['🙂'.repeat(60), '🙂'],
])('quote: shows 60 characters, and cuts the rest: %j, %j', (shown, cut) => {
  expect(quote(shown + cut)).toBe(`"${shown}"${cut && '…'}`)
})

test('parse: text between single quotes is advised without them', () => {
  expect(thrown(() => parse("h = init a\nh.set 'k' 1"))).toContain(
    'JSON string: "k"',
  )
})
