/** Tests that the invariant checker reports each way to break the store. */
import { expect, it } from 'vitest'
import { List } from '../src/container/list.ts'
import { Provider, SessionStore } from '../src/providers/memory.ts'
import { now } from '../src/time.ts'
import { checkInvariants, checkList } from './invariants.ts'

/** A store with `a`, `b` and `c`, built without the store's methods. */
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

it('checkInvariants: a correct store passes, and so does an empty one', () => {
  expect(() => checkInvariants(build().provider)).not.toThrow()
})

it('checkInvariants: an element without an entry in the map is allowed', () => {
  const { provider } = build()
  provider.sessions.delete('b')
  expect(() => checkInvariants(provider)).not.toThrow()
})

const breaks: Record<
  string,
  [message: string, harm: (s: ReturnType<typeof build>) => void]
> = {
  'a wrong link to the previous element': [
    'list: element 2: prev is not the one in front',
    ({ c, a }) => (c.prev = () => a),
  ],
  'a first element with a previous element': [
    'list: element 0: prev is not the one in front',
    ({ a, c }) => (a.prev = () => c),
  ],
  'a missing link to the next element': [
    'list: 2 elements, len 3',
    ({ b }) => (b.next = () => null),
  ],
  'a circular list': [
    'list: element 3 is beyond len 3',
    ({ a, c }) => (c.next = () => a),
  ],
  'a length that is too small': [
    'list: element 2 is beyond len 2',
    ({ list }) => (list.len = () => 2),
  ],
  'a length that is too large': [
    'list: 3 elements, len 4',
    ({ list }) => (list.len = () => 4),
  ],
  'a back that is not the last element': [
    'list: back is not the last element',
    ({ list, b }) => (list.back = () => b),
  ],
  'a value that is not a SessionStore': [
    'list: a value is not a SessionStore',
    ({ b }) => (b.value = { ...b.value } as SessionStore),
  ],
  'a session that is in the list twice': [
    'session "a": is in the list twice',
    ({ list, a }) => list.pushBack(a.value),
  ],
  'a sid that is not a string': [
    'session 7: sid is not a string',
    ({ b }) => Object.assign(b.value, { sid: 7 }),
  ],
  'a stamp that is not a Time': [
    'session "b": stamp is not a Time',
    ({ b }) => Object.assign(b.value, { timeAccessed: 0 }),
  ],
  'values that are not a Map': [
    'session "b": value is not a Map',
    ({ b }) => Object.assign(b.value, { value: {} }),
  ],
  'an entry whose element is not in the list': [
    'map: "b" leads outside the list',
    ({ list, b }) => list.remove(b),
  ],
  'an entry under another sid': [
    'map: "d" leads to session "b"',
    ({ provider, b }) => provider.sessions.set('d', b),
  ],
}

it.each(Object.entries(breaks))(
  'checkInvariants: catches %s',
  (_, [message, harm]) => {
    const store = build()
    harm(store)
    expect(() => checkInvariants(store.provider)).toThrow(new Error(message))
  },
)
