/** Each way to break the store is seen by the invariant checker. */
import { expect, it } from 'vitest'
import { List } from '../src/container/list.ts'
import { Provider, SessionStore } from '../src/providers/memory.ts'
import { now } from '../src/time.ts'
import { checkInvariants, checkList } from './invariants.ts'

/** A store of `a`, `b` and `c`, built without its own methods. */
function build() {
  const provider = new Provider(new List())
  provider.sessions = new Map()
  const [a, b, c] = (['a', 'b', 'c'] as const).map((sid) => {
    const store = new SessionStore(sid, now(), new Map())
    const element = provider.list.pushBack(store)
    provider.sessions.set(sid, element)
    return element
  })
  if (!a || !b || !c) {
    throw new Error('three sids give three elements')
  }
  return { provider, list: provider.list, a, b, c }
}

it('checkList: returns the elements, front to back', () => {
  const sids = checkList(build().list).map((element) => element.value.sid)
  expect(sids).toEqual(['a', 'b', 'c'])
  expect(checkList(new List())).toEqual([])
})

it('checkInvariants: a sound store passes, an empty one too', () => {
  expect(() => checkInvariants(build().provider)).not.toThrow()
})

it('checkInvariants: an element that the map forgot is legal', () => {
  const { provider } = build()
  provider.sessions.delete('b')
  expect(() => checkInvariants(provider)).not.toThrow()
})

const breaks: [string, string, (s: ReturnType<typeof build>) => void][] = [
  [
    'a link back that is wrong',
    'list: element 2: prev is not the one in front',
    ({ c, a }) => (c.prev = () => a),
  ],
  [
    'a first element that has one in front',
    'list: element 0: prev is not the one in front',
    ({ a, c }) => (a.prev = () => c),
  ],
  [
    'a link forward that ends too soon',
    'list: 2 elements, len 3',
    ({ b }) => (b.next = () => null),
  ],
  [
    'a ring',
    'list: element 3 is beyond len 3',
    ({ a, c }) => (c.next = () => a),
  ],
  [
    'a length too small',
    'list: element 2 is beyond len 2',
    ({ list }) => (list.len = () => 2),
  ],
  [
    'a length too large',
    'list: 3 elements, len 4',
    ({ list }) => (list.len = () => 4),
  ],
  [
    'a back that is not the last',
    'list: back is not the last element',
    ({ list, b }) => (list.back = () => b),
  ],
  [
    'a value that is no SessionStore',
    'list: holds what is no SessionStore',
    ({ b }) => (b.value = { ...b.value } as SessionStore),
  ],
  [
    'a session held twice',
    'session "a": is in the list twice',
    ({ list, a }) => list.pushBack(a.value),
  ],
  [
    'a sid that is no string',
    'session 7: sid is no string',
    ({ b }) => Object.assign(b.value, { sid: 7 }),
  ],
  [
    'a stamp that is no Time',
    'session "b": stamp is no Time',
    ({ b }) => Object.assign(b.value, { timeAccessed: 0 }),
  ],
  [
    'values that are no Map',
    'session "b": value is no Map',
    ({ b }) => Object.assign(b.value, { value: {} }),
  ],
  [
    'an entry whose element has left the list',
    'map: "b" leads out of the list',
    ({ list, b }) => list.remove(b),
  ],
  [
    'an entry under another sid',
    'map: "d" leads to session "b"',
    ({ provider, b }) => provider.sessions.set('d', b),
  ],
]

it.each(breaks)('checkInvariants: catches %s', (_, message, harm) => {
  const store = build()
  harm(store)
  expect(() => checkInvariants(store.provider)).toThrow(new Error(message))
})
