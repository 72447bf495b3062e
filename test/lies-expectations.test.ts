/** Lies about what a step gave: each expectation that it misses is seen to fail. */
import { describe, expect, it } from 'vitest'
import { openEngines } from '../src/evidence/runs.ts'
import { type Engine, judge, notRun, sameResult } from '../src/trace/engine.ts'
import { parse } from '../src/trace/parse.ts'
import type { Result } from '../src/trace/trace.ts'
import { once } from './once.ts'

/** Expectations that both engines must miss, by the last line of a trace. */
const missed = [
  'init a => b',
  'init a => A',
  'h = init a\nh.id => b',
  'read a => ""',
  'h = init a\nh.get "k" => ""',
  'h = init a\nh.get "k" => false',
  'h = init a\nh.get "k" => 0',
  'h = init a\nh.get "k" => "nil"',
  'h = init a\nh.set "k" nil\nh.get "k" => "null"',
  'h = init a\nh.set "k" 1\nh.get "k" => "1"',
  'h = init a\nh.set "k" 1\nh.get "k" => true',
  'h = init a\nh.set "k" 1\nh.get "k" => nil',
  'h = init a\nh.set "k" ""\nh.get "k" => nil',
  'h = init a\nh.set "k" 0\nh.get "k" => false',
  'h = init a\nh.set "k" 1\nh.get "k" => 1.0000000000000002',
  'init a => error',
  'destroy a => error',
  'gc 10 => error',
  'h = init a\nh.get "k" => error',
  'init a\ninit b\nlist => b a',
  'init a\ninit b\nlist => a',
  'init a\ninit b\nlist => a b b',
  'init a\ninit b\nlist => a c',
  'init a\nlist =>',
  'list => a',
  'init a\ninit b\nmap => a',
  'init a\nmap => a b',
  'init a\nmap =>',
  'map => a',
  'init a\ninit a\nmap => a a',
  'init a\nstamps => 1',
  'init a\nstamps =>',
  'stamps => 0',
  'init a\nwait 999ms\ninit b\nstamps => 0 1',
  'init a\nclock -1ms\ninit b\nstamps => 0 0',
  'visited => 1',
  'init a\ngc 10\nvisited => 0',
  'init a\ninit b\ngc 10\nvisited => 2',
  'a = init a\nb = init b\nsame a b => true',
  'a = init a\nb = read a\nsame a b => false',
  'a = init a\nb = init a\nsame a b => true',
]

const engines: Engine[] = Object.values(openEngines())

describe.each(engines)('expectations on the $name', (engine) => {
  const runs = once(() => engine.run(missed.map((text) => parse(text))))

  it.each(missed)('are missed: %j', (text) => {
    const steps = runs()[missed.indexOf(text)] ?? []
    expect(steps.slice(0, -1).every(({ ok }) => ok)).toBe(true)
    expect(steps.at(-1)?.ok).toBe(false)
  })
})

describe('judge', () => {
  const state = { list: [], orphans: [], astray: {}, handles: {} }
  const last = (text: string) => {
    const operation = parse(text).operations.at(-1)
    if (!operation) throw new Error('the trace is empty')
    return operation
  }
  const get = 'h = init a\nh.get "k"'

  it.each<[string, object, boolean]>([
    [`${get} => nil`, { result: null }, true],
    [`${get} => nil`, { result: undefined }, false],
    [`${get} => nil`, { result: null, error: 'broken' }, false],
    [`${get} => 1`, { result: 1, error: 'broken' }, false],
    [`${get} => 1`, { result: 1, error: '' }, false],
    [`${get} => error`, { error: '' }, true],
    [`${get} => error`, { result: null }, false],
    [get, { result: 1 }, true],
    [get, { error: 'broken' }, false],
    [get, { error: '' }, false],
  ])('%j with %j: %s', (text, outcome, ok) => {
    const step = judge(last(text), { state, visited: 0, ...outcome })
    expect(step.ok).toBe(ok)
  })

  it('an operation that is not run is not ok, even if an error is expected', () => {
    const step = notRun(last(`${get} => error`), { state, visited: 0 }, 'why')
    expect(step).toMatchObject({ ok: false, error: 'not run: why' })
  })

  it.each<[Result | undefined, Result | undefined]>([
    [null, undefined],
    [null, ''],
    [null, 0],
    [null, false],
    [undefined, ''],
    [1, '1'],
    [0, false],
    [[], null],
    [[], undefined],
    [['a'], 'a'],
    [[], ['a']],
    [['a'], ['a', 'b']],
    [
      ['a', 'b'],
      ['b', 'a'],
    ],
    [
      ['a', 'b'],
      ['a', 'c'],
    ],
    [
      ['a', 'b'],
      ['c', 'b'],
    ],
    [['1'], [1]],
  ])('%j and %j are not the same result', (a, b) => {
    expect(sameResult(a, b)).toBe(false)
    expect(sameResult(b, a)).toBe(false)
    expect(sameResult(a, a) && sameResult(b, b)).toBe(true)
  })
})
