/**
 * Checks claims that no trace can show, on the port itself and on copies with
 * edits. A probe throws if its claim does not hold.
 */
import assert from 'node:assert/strict'
import { List } from '../src/container/list.ts'
import type { Edit } from '../src/evidence/edit.ts'
import type { EditedPort } from '../src/evidence/edits.ts'
import { proposed } from '../src/evidence/mutants.ts'
import type { SessionStore } from '../src/providers/memory.ts'
import { parse } from '../src/trace/parse.ts'
import { portEngine } from '../src/trace/port.ts'
import { boundPasses } from './bounds.ts'

/** Throws if its claim does not hold for a port. */
export type Probe = (port: EditedPort) => void

/** More sessions than a pass with a limit would remove. */
const many = 30_000

/** The probes, by the id of their claim. */
export const probes = {
  'set-stores-then-touches': (port) => {
    const store = watch(port, (seen) => seen.set('key', 1))
    assert.equal(store.touchedBefore, false, 'Set touches before it stores')
  },
  'get-touches-then-reads': (port) => {
    const store = watch(port, (seen) => seen.get('key'))
    assert.equal(store.touchedBefore, true, 'Get reads before it touches')
  },
  'delete-removes-then-touches': (port) => {
    const store = watch(port, (seen) => seen.delete('key'))
    assert.equal(store.touchedBefore, false, 'Delete touches before it removes')
    const key = () => 1
    const other = empty(port).sessionInit('sid')
    other.set(key, 1)
    other.delete(key)
    assert.equal(other.get(key), null, 'a function as a key is not removed')
  },
  'read-unknown-creates': (port) => {
    for (const [known, other] of alike) {
      const pder = empty(port)
      const store = pder.sessionInit(known)
      assert.notEqual(pder.sessionRead(other), store, `${other} finds ${known}`)
      assert.equal(pder.sessionRead(known), store, `${known} is not found`)
    }
  },
  'unknown-is-silent': (port) => {
    for (const [known, other] of alike) {
      const pder = empty(port)
      pder.sessionInit('first')
      pder.sessionInit(known)
      pder.sessionUpdate(other)
      assert.equal(pder.list.front()?.value.sid, 'first', `${other} touches`)
      pder.sessionDestroy(other)
      assert.equal(pder.sessions.size, 2, `${other} destroys ${known}`)
      pder.sessionDestroy(known)
      assert.equal(pder.sessions.size, 1, `${known} is not destroyed`)
    }
  },
  'init-registers': ({ memory, session }) => {
    session.newManager('memory', 'gosessionid', 3600)
    const again = () => session.register('memory', memory.pder)
    assert.throws(again, /Register called twice for provider memory/)
  },
  'values-aliased': (port) => {
    const store = empty(port).sessionInit('sid')
    const value = { page: 1 }
    store.set('key', value)
    assert.equal(store.get('key'), value, 'Get gives another object')
  },
  'global-pder': ({ memory }) => {
    const pder = empty({ memory })
    const other = new memory.Provider(new List())
    other.sessions = new Map()
    const store = other.sessionInit('sid')
    pder.sessionInit('first')
    pder.sessionInit('sid')
    store.get('key')
    assert.equal(pder.list.front()?.value.sid, 'sid', 'the namesake is touched')
  },
  'differs-int64': (port) => {
    const pder = empty(port)
    assert.throws(() => pder.sessionGC(2 ** 63), RangeError)
  },
} satisfies Readonly<Record<string, Probe>>

/** Slow probes, run only for edits that nothing else makes fail. */
export const longProbes: Readonly<Record<string, Probe>> = {
  'gc-tail-first': (port) => {
    const pder = empty(port)
    let now = 0
    const restore = port.time.setClock(() => now)
    try {
      for (let i = 0; i < many; i++) {
        pder.sessionInit(String(i))
      }
      now = 11_000
      pder.sessionGC(10)
      assert.equal(pder.list.len(), 0, 'the pass ends before its time')
    } finally {
      restore()
    }
  },
}

/** Probes for a port with an edit that the section's readers proposed. */
export const readersProbes = {
  'continue-would-hang': {
    edits: proposed.continueAtLivingTail.edits,
    check: (port) => {
      const engine = portEngine(port, { maxReads: 1000 })
      const steps = engine.run([parse('init ana\ngc 10\nlist')])[0] ?? []
      assert.match(
        `${steps[1]?.error}`,
        /read the clock more than 1000 times/,
        'the pass ends while the clock does not move',
      )
      assert.equal(steps[2]?.error, 'not run: line 2 has ended the run')
      assert.equal(steps[2]?.ok, false)
    },
  },
  'push-front-repairs': {
    edits: proposed.pushFront.edits,
    check: (port) => {
      // Fifty visitors, each with one visit.
      const arrivals = Array.from(
        { length: 50 },
        (_, index) => `wait 5s\ninit v${index}\ngc 10\n`,
      )
      const trace = parse(`${arrivals.join('')}list => v49 v48 v47`)
      const last = portEngine(port).run([trace])[0]?.at(-1)
      assert.equal(last?.ok, true, 'a new session shields an expired one')
    },
  },
} satisfies Readonly<
  Record<string, { readonly edits: readonly Edit[]; readonly check: Probe }>
>

/** Pairs of ids that a faulty store could confuse. */
const alike = [
  ['ana', 'Ana'],
  ['Ana', 'ana'],
  ['\u00e9', 'e\u0301'],
  ['e\u0301', '\u00e9'],
  ['ana', 'ana '],
  ['0', '00'],
  ['x'.repeat(1000), `${'x'.repeat(1000)}y`],
] as const

/** Empties a port's provider and limits its passes, which may be endless. */
function empty({ memory: { pder } }: Pick<EditedPort, 'memory'>) {
  pder.list.init()
  pder.sessions.clear()
  boundPasses(pder.list, 2 * many)
  return pder
}

/** Uses a session. Returns whether it was touched before its values. */
function watch(
  port: EditedPort,
  use: (store: SessionStore) => void,
): { touchedBefore: boolean } {
  const pder = empty(port)
  pder.sessionInit('first')
  const store = pder.sessionInit('second') as SessionStore
  const isTouched = () => pder.list.front()?.value === store
  let touchedBefore: boolean | undefined
  const note = <Result>(result: Result): Result => {
    touchedBefore ??= isTouched()
    return result
  }
  store.value = new (class extends Map<unknown, unknown> {
    override has = (key: unknown) => note(super.has(key))
    override get = (key: unknown) => note(super.get(key))
    override set = (key: unknown, value: unknown) => note(super.set(key, value))
    override delete = (key: unknown) => note(super.delete(key))
  })()
  use(store)
  assert.ok(isTouched(), 'the session is not touched')
  assert.ok(touchedBefore !== undefined, 'the values are not used')
  return { touchedBefore }
}
