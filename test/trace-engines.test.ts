/** Tests what both engines do alike, and what ends a run. */
import { describe, expect, it } from 'vitest'
import { openOriginal } from '../src/evidence/original.ts'
import { openPort } from '../src/evidence/runs.ts'
import * as memory from '../src/providers/memory.ts'
import * as time from '../src/time.ts'
import type { Engine, Step } from '../src/trace/engine.ts'
import { parse } from '../src/trace/parse.ts'
import { portEngine } from '../src/trace/port.ts'

const engines: Engine[] = [openPort(), openOriginal()]
const impatient: Engine[] = [
  portEngine({ memory, time }, { maxReads: 5 }),
  openOriginal({ maxReads: 5 }),
]

const run = (engine: Engine, ...texts: string[]): Step[][] =>
  engine.run(texts.map((text) => parse(text)))

/** The steps of all traces that are not as expected. */
const bad = (engine: Engine, ...texts: string[]) =>
  run(engine, ...texts)
    .flat()
    .filter(({ ok }) => !ok)

describe.each(engines)('engine: $name', (engine) => {
  it('run: returns line, text, result, state and verdict of each line', () => {
    const text = `# title
      b = init bo      # 2
      b.set "user" nil
      b.set 10 true
      wait 1500ms
      init __proto__ => __proto__
      init bo
      gc -5

      c = read bo => wrong`
    const [steps] = run(engine, text)
    expect(steps?.map(({ line }) => line)).toEqual([2, 3, 4, 5, 6, 7, 8, 10])
    expect(steps?.findIndex(({ ok }) => !ok)).toBe(7)
    const [first, , , wait] = steps ?? []
    const last = steps?.at(-1)
    expect(first).toEqual({
      name: 'init',
      line: 2,
      text: 'b = init bo',
      result: 'bo',
      state: {
        list: [{ number: 1, sid: 'bo', stamp: 0, values: [] }],
        orphans: [],
        astray: {},
        handles: { b: 1 },
      },
      visited: 0,
      ok: true,
    })
    expect(wait?.result).toBeUndefined()
    // gc -5 removes every session; read then creates bo again.
    expect(last).toEqual({
      name: 'read',
      line: 10,
      text: 'c = read bo => wrong',
      result: 'bo',
      state: {
        list: [{ number: 4, sid: 'bo', stamp: 1500, values: [] }],
        orphans: [],
        astray: {},
        handles: { b: 1, c: 4 },
      },
      visited: 3,
      expected: { value: 'wrong' },
      ok: false,
    })
  })

  it('run: values are sorted by key; any text can be a sid', () => {
    const inits = [
      '__proto__',
      'constructor',
      '🙂',
      'e\u0301',
      '\u00e9',
      '10',
      '2',
    ].map((sid) => `init ${JSON.stringify(sid)}`)
    const keys = ['"b"', '"a"', 'true', 'false', '10', '9', '-1', 'nil', '""']
    const [steps] = run(
      engine,
      `${inits.join('\n')}
      h = init "\\u0000\\u2028\\"\\\\"
      ${keys.map((key) => `h.set ${key} 1e21`).join('\n')}
      map => "\\u0000\\u2028\\"\\\\" 10 2 __proto__ constructor e\u0301 \u00e9 🙂`,
    )
    expect(steps?.filter(({ ok }) => !ok)).toEqual([])
    const { list } = steps?.at(-1)?.state ?? {}
    expect(list?.[0]?.values.map(([key]) => key)).toEqual([
      ...[false, true, -1, 9, 10, null],
      ...['', 'a', 'b'],
    ])
  })

  it('run: each trace begins with an empty store and the clock at the start', () => {
    // If the clock were not reset, the last half second would show in the next.
    const text = `h = init ana\nclock 1h\nwait 1h\nupdate ana\nstamps => 7200
      wait 10999ms\ngc 10\nlist => ana\nwait 501ms`
    const [first, second] = run(engine, text, `list =>\ngc 0\n${text}`)
    expect(first?.every(({ ok }) => ok)).toBe(true)
    expect(second?.every(({ ok }) => ok)).toBe(true)
    expect(second?.[0]?.state.handles).toEqual({})
    expect(run(engine)).toEqual([])
    const handed: [number, number][] = []
    engine.play([parse('list'), parse(''), parse('list\nmap')], (step, index) =>
      handed.push([index, step.line]),
    )
    expect(handed).toEqual([
      [0, 1],
      [2, 1],
      [2, 2],
    ])
    const stopped = () =>
      engine.play([parse('list')], () => {
        throw new Error('read enough')
      })
    expect(stopped).toThrow('read enough')
    expect(
      run(engine, '', '# nothing', 'list =>').map((s) => s.length),
    ).toEqual([0, 0, 1])
  })

  it('visited: is 0 before a gc, and then the number of the last gc', () => {
    const text = `gc 10\nvisited => 0\ninit a\ninit b\nvisited => 0\ngc 0
      visited => 1\nwait 1s\ngc 0\nread c\nvisited => 2`
    expect(bad(engine, text)).toEqual([])
  })

  it('=> error: is met only if the operation fails', () => {
    const [steps] = run(engine, 'init a => error\nwait 1s => error')
    expect(steps?.map(({ ok }) => ok)).toEqual([false, false])
  })

  it('clock: fails outside the range of Go, and ends the run', () => {
    const text = 'init a\nclock 1000000h\nlist => a\nclock 1000000h\nlist => a'
    const [steps, next] = run(engine, text, 'list =>')
    expect(steps?.map(({ ok }) => ok)).toEqual([true, true, true, false, false])
    expect(steps?.[3]?.error).toContain('leave the years 1885 to 2157')
    expect(steps?.[4]?.error).toBe('not run: line 4 has ended the run')
    expect(steps?.[2]?.state.list).toHaveLength(1)
    expect(steps?.[3]?.state).toEqual(steps?.[2]?.state)
    expect(steps?.[4]?.state).toEqual(steps?.[2]?.state)
    expect(next?.every(({ ok }) => ok)).toBe(true)
    const back = 'clock -1000000h\ninit a\nclock -1000000h => error'
    expect(bad(engine, back)).toEqual([])
  })

  it('clock, wait: reach the ends of their ranges', () => {
    const back = 'clock -3628972800s'
    const texts = [
      `${back}\ninit a\nclock -1ns => error`,
      'clock 4960961791999999999ns\nupdate a\nclock 1ns => error',
      'clock 4960961791s\nupdate a\nwait 1s => error',
      `${back}\nwait 8589934591s\n${back}\nwait 633437445854775806ns\nwait 1ns => error`,
    ]
    expect(bad(engine, ...texts)).toEqual([])
  })

  it('wait: two centuries pass in each of several traces', () => {
    const text = 'clock -1000000h\ninit a\nwait 1752000h\nstamps => -3600000000'
    const out = `${text}\nclock -900000h\nwait 900000h => error`
    expect(bad(engine, text, text, text, out)).toEqual([])
  })
})

describe.each(impatient)('engine: $name, ended after 5 reads', (engine) => {
  it('run: an operation that does not end is an error and ends the run', () => {
    const text = `${'init a\n'.repeat(6)}wait 1s\ngc 0\nlist\nvisited => 0`
    const [steps, next] = run(engine, text, 'init b\nlist => b')
    expect(steps?.[7]).toMatchObject({ line: 8, ok: false, visited: 0 })
    expect(steps?.[7]?.error).toBe(
      'ClockError: read the clock more than 5 times: it does not end',
    )
    expect(steps?.slice(8).map(({ error, ok }) => [error, ok])).toEqual([
      ['not run: line 8 has ended the run', false],
      ['not run: line 8 has ended the run', false],
    ])
    expect(next?.every(({ ok }) => ok)).toBe(true)
  })

  it('run: the limit is for each operation, not for the emptying between', () => {
    // A pass visits five entries. The second trace leaves six to empty.
    const pass = `${'init a\n'.repeat(5)}wait 1s\ngc 0\nvisited => 5\n`
    const texts = [pass.repeat(3), 'init a\n'.repeat(6), 'list =>']
    expect(bad(engine, ...texts)).toEqual([])
  })

  it('=> error: an operation that does not end can be expected', () => {
    const [steps] = run(engine, `${'init a\n'.repeat(6)}wait 1s\ngc 0 => error`)
    expect(steps?.at(-1)?.ok).toBe(true)
  })
})
