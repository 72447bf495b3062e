/** Tests that stores register themselves and that newManager finds them. */
import { expect, it, vi } from 'vitest'
import { pder } from '../src/providers/memory.ts'
import * as session from '../src/session.ts'
import { startWith } from './http.ts'
import { useVirtualTime } from './virtual-time.ts'

useVirtualTime()

const name = 'gosessionid'
const newCookie = /^gosessionid=([\w-]{43}); Max-Age=3600; Path=\/; HttpOnly$/

/** Loads the module again, as in a program that has just started. */
async function begin() {
  vi.resetModules()
  return await import('../src/session.ts')
}
const forgotten = new Error(
  'session: unknown provide "memory" (forgotten import?)',
)

it('init-registers: loading the package registers the name memory', async () => {
  const fresh = await begin()
  const memory = await import('../src/providers/memory.ts')
  expect(() => fresh.register('memory', memory.pder)).toThrow(
    new Error('session: Register called twice for provider memory'),
  )
})

it('blank-import: without the import, newManager throws and suggests it', async () => {
  const fresh = await begin()
  expect(() => fresh.newManager('memory', name, 3600)).toThrow(forgotten)
})

it('blank-import: an import for its side effect is enough', async () => {
  const fresh = await begin()
  await import('../src/providers/memory.ts')
  expect(fresh.newManager('memory', name, 3600)).toBeInstanceOf(fresh.Manager)
})

it('blank-import: the import of another store is not enough', async () => {
  const fresh = await begin()
  await import('../src/providers/plain.ts')
  expect(() => fresh.newManager('memory', name, 3600)).toThrow(forgotten)
  expect(fresh.newManager('plain', name, 3600)).toBeInstanceOf(fresh.Manager)
})

it('manager-initialised: its sessions are those of the store', async () => {
  const manager = session.newManager('memory', name, 3600)
  const { session: started, cookies } = await startWith(manager)
  const sid = newCookie.exec(cookies.join())?.[1]
  expect(sid).toBe(started.sessionID())
  expect(pder.list.back()?.value).toBe(started)
  expect(pder.sessionRead(started.sessionID())).toBe(started)
})

it('sid-from-client: a sid that the visitor made up is accepted', async () => {
  const manager = session.newManager('memory', name, 3600)
  const first = await startWith(manager, `${name}=chosen-by-mallory`)
  first.session.set('user', 'Ann')
  expect(first.session.sessionID()).toBe('chosen-by-mallory')
  expect(first.cookies).toEqual([])
  const second = await startWith(manager, `${name}=chosen-by-mallory`)
  expect(second.session.get('user')).toBe('Ann')
})

it('register: refuses nil', () => {
  expect(() => session.register('nil', null)).toThrow(
    new Error('session: Register provider is nil'),
  )
  expect(() => session.newManager('nil', name, 1)).toThrow(Error)
})

it('register: refuses a name that is taken and keeps the first store', () => {
  const other = { ...pder } as unknown as session.Provider
  expect(() => session.register('memory', other)).toThrow(
    new Error('session: Register called twice for provider memory'),
  )
  const { provider } = session.newManager('memory', name, 1) as unknown as {
    provider: unknown
  }
  expect(provider).toBe(pder)
})

it('newManager: names the unknown store as Go quotes it', () => {
  expect(() => session.newManager('no"pe', name, 3600)).toThrow(
    new Error('session: unknown provide "no\\"pe" (forgotten import?)'),
  )
})
