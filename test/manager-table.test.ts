/**
 * Tests the manager for real programs by the tables that Go's tests read too, and
 * what only this side can show.
 */
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { Manager } from '../src/manager/manager.ts'
import { Memory, type MemoryOptions } from '../src/manager/memory.ts'
import type { Options } from '../src/manager/options.ts'
import { exchange, play, type Scenario, setBy, table } from './manager-table.ts'
import { start, useVirtualTime } from './virtual-time.ts'

useVirtualTime()

const scenarios: Scenario[] = table('manager')
it.each(scenarios)('manager: $about', (scenario) => play(scenario))

interface Refused {
  readonly options: Options
  readonly maxlifetime: number
  readonly limit: number
  readonly error: string
}
const {
  manager: refused,
  memory: refusedByMemory,
  accepted,
}: {
  manager: Refused[]
  memory: Refused[]
  accepted: Options[]
} = table('options')
let memory: Memory
beforeEach(() => {
  memory = new Memory(3600)
})
afterEach(() => memory.close())

it.each(refused)('options: $error', ({ options, error }) => {
  expect(() => new Manager(memory, options)).toThrow(new RangeError(error))
})

it.each(accepted)('options: accepts %j', (options) => {
  expect(() => new Manager(memory, options)).not.toThrow()
})

it.each(refusedByMemory)('options: $error', (one) => {
  const limited = { maxSessions: one.limit }
  const make = () => new Memory(one.maxlifetime, limited)
  expect(make).toThrow(new RangeError(one.error))
})

// In Go these have other types.
it.each([
  [{ secure: 'yes' }, 'secure: want true, false or "auto", got "yes"'],
  [{ httpOnly: 1 }, 'httpOnly: want true or false, got 1'],
  [{ rolling: null }, 'rolling: want true or false, got null'],
  [{ sameSite: 'Lax' }, 'sameSite: want "lax", "strict" or "none", got "Lax"'],
  [{ name: 1 }, 'name: want 1 to 100 letters, digits, ".", "_" or "-", got 1'],
  [{ path: 1 }, 'path: want a path such as "/" or "/app", got 1'],
  [
    { absoluteLifetime: Number.NaN },
    'absoluteLifetime: want 0 to 9007199254740 seconds, got NaN',
  ],
  [
    { absoluteLifetime: 1.5 },
    'absoluteLifetime: want 0 to 9007199254740 seconds, got 1.5',
  ],
  [
    { samesite: 'lax' },
    'samesite: want one of name, path, domain, secure, httpOnly, sameSite, rolling, absoluteLifetime',
  ],
  [
    null,
    'options: want an object with some of name, path, domain, secure, httpOnly, sameSite, rolling, absoluteLifetime, got null',
  ],
])('options: refuses %j', (options, error) => {
  const make = () => new Manager(memory, options as Options)
  expect(make).toThrow(new RangeError(`session: ${error}`))
})

it.each([
  [5000, 'options: want an object with some of maxSessions, got 5000'],
  [{ limit: 5000 }, 'limit: want one of maxSessions'],
])('options: memory refuses %j', (options, error) => {
  const make = () => new Memory(3600, options as MemoryOptions)
  expect(make).toThrow(new RangeError(`session: ${error}`))
})

it('options: an option that is undefined is left out', async () => {
  const { r, w } = exchange()
  await new Manager(memory, { name: undefined }).sessionStart(w, r)
  const time = (start / 1000).toString(36)
  expect(setBy(w).join()).toMatch(RegExp(`^sid=[\\w-]{43}\\.${time};`))
})

it.each([true, false, 'https'])(
  'options: auto follows what Express knows of its proxy: %j',
  async (secure) => {
    const { r, w } = exchange()
    await new Manager(memory).sessionStart(w, Object.assign(r, { secure }))
    expect(setBy(w).join().includes('; Secure;')).toBe(secure === true)
  },
)

it('manager: two starts at once in a request give one session', async () => {
  const { r, w } = exchange()
  const manager = new Manager(memory)
  const [a, b] = await Promise.all([
    manager.sessionStart(w, r),
    manager.sessionStart(w, r),
  ])
  expect(a).toBe(b)
  expect(setBy(w)).toHaveLength(1)
})

it('manager: ten visitors wait for the store at once', async () => {
  let inside = 0
  let answer = () => {}
  const all = new Promise<void>((done) => {
    answer = done
  })
  const manager = new Manager({
    maxlifetime: 3600,
    sessionInit: async (sid) => {
      inside += 1
      await all
      return memory.sessionInit(sid)
    },
    sessionFind: () => null,
    sessionDestroy: () => {},
    sessionRegenerate: (_, sid) => memory.sessionInit(sid),
    close: () => {},
  })
  const starts = Array.from({ length: 10 }, () => {
    const { r, w } = exchange()
    return manager.sessionStart(w, r)
  })
  await new Promise(setImmediate)
  expect(inside).toBe(10)
  answer()
  await Promise.all(starts)
})

it.each([true, false])(
  'manager: the answer to a request that began before the login has the old id if rolling is %j',
  async (rolling) => {
    const first = exchange()
    const sess = await new Manager(memory).sessionStart(first.w, first.r)
    const [slow, login] = ['', ''].map(() =>
      exchange(`sid=${sess.sessionID()}`),
    )
    if (!slow || !login) throw new Error('want two requests')
    const manager = new Manager(memory, { rolling })
    await manager.sessionStart(slow.w, slow.r)
    await manager.sessionRegenerate(login.w, login.r)
    const old = setBy(slow.w).map((line) => line.includes(sess.sessionID()))
    expect(old).toEqual(rolling ? [true] : [])
  },
)

it('manager: after the headers were sent, a session is found but none made', async () => {
  const first = exchange()
  const manager = new Manager(memory)
  const sess = await manager.sessionStart(first.w, first.r)
  const late = (cookie?: string) => {
    const { r, w } = exchange(cookie)
    w.flushHeaders()
    return manager.sessionStart(w, r)
  }
  expect(await late(`sid=${sess.sessionID()}`)).toBe(sess)
  const init = vi.spyOn(memory, 'sessionInit')
  await expect(late()).rejects.toThrow('the headers were already sent')
  expect(init).not.toHaveBeenCalled()
})

it('memory: removes expired sessions by itself, until it is closed', async () => {
  memory.close()
  const store = new Memory(10)
  const held = Reflect.get(store, 'sessions').sessions as Map<string, unknown>
  store.sessionInit('a')
  vi.advanceTimersByTime(21_000)
  expect(held.size).toBe(0)
  store.sessionInit('b')
  const manager = new Manager(store)
  await manager.close()
  await manager.close()
  vi.advanceTimersByTime(60_000)
  expect(held.size).toBe(1)
  expect(vi.getTimerCount()).toBe(0)
})

it('memory: looks for expired sessions at least once a minute', () => {
  const store = new Memory(100)
  const held = Reflect.get(store, 'sessions').sessions as Map<string, unknown>
  store.sessionInit('a')
  vi.advanceTimersByTime(120_000)
  expect(held.size).toBe(0)
  store.close()
})
