/** Tests the behaviour of the repaired store that the contract leaves open. */
import { readdirSync, readFileSync } from 'node:fs'
import { expect, it, vi } from 'vitest'
import { openPort } from '../src/evidence/runs.ts'
import {
  ErrEnded,
  type Provider,
  pder,
  type SessionStore,
} from '../src/providers/repaired.ts'
import * as session from '../src/session.ts'
import { parse } from '../src/trace/parse.ts'
import { failures } from './claims.ts'
import { answer, startWith } from './http.ts'
import { checkRepaired, newRepaired } from './repaired.ts'
import { stepsOn } from './steps.ts'
import { useVirtualTime, wait } from './virtual-time.ts'

useVirtualTime()

const folder = new URL('repaired/', import.meta.url)

it.each(readdirSync(folder))('repaired: %s', (file) => {
  const trace = parse(readFileSync(new URL(file, folder), 'utf8'), file)
  const steps = stepsOn(openPort('repaired'), trace)
  expect(failures(trace, steps)).toEqual([])
})

/** The sids in the list, front to back; the invariants hold. */
const sids = (provider: Provider) => checkRepaired(provider)

it.each<[string, (provider: Provider, b: SessionStore) => unknown]>([
  ['session "b": not mapped', ({ sessions }) => sessions.delete('b')],
  ['session "b": has ended', (_, b) => Object.assign(b, { ended: true })],
  [
    'session "a": behind an older session',
    (_, b) => Object.assign(b, { timeAccessed: -1 }),
  ],
  [
    'session "b": of another provider',
    (_, b) => Object.assign(b, { pder: newRepaired() }),
  ],
  ['map: more than the list', ({ sessions }, b) => sessions.set('d', b)],
  ['chain: wrong link at value 2', ({ list }) => (list.len = () => 2)],
])('checkRepaired: catches %s', (message, harm) => {
  const provider = newRepaired()
  const [, b] = ['a', 'b', 'c'].map((sid) => provider.sessionInit(sid))
  expect(checkRepaired(provider)).toEqual(['c', 'b', 'a'])
  harm(provider, b as SessionStore)
  expect(() => checkRepaired(provider)).toThrow(message)
})

it('repaired: loading the package registers the name repaired', async () => {
  vi.resetModules()
  const fresh = await import('../src/session.ts')
  const { pder: registered } = await import('../src/providers/repaired.ts')
  expect(() => fresh.register('repaired', registered)).toThrow(
    'session: Register called twice for provider repaired',
  )
  expect(registered.sessionExist('nobody')).toBe(false)
})

it('repaired: an unknown sid is updated and destroyed without an error', () => {
  const provider = newRepaired()
  provider.sessionUpdate('nobody')
  provider.sessionDestroy('nobody')
  expect(sids(provider)).toEqual([])
})

it('repaired: none expires before the first pass', () => {
  const provider = newRepaired()
  const ana = provider.sessionInit('ana')
  wait(1e9)
  expect(provider.sessionRead('ana')).toBe(ana)
})

it('repaired: an ended session refuses writes with a message', () => {
  const provider = newRepaired()
  const ana = provider.sessionInit('ana') as SessionStore
  provider.sessionDestroy('ana')
  for (const write of [() => ana.set('k', 1), () => ana.delete('k')]) {
    expect(write).toThrow(ErrEnded)
    expect(write).toThrow('session: this session has ended; read it again')
  }
  expect(new ErrEnded().name).toBe('ErrEnded')
  expect(ana.get('k')).toBe(null)
})

it('repaired: sessionExist tells whether a session is alive', () => {
  const provider = newRepaired()
  provider.sessionGC(10)
  provider.sessionInit('ana')
  wait(10)
  expect(provider.sessionExist('ana')).toBe(true)
  expect(provider.sessionExist('bo')).toBe(false)
  wait(0.001)
  expect(provider.sessionExist('ana')).toBe(false)
  expect(sids(provider)).toEqual(['ana'])
})

it('repaired: sessionRegenerate keeps the values and ends the old session', () => {
  const provider = newRepaired()
  const old = provider.sessionInit('old')
  old.set('user', 'Ann')
  provider.sessionInit('bo')
  const made = provider.sessionRegenerate('old', 'new')
  expect(made.sessionID()).toBe('new')
  expect(made.get('user')).toBe('Ann')
  expect(old.get('user')).toBe(null)
  expect(() => old.set('user', 'Mallory')).toThrow(ErrEnded)
  expect(sids(provider)).toEqual(['new', 'bo'])
  expect(provider.sessionRegenerate('new', 'new').get('user')).toBe('Ann')
  expect(sids(provider)).toEqual(['new', 'bo'])
})

it('repaired: sessionRegenerate takes no values of a session that is not alive', () => {
  const provider = newRepaired()
  provider.sessionGC(10)
  provider.sessionInit('old').set('user', 'Ann')
  wait(11)
  expect(provider.sessionRegenerate('old', 'new').get('user')).toBe(null)
  expect(provider.sessionRegenerate('none', 'next').get('user')).toBe(null)
  expect(sids(provider)).toEqual(['next', 'new', 'old'])
})

const newManager = () => session.newManager('repaired', 'gosessionid', 3600)
const newCookie = /^gosessionid=([\w-]{43}); Max-Age=3600; Path=\/; HttpOnly$/

it('repaired: a manager of this store gives a new id for an unknown one', async () => {
  const manager = newManager()
  const cookie = 'gosessionid=chosen-by-mallory'
  const first = await startWith(manager, cookie)
  const sid = newCookie.exec(first.cookies.join())?.[1]
  expect(first.session.sessionID()).toBe(sid)
  expect(pder.sessionExist('chosen-by-mallory')).toBe(false)
  const second = await startWith(manager, `gosessionid=${sid}`)
  expect(second.session).toBe(first.session)
  expect(second.cookies).toEqual([])
})

it('repaired: a manager of this store gives a new id at login', async () => {
  const manager = newManager()
  const first = await startWith(manager)
  first.session.set('basket', 'tea')
  const { session: found, cookies } = await startWith(
    { sessionStart: (w) => manager.sessionRegenerate(w, first.session) },
    'a=b',
  )
  const sid = newCookie.exec(cookies.join())?.[1]
  expect(found.sessionID()).toBe(sid)
  expect(found.get('basket')).toBe('tea')
  expect(pder.sessionExist(first.session.sessionID())).toBe(false)
})

it('repaired: a manager sets no cookie if the store fails', async () => {
  const manager = newManager()
  const { session: old } = await startWith(manager)
  const failing = vi.spyOn(pder, 'sessionRegenerate').mockImplementation(() => {
    throw new Error('full')
  })
  const { cookies } = await answer((_r, w) => {
    expect(() => manager.sessionRegenerate(w, old)).toThrow('full')
  })
  failing.mockRestore()
  expect(cookies).toEqual([])
})

it('repaired: a manager of another store cannot give a new id', async () => {
  const other = session.newManager('memory', 'gosessionid', 3600)
  const { session: found } = await startWith(other)
  await expect(
    startWith({ sessionStart: (w) => other.sessionRegenerate(w, found) }),
  ).rejects.toThrow('session: this provider cannot regenerate ids')
})
