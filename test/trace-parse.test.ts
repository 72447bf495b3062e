/** Tests the trace language: what the parser accepts. */
import { expect, test } from 'vitest'
import { parse, parseLines } from '../src/trace/parse.ts'
import { expected, read } from './said.ts'

test('parse: reads every operation', () => {
  const text = `
      init ana
      a = init ana
      read ana
      b = read ana
      destroy ana
      update ana
      gc -10
      a.set "k" 1
      a.get "k"
      a.delete "k"
      a.id
      wait 1m
      wait 0s
      clock -1m
      list
      map
      stamps
      same a b
      visited
      provider first
      provider second`
  expect(read(text)).toStrictEqual([
    { name: 'init', sid: 'ana' },
    { name: 'init', sid: 'ana', keep: 'a' },
    { name: 'read', sid: 'ana' },
    { name: 'read', sid: 'ana', keep: 'b' },
    { name: 'destroy', sid: 'ana' },
    { name: 'update', sid: 'ana' },
    { name: 'gc', seconds: -10n },
    { name: 'set', handle: 'a', key: 'k', value: 1 },
    { name: 'get', handle: 'a', key: 'k' },
    { name: 'delete', handle: 'a', key: 'k' },
    { name: 'id', handle: 'a' },
    { name: 'wait', nanoseconds: 60_000_000_000n },
    { name: 'wait', nanoseconds: 0n },
    { name: 'clock', nanoseconds: -60_000_000_000n },
    { name: 'list' },
    { name: 'map' },
    { name: 'stamps' },
    { name: 'same', handles: ['a', 'b'] },
    { name: 'visited' },
    { name: 'provider', provider: 'first' },
    { name: 'provider', provider: 'second' },
  ])
})

test('parseLines: an error that is no mistake of the trace stays as it is', () => {
  const lines = parseLines('init a\ninit b', 'a.trace')
  lines.next()
  const stopped = new Error('stopped')
  expect(() => lines.throw(stopped)).toThrow(stopped)
})

test('parse: the first comment on any line is the title', () => {
  expect(parse('\n\n# one \n# two').title).toBe('one')
  expect(parse('init a # one\n# two').title).toBe('one')
  expect(parse('init a').title).toBe('')
  expect(parse('#\n# two').title).toBe('')
})

test('parse: lines are numbered in the file and kept as written', () => {
  const [first, second] = parse('# t\n\ninit  a  # c\n\tlist =>  a').operations
  expect([first?.line, first?.text]).toEqual([3, 'init  a'])
  expect([second?.line, second?.text]).toEqual([4, 'list =>  a'])
})

test('parse: accepts a BOM, CRLF, tabs and a missing last newline', () => {
  const same = [{ name: 'init', sid: 'a' }, { name: 'list' }]
  expect(read('\uFEFFinit a\r\nlist\r\n')).toEqual(same)
  expect(read('init\ta\n  \t\nlist')).toEqual(same)
  expect(parse('\uFEFF# t\r\ninit a').title).toBe('t')
  expect(read('')).toEqual([])
  expect(read('\n\n')).toEqual([])
  expect(read('\r\ninit a\r')).toEqual([same[0]])
})

test('parse: # inside a word or a JSON string starts no comment', () => {
  expect(read('init a#b')).toEqual([{ name: 'init', sid: 'a#b' }])
  expect(read('init "# \\" #" # c')).toEqual([{ name: 'init', sid: '# " #' }])
  expect(read('init "a\\\\" # c')).toEqual([{ name: 'init', sid: 'a\\' }])
})

test('parse: sids are any words or JSON strings', () => {
  const sids = ['アナ', 'nil', '=', '42', 'a=>b', '__proto__', 'e\u0301', '🙂']
  for (const sid of sids) {
    expect(read(`init ${sid}`)).toEqual([{ name: 'init', sid }])
    expect(read(`init ${JSON.stringify(sid)}`)).toEqual([{ name: 'init', sid }])
  }
  expect(read('init ""')).toEqual([{ name: 'init', sid: '' }])
  expect(read('init "=>"')).toEqual([{ name: 'init', sid: '=>' }])
  expect(read('init "\\ud83d\\ude42"')).toEqual([{ name: 'init', sid: '🙂' }])
})

test('parse: a handle may have the name of an operation', () => {
  expect(read('init = read a\ninit.id')).toEqual([
    { name: 'read', sid: 'a', keep: 'init' },
    { name: 'id', handle: 'init' },
  ])
  expect(read('__proto__ = init a\n__proto__.id')).toHaveLength(2)
})

test('parse: keys and values are JSON scalars or nil', () => {
  const scalars = [
    ['"a b"', 'a b'],
    ['nil', null],
    ['null', null],
    ['true', true],
    ['false', false],
    ['-1.5e3', -1500],
    ['0.25', 0.25],
    ['12345678901234567890', 12345678901234567000],
    ['1e-999', 0],
  ] as const
  for (const [text, value] of scalars) {
    expect(read(`h = init a\nh.set ${text} ${text}`)[1]).toEqual({
      name: 'set',
      handle: 'h',
      key: value,
      value,
    })
  }
})

test('parse: seconds may be any int64', () => {
  expect(read('gc 9223372036854775807\ngc -9223372036854775808')).toEqual([
    { name: 'gc', seconds: 9223372036854775807n },
    { name: 'gc', seconds: -9223372036854775808n },
  ])
})

test('=>: each operation expects results of its own kind', () => {
  const cases: [string, unknown][] = [
    ['init a => a', { value: 'a' }],
    ['read a => "a"', { value: 'a' }],
    ['read a => errors', { value: 'errors' }],
    ['read a => err', { value: 'err' }],
    ['read a => Error', { value: 'Error' }],
    ['destroy a => nil', { value: null }],
    ['update a => null', { value: null }],
    ['gc 1 => error', { error: true }],
    ['h = init a => a', { value: 'a' }],
    ['h = init a\nh.set 1 2 => nil', { value: null }],
    ['h = init a\nh.get 1 => "a b"', { value: 'a b' }],
    ['h = init a\nh.get 1 => nil', { value: null }],
    ['h = init a\nh.delete 1 => nil', { value: null }],
    ['h = init a\nh.id => a', { value: 'a' }],
    ['h = init a\nsame h h => true', { value: true }],
    ['list => b "a" b', { value: ['b', 'a', 'b'] }],
    ['list =>', { value: [] }],
    ['list =>   # nothing', { value: [] }],
    ['map => a b', { value: ['a', 'b'] }],
    ['map =>', { value: [] }],
    ['stamps => 0 -5 10', { value: [0, -5, 10] }],
    ['stamps =>', { value: [] }],
    ['visited => 3', { value: 3 }],
    ['list', undefined],
  ]
  for (const [text, value] of cases) {
    expect(expected(text), text).toEqual(value)
  }
})

test('=>: error expects a failure, "error" a sid; lists cannot fail', () => {
  expect(expected('h = init error\nh.id => error')).toEqual({ error: true })
  expect(expected('h = init error\nh.id => "error"')).toEqual({
    value: 'error',
  })
  expect(expected('list => error')).toEqual({ value: ['error'] })
  expect(expected('map => error')).toEqual({ value: ['error'] })
  expect(expected('wait 1s => error')).toEqual({ error: true })
  expect(expected('stamps => error')).toEqual({ error: true })
})
