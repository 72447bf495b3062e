/** Tests what ends a run of one engine: of an edited port, of another program. */
import { describe, expect, it } from 'vitest'
import { List } from '../src/container/list.ts'
import { openPort } from '../src/evidence/runs.ts'
import * as memory from '../src/providers/memory.ts'
import * as time from '../src/time.ts'
import { EMPTY } from '../src/trace/engine.ts'
import { loadOriginal } from '../src/trace/original.ts'
import { parse } from '../src/trace/parse.ts'
import { portEngine } from '../src/trace/port.ts'
import { decodeReport } from '../src/trace/report.ts'
import { stepsOn } from './steps.ts'
import { instructions, program } from './wasi-program.ts'

const { complain, exit, read, reply, sleep, sleepTwice, trap, wait } =
  instructions

describe('port', () => {
  it('run: restores the clock and the methods of the list', () => {
    stepsOn(openPort(), 'clock -300000h\ninit a\ngc 10')
    expect(Math.abs(time.now().unixMilli() - Date.now())).toBeLessThan(1000)
    expect(Object.keys(memory.pder.list)).toEqual([])
  })

  it('afterEach: is called after each operation, and may stop the run', () => {
    const seen: number[] = []
    const afterEach = (pder: memory.Provider) => {
      seen.push(pder.list.len())
      if (seen.length === 3) throw new Error('broken')
    }
    const engine = portEngine({ memory, time }, { afterEach })
    const text = 'init a\ninit b\ndestroy a\nlist'
    expect(() => stepsOn(engine, text)).toThrow('broken')
    expect(seen).toEqual([1, 2, 1])
  })

  it('gc: an unsafe integer as lifetime fails, and the run continues', () => {
    const text = 'init a\ngc 9223372036854775807 => error\nlist => a'
    const steps = stepsOn(openPort(), text)
    expect(steps.every(({ ok }) => ok)).toBe(true)
    expect(steps[1]?.error).toContain('RangeError: maxlifetime')
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
    const edited = { memory: { pder, Provider }, time }
    const engine = portEngine(edited, { maxReads: 5 })
    expect(stepsOn(engine, 'gc 0')[0]?.error).toBe(
      'ClockError: looked at the list more than 10 times: it does not end',
    )
  })
})

describe('original', () => {
  const anonymous = { anonymous: true }
  const ended = 'Error: the program has ended: '
  const want = 'Error: cmd/trace: want one line of JSON, got "'

  it.each([
    ['traps', [read, trap], 'RuntimeError: unreachable'],
    ['exits', [read, exit], `${ended}exit 3`],
    ['stops', [read], `${ended}exit 0`],
    ['is silent', [read, read], `${want}"`],
    ['says two things', [read, reply, reply, read], `${want}{`],
    ['complains', [read, complain], `${ended}né`],
    ['sleeps twice', [read, sleepTwice], `${ended}exit 58`],
    ['waits', [read, wait], `${ended}exit 58`],
    [
      'sleeps when it should not',
      [read, sleep, reply, read],
      'ClockError: the virtual clock has drifted by 5 ns',
    ],
  ])(
    'run: a program that %s gives an error on that line',
    async (_, code, why) => {
      const engine = await loadOriginal(program(...code), anonymous)
      const traces = [parse('init a\nlist'), parse('list')]
      const [steps, next] = engine.run(traces)
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
    expect(() => stepsOn(engine, 'init a')).toThrow('unreachable')
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
