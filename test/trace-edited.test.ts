/** Tests what the engine reports of edited stores, whose state may be odd. */
import { describe, expect, it } from 'vitest'
import { Chain } from '../src/container/chain.ts'
import { List } from '../src/container/list.ts'
import * as memory from '../src/providers/memory.ts'
import * as repaired from '../src/providers/repaired.ts'
import * as time from '../src/time.ts'
import type { Engine, State } from '../src/trace/engine.ts'
import { portEngine } from '../src/trace/port.ts'
import { stepsOn as run } from './steps.ts'

type Methods<Provider> = Partial<Provider> & ThisType<Provider>

/** The port with other methods. */
function edited(methods: Methods<memory.Provider>): Engine {
  class Provider extends memory.Provider {}
  Object.assign(Provider.prototype, methods)
  const pder = new Provider(new List())
  pder.sessions = new Map()
  return portEngine({ memory: { pder, Provider }, time })
}

/** The repaired store with other methods. */
function mended(methods: Methods<repaired.Provider>): Engine {
  class Provider extends repaired.Provider {}
  Object.assign(Provider.prototype, methods)
  const pder = new Provider(new Chain())
  return portEngine({ repaired: { pder, Provider }, time })
}

const stateAfter = (engine: Engine, text: string) =>
  run(engine, text).at(-1)?.state as State

describe('an edited port', () => {
  it('reports sids that lead to sessions that are not in the list', () => {
    const engine = edited({
      sessionDestroy(sid) {
        const element = this.sessions.get(sid)
        if (element) this.list.remove(element)
      },
    })
    const text = 'init a\ninit b\ninit __proto__\ndestroy a\ndestroy __proto__'
    const state = stateAfter(engine, `${text}\nmap => __proto__ a b`)
    expect(Object.entries(state.astray)).toEqual([
      ['a', 1],
      ['__proto__', 3],
    ])
    expect(state.list.map(({ sid }) => sid)).toEqual(['b'])
    expect(state.orphans).toEqual([])
  })

  it('reports sids that lead to sessions of other sids', () => {
    const engine = edited({
      sessionUpdate(sid) {
        const [first] = this.sessions.values()
        if (first) this.sessions.set(sid, first)
      },
    })
    const state = stateAfter(engine, 'init a\ninit b\nupdate b')
    expect(state.astray).toEqual({ b: 1 })
    expect(state.orphans).toEqual([2])
  })

  it('says which line has failed to name a handle', () => {
    const engine = edited({
      sessionInit() {
        throw new Error('no')
      },
    })
    const [init, id] = run(engine, 'h = init a\nh.id')
    expect(init?.error).toBe('Error: no')
    expect(id?.error).toBe('Error: handle h: the line that names it has failed')
  })

  it('may not have a list without end', () => {
    const engine = edited({
      sessionUpdate() {
        this.list.len = () => 1
      },
    })
    expect(() => run(engine, 'init a\ninit b\nupdate a')).toThrow(
      'the list goes on after its last element',
    )
    expect(() => run(engine, 'init a\nupdate a')).not.toThrow()
  })
})

describe('an edited repaired store', () => {
  it('may read the wall clock of the trace', () => {
    const engine = mended({
      sessionUpdate() {
        throw new Error(`${time.now().unixMilli()}`)
      },
    })
    const [, update] = run(engine, 'clock 1s\nupdate a')
    expect(update?.error).toBe('Error: 946684801000')
  })

  it('reports sids that lead to sessions that are not in the list', () => {
    const engine = mended({
      sessionDestroy(sid) {
        const found = this.sessions.get(sid)
        if (found) this.list.remove(found)
      },
    })
    const { astray } = stateAfter(engine, 'init a\ninit b\ndestroy a')
    expect(astray).toEqual({ a: 1 })
  })
})
