/** Tests the trace language: what the parser refuses, and its messages. */
import { expect, test } from 'vitest'
import { ParseError } from '../src/trace/error.ts'
import { inEnglish } from '../src/trace/messages.ts'
import { parse } from '../src/trace/parse.ts'

/** The message of the error for a trace. */
function refusal(text: string): string {
  try {
    parse(text, 'a.trace')
  } catch (error) {
    return inEnglish(error as ParseError)
  }
  return 'accepted'
}

/** Traces, and how the messages begin: the line, and what was found there. */
const cases = {
  'a misspelt operation and suggests the nearest name':
    '\ninti ana → 2: found "inti", expected an operation; did you mean init?',
  'a misspelt method and suggests the nearest name':
    'h = init a\nh.gett "k" → 2: found "gett", expected an operation; did you mean get?',
  'a name that resembles none and lists all names':
    'xyzzyxyzzy → 1: found "xyzzyxyzzy", expected an operation; write init, read, ' +
    'destroy, update, gc, wait, clock, provider, list, map, stamps, same, visited',
  'an operation as a JSON string':
    '"init" a → 1: found "\\"init\\"", expected an operation',
  'a line that begins with its result':
    '=> a → 1: found nothing, expected an operation after the beginning of the',
  'a handle without a sid':
    'h = init → 1: found nothing, expected a sid after "init"; add it',
  'a handle for an operation on a handle':
    'a = init x\nb = a.id → 2: found "a.id", expected an operation; write init, read',
  'an operation on a handle as a JSON string':
    'a = init x\n"a.id" → 2: found "\\"a.id\\"", expected an operation; write init, read',
  'a missing sid': 'init → 1: found nothing, expected a sid after "i',
  'a missing sid before a comment': 'init #a → 1: found nothing, expec',
  'an arrow for a sid': 'init => a → 1: found nothing, expected a sid',
  'one word too many': 'init a b → 1: found "b", expected nothing, a com',
  'a sid with a quote': 'init a"b → 1: found "a\\"b", expected a word',
  'a sid with white space other than a space':
    'init ana\u3000maria → 1: found an ideographic space (U+3000), expected an ordinary space',
  'a string without a closing quote':
    'init "ana → 1: found "\\"ana", expected a JSON string with its closing quote',
  'a string with a wrong escape':
    'init "\\x" → 1: found "\\"\\\\x\\"", expected a JSON string; escape control',
  'a string with a tab': 'init "a\tb" → 1: found "\\"a\\tb\\"", expecte',
  'a string without a space after it':
    'init "a"#b → 1: found "#b", expected white space after "a"',
  'half a surrogate pair as an escape':
    'init "\\ud83d" → 1: found "\\ud83d", expected whole characters',
  'half a surrogate pair as a character':
    'init \udc00 → 1: found "\\udc00", expected whole characters',
  'a text without quotes as a value':
    'h = init a\nh.set "k" Ann → 2: found "Ann", expected a JSON string, a number, true, false or nil; ' +
    'write text as a JSON string: "Ann"',
  'a list as a value': 'h = init a\nh.set "k" [1] → 2: found "[1]", exp',
  'a hexadecimal number as in Go':
    'h = init a\nh.set "k" 0x10 → 2: found "0x10", expec',
  'a number with leading zeros':
    'h = init a\nh.get 007 → 2: found "007", expec',
  'a missing value': 'h = init a\nh.set "k" → 2: found nothing, expecte',
  'a number too large for a double':
    'h = init a\nh.set 1e999 1 → 2: found "1e999", expected a number that a double can hold',
  'seconds with a unit': 'gc 10s → 1: found "10s", expected whole sec',
  'half seconds': 'gc 1.5 → 1: found "1.5", expected whole seconds',
  'seconds in quotes': 'gc "10" → 1: found "\\"10\\"", expected whole',
  'seconds beyond int64':
    'gc 9223372036854775808 → 1: found "9223372036854775808", expected seconds within int64',
  'a duration without a unit':
    'wait 10 → 1: found "10", expected a duration; write a number and a unit, such',
  'a negative wait':
    'wait -10s → 1: found "-10s", expected a duration that is not negative; ' +
    'time cannot pass backwards: clock -10s sets the wall clock',
  'a duration in quotes':
    'wait "10s" → 1: found "\\"10s\\"", expected a duration; leave out the quotes',
  'a handle that is never named':
    'a.get "k" → 1: found "a", expected a handle that a line before has named; ' +
    'name it with HANDLE = init SID or HANDLE = read SID',
  'a misspelt handle':
    'anna = init a\nana.id → 2: found "ana", expected a handle that a line before has named; did',
  'a handle that is named later':
    'same a a\na = init x → 1: found "a", expecte',
  'a handle that is not a name': '1a = init x → 1: found "1a", expected the',
  'an empty handle': '.get "k" → 1: found "", expected a handle that a',
  'a handle for an operation without a session':
    'a = destroy x → 1: found "destroy", expected an operation; write init, read',
  'a handle without spaces around =':
    'a=init x → 1: found "a=init", expected an',
  'a result for an operation that has none':
    'wait 1s => nil → 1: found "nil", expected error after =>; wait has no result: leave out =>',
  'an empty result for gc': 'gc 1 => → 1: found nothing, expected error after',
  'a missing result': 'init a => → 1: found nothing, expected a sid or',
  'a wrong nil': 'destroy a => a → 1: found "a", expected nil or error',
  'two results': 'init a => a b → 1: found "b", expected one result',
  'two arrows': 'list => a => b → 1: found "=>", expected a sid; write',
  'a wrong boolean': 'h = init a\nsame h h => 1 → 2: found "1", expecte',
  'a wrong integer': 'visited => two → 1: found "two", expected a whole',
  'a wrong stamp': 'stamps => 0 1.5 → 1: found "1.5", expected a whole',
  'a map out of order, which cannot be met':
    'map => b a → 1: found "b", expected "a" here; map gives its sids in code point or',
  'a very long word and shortens it': `${'x'.repeat(70_000)} a → 1: found "${'x'.repeat(60)}"…, expected an operation`,
}

test.each(Object.entries(cases))('parse: refuses %s', (_, refused) => {
  const [text = '', message = ''] = refused.split(' → ')
  const wanted = `a.trace:${message}`
  expect(refusal(text).slice(0, wanted.length)).toBe(wanted)
})

/** Lines of phones, input methods and editors, and what is named in them. */
const lookalikes = {
  ideographicSpace: ['init\u3000ana', 'init ana\u3000', 'list =>\u3000ana'],
  noBreakSpace: ['init\u00a0ana', 'gc\u202f10', 'wait 10\u00a0s'],
  otherSpace: ['init\u2003ana', '\u2009list', 'map =>\u205fa'],
  lineBreak: ['init a\rlist', 'init a\u2028list', 'list\u0085', 'map\v'],
  byteOrderMark: ['list\ufeff', '# t\n\ufefflist', 'init \ufeffana'],
  invisible: [
    ...['init ana\u200b', 'init a\u00adna', 'in\u2060it ana', 'wait\u200e 1s'],
    ...['init \u202eana', 'list\0', 'init a\u200db', 'init a\u200c'],
  ],
  quotationMark: [
    ...['init “ana”', 'init „ana“', 'h = init a\nh.set “k” 1', 'init ‘ana’'],
    ...['h = init a\nh.get «k»', 'init 「ana」', 'list => “a” b', 'init ＂a＂'],
    ...[
      'h = init a\nh.set "k" “two words”',
      'init 『a』',
      'init ‹a›',
      'init a’',
    ],
  ],
  fullWidth: [
    ...['gc １０', 'ｉｎｉｔ ana', 'wait １０s', 'h ＝ init a', 'init a ＃ c'],
    ...['h = init a\nh．id', 'init a ＝＞ a', 'gc －1', '＃ title'],
  ],
  arrow: [
    ...['init a ⇒ a', 'list → a b', 'list ->', 'init a ==> a', 'map -> a'],
    ...['init a =&gt; a', 'init a ⟹ a', 'gc 1 → error', 'list → => a'],
  ],
  minus: ['gc −10', 'clock –10s', 'clock —1h', 'stamps => −1'],
  digit: ['gc ١٠', 'wait १0s', 'stamps => ۵'],
}

test.each(
  Object.entries(lookalikes).flatMap(([kind, texts]) =>
    texts.map((text) => [kind, text] as const),
  ),
)('parse: names a character as %s in %j', (kind, text) => {
  let found: unknown
  try {
    parse(text)
  } catch (error) {
    found = error
  }
  expect(found).toBeInstanceOf(ParseError)
  const { code, values, line } = found as ParseError
  expect(code).toBe(kind)
  expect(line).toBe(text.split('\n').length)
  // It is named as it is in the text.
  expect(text).toContain(values.character)
  expect(values.code).toMatch(/^U\+[0-9A-F]{4,}$/)
})

/** The same characters where they mean themselves. */
test.each([
  ...[
    'init "ana\u3000maria" # “c”\u3000',
    '# “title”\u3000 → ＃ １０',
    'init o’brien',
  ],
  ...[
    'init アナ',
    'init ａｎａ',
    'init 👩‍💻',
    'init می‌خواهم',
    'init a–b',
    'init ٣',
  ],
  ...['init ana=>bo', 'h = init a\nh.set "→" "«１０»\u200b"', 'init a→b'],
])('parse: accepts %j', (text) => {
  expect(() => parse(text)).not.toThrow()
})

/** Another mistake is named before a character that could stay. */
test.each([
  ['inti ａｎａ', 'operationNear'],
  ['init ａｎａ b', 'tooMany'],
  ['read ｂｏ ⇒ ｂｏ', 'arrow'],
  ["h = init a\nh.set 'k' 1", 'scalar'],
  ['wait 10 # １０', 'duration'],
])('parse: %j is refused as %s', (text, code) => {
  expect(() => parse(text)).toThrow(expect.objectContaining({ code }))
})

test('parse: text between single quotes is advised without them', () => {
  expect(refusal("h = init a\nh.set 'k' 1")).toContain('JSON string: "k"')
})
