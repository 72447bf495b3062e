/**
 * Claims that no trace can show, as checks of a port: of the port itself, and
 * of copies with edits. Each throws if its claim is not so.
 */
import assert from 'node:assert/strict'
import { List } from '../src/container/list.ts'
import type { SessionStore } from '../src/providers/memory.ts'
import type { EditedPort } from './edited-port.ts'

type Probe = (port: EditedPort) => void

/** The probes by the id of their claim. */
export const probes: Readonly<Record<string, Probe>> = {
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
}

function empty({ memory: { pder } }: Pick<EditedPort, 'memory'>) {
  pder.list.init()
  pder.sessions.clear()
  return pder
}

/** Uses a session, and says whether it was touched before its values were. */
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
