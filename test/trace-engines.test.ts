/** Tests what both engines do alike, and what ends a run. */
import { describe, expect, it } from 'vitest'
import { List } from '../src/container/list.ts'
import { openOriginal } from '../src/evidence/original.ts'
import * as memory from '../src/providers/memory.ts'
import * as time from '../src/time.ts'
import { EMPTY, type Engine, type Step } from '../src/trace/engine.ts'
import { loadOriginal } from '../src/trace/original.ts'
import { parse } from '../src/trace/parse.ts'
import { portEngine } from '../src/trace/port.ts'
import { decodeReport } from '../src/trace/report.ts'
import { instructions, program } from './wasi-program.ts'

const { complain, exit, read, reply, sleep, sleepTwice, trap, wait } =
  instructions

const engines: Engine[] = [portEngine({ memory, time }), openOriginal()]
const impatient: Engine[] = [
  portEngine({ memory, time }, { maxReads: 5 }),
  openOriginal({ maxReads: 5 }),
]

function run(engine: Engine, ...texts: string[]): Step[][] {
  return engine.run(texts.map((text) => parse(text)))
}

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
    expect(steps?.map(({ line, ok }) => [line, ok])).toEqual([
      [2, true],
      [3, true],
      [4, true],
      [5, true],
      [6, true],
      [7, true],
      [8, true],
      [10, false],
    ])
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
    const sids = [
      '__proto__',
      'constructor',
      '🙂',
      'e\u0301',
      '\u00e9',
      '10',
      '2',
    ]
    const quoted = sids.map((sid) => JSON.stringify(sid))
    const keys = ['"b"', '"a"', 'true', 'false', '10', '9', '-1', 'nil', '""']
    const [steps] = run(
      engine,
      `${quoted.map((sid) => `init ${sid}`).join('\n')}
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
    const [steps] = run(
      engine,
      `gc 10\nvisited => 0\ninit a\ninit b\nvisited => 0\ngc 0\nvisited => 1
      wait 1s\ngc 0\nread c\nvisited => 2`,
    )
    expect(steps?.filter(({ ok }) => !ok)).toEqual([])
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
    const [back] = run(
      engine,
      'clock -1000000h\ninit a\nclock -1000000h => error',
    )
    expect(back?.map(({ ok }) => ok)).toEqual([true, true, true])
  })

  it('clock, wait: reach the ends of their ranges', () => {
    const back = 'clock -3628972800s'
    const texts = [
      `${back}\ninit a\nclock -1ns => error`,
      'clock 4960961791999999999ns\nupdate a\nclock 1ns => error',
      'clock 4960961791s\nupdate a\nwait 1s => error',
      `${back}\nwait 8589934591s\n${back}\nwait 633437445854775806ns\nwait 1ns => error`,
    ]
    const all = run(engine, ...texts).flat()
    expect(all.filter(({ ok }) => !ok)).toEqual([])
  })

  it('wait: two centuries pass in each of several traces', () => {
    const text = 'clock -1000000h\ninit a\nwait 1752000h\nstamps => -3600000000'
    const all = run(
      engine,
      text,
      text,
      text,
      `${text}\nclock -900000h\nwait 900000h => error`,
    )
    expect(all.flat().filter(({ ok }) => !ok)).toEqual([])
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
    const all = run(engine, ...texts).flat()
    expect(all.filter(({ ok }) => !ok)).toEqual([])
  })

  it('=> error: an operation that does not end can be expected', () => {
    const [steps] = run(engine, `${'init a\n'.repeat(6)}wait 1s\ngc 0 => error`)
    expect(steps?.at(-1)?.ok).toBe(true)
  })
})

describe('port', () => {
  it('run: restores the clock and the methods of the list', () => {
    run(portEngine({ memory, time }), 'clock -300000h\ninit a\ngc 10')
    expect(Math.abs(time.now().unixMilli() - Date.now())).toBeLessThan(1000)
    expect(Object.keys(memory.pder.list)).toEqual([])
  })

  it('afterEach: is called after each operation, and may stop the run', () => {
    const seen: number[] = []
    const engine = portEngine(
      { memory, time },
      {
        afterEach: (pder) => {
          seen.push(pder.list.len())
          if (seen.length === 3) {
            throw new Error('broken')
          }
        },
      },
    )
    const text = 'init a\ninit b\ndestroy a\nlist'
    expect(() => run(engine, text)).toThrow('broken')
    expect(seen).toEqual([1, 2, 1])
  })

  it('gc: an unsafe integer as lifetime fails, and the run continues', () => {
    const text = 'init a\ngc 9223372036854775807 => error\nlist => a'
    const [steps] = run(portEngine({ memory, time }), text)
    expect(steps?.every(({ ok }) => ok)).toBe(true)
    expect(steps?.[1]?.error).toContain('RangeError: maxlifetime')
  })

  it('run: ends a pass that does not read the clock', () => {
    class Endless extends memory.Provider {
      override sessionGC(): void {
        for (;;) {
          this.list.back()
        }
      }
    }
    const pder = new Endless(new List())
    pder.sessions = new Map()
    const { Provider } = memory
    const edited = { pder, Provider }
    const engine = portEngine({ memory: edited, time }, { maxReads: 5 })
    expect(run(engine, 'gc 0')[0]?.[0]?.error).toBe(
      'ClockError: looked at the list more than 10 times: it does not end',
    )
  })
})

describe('original', () => {
  const anonymous = { anonymous: true }

  it.each([
    ['traps', [read, trap], 'RuntimeError: unreachable'],
    ['exits', [read, exit], 'Error: the program has ended: exit 3'],
    ['stops', [read], 'Error: the program has ended: exit 0'],
    [
      'is silent',
      [read, read],
      'Error: cmd/trace: want one line of JSON, got ""',
    ],
    [
      'says two things',
      [read, reply, reply, read],
      'Error: cmd/trace: want one line of JSON, got "{',
    ],
    ['complains', [read, complain], 'Error: the program has ended: né'],
    [
      'sleeps twice',
      [read, sleepTwice],
      'Error: the program has ended: exit 58',
    ],
    ['waits', [read, wait], 'Error: the program has ended: exit 58'],
    [
      'sleeps when it should not',
      [read, sleep, reply, read],
      'ClockError: the virtual clock has drifted by 5 ns',
    ],
  ])(
    'run: a program that %s gives an error on that line',
    async (_, code, why) => {
      const engine = await loadOriginal(program(...code), anonymous)
      const [steps, next] = run(engine, 'init a\nlist', 'list')
      expect(steps?.[0]?.error?.slice(0, why.length)).toBe(why)
      expect(steps?.[0]).toMatchObject({ state: EMPTY, visited: 0 })
      expect(steps?.[1]?.error).toBe('not run: line 1 has ended the run')
      expect(next?.[0]?.error?.slice(0, why.length)).toBe(why)
    },
  )

  it.each([
    ['exits', exit],
    ['traps', trap],
  ])(
    'play: what the caller throws at the error of a program that %s comes back, once',
    async (_, end) => {
      const engine = await loadOriginal(program(read, end), anonymous)
      let taken = 0
      const take = () => {
        taken++
        throw new Error('enough')
      }
      expect(() => engine.play([parse('init a\nlist')], take)).toThrow('enough')
      expect(taken).toBe(1)
    },
  )

  it('run: a program that fails before its first input throws', async () => {
    const engine = await loadOriginal(program(trap), anonymous)
    expect(() => run(engine, 'init a')).toThrow('unreachable')
  })

  it('loadOriginal: refuses bytes that are not a module', async () => {
    await expect(loadOriginal(new Uint8Array(8))).rejects.toThrow('magic')
  })

  it('decodeReport: distinguishes a nil result from no result', () => {
    const rest = '"list":[],"map":{},"handles":{}}'
    expect(decodeReport(`{"line":1,"result":null,${rest}`).result).toBeNull()
    expect(decodeReport(`{"line":1,${rest}`).result).toBeUndefined()
  })
})
