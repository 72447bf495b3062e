/** Tests how the parser names characters that look like those of a trace. */
import { expect, test } from 'vitest'
import { ParseError } from '../src/trace/error.ts'
import { parse } from '../src/trace/parse.ts'

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
