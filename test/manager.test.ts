/** Tests that the manager connects visitors and sessions by a cookie. */
import { readFileSync } from 'node:fs'
import { expect, it, vi } from 'vitest'
import { pder } from '../src/providers/memory.ts'
import * as session from '../src/session.ts'
import { answer, startWith } from './http.ts'
import { start, useVirtualTime } from './virtual-time.ts'

useVirtualTime()

const name = 'gosessionid'
const newCookie = /^gosessionid=([\w-]{43}); Max-Age=3600; Path=\/; HttpOnly$/

const manager = session.newManager('memory', name, 3600)

/** A Cookie header, and the sid that the managers of both sides read. */
interface CookieCase {
  readonly about: string
  readonly cookie: string
  /** `null` if the visitor gets a new session. */
  readonly sid: string | null
}

// Go's test of the manager reads the same file.
const cases: CookieCase[] = JSON.parse(
  readFileSync(
    new URL('../go-reference/testdata/cookies.json', import.meta.url),
    'utf8',
  ),
)

it('sessionStart: finds the session of the cookie', async () => {
  const first = await startWith(manager)
  const pair = first.cookies.join().split(';')[0]
  const second = await startWith(manager, `a=b; ${pair}; ${name}=later`)
  expect(second.session).toBe(first.session)
  expect(second.cookies).toEqual([])
})

it('sessionStart: a visitor without a cookie gets a new session', async () => {
  const { session: found, cookies } = await startWith(manager)
  expect(cookies).toHaveLength(1)
  expect(newCookie.exec(cookies.join())?.[1]).toBe(found.sessionID())
})

it.each(cases)('sessionStart: reads $about as Go does', async (one) => {
  const { session: found, cookies } = await startWith(manager, one.cookie)
  const sid = newCookie.exec(cookies.join())?.[1]
  expect(cookies).toHaveLength(one.sid === null ? 1 : 0)
  expect(found.sessionID()).toBe(one.sid ?? sid)
})

it('sessionStart: reads no cookie if there are more than 3000, as Go does', async () => {
  for (const [others, set] of [
    [2999, 0],
    [3000, 1],
  ] as const) {
    const header = `${'a;'.repeat(others)}${name}=abc`
    expect((await startWith(manager, header)).cookies).toHaveLength(set)
  }
})

it('sessionStart: takes all 32 bytes of an id from crypto', async () => {
  const bytes = Uint8Array.from({ length: 32 }, (_, i) => 255 - 7 * i)
  const source = vi.spyOn(crypto, 'getRandomValues')
  source.mockImplementationOnce((array) => {
    if (array instanceof Uint8Array) array.set(bytes)
    return array
  })
  const { session: found } = await startWith(manager)
  expect(source).toHaveBeenCalledTimes(1)
  source.mockRestore()
  expect(found.sessionID()).toBe(Buffer.from(bytes).toString('base64url'))
  expect(found.sessionID()).toMatch(/-.*_|_.*-/)
})

it('sessionStart: every byte of an id varies', async () => {
  const ids: Buffer[] = []
  for (let i = 0; i < 20; i++) {
    const { session: found } = await startWith(manager)
    ids.push(Buffer.from(found.sessionID(), 'base64url'))
  }
  for (let at = 0; at < 32; at++) {
    const seen = new Set(ids.map((id) => id[at]))
    expect(seen.size, `values of byte ${at}`).toBeGreaterThan(1)
  }
})

it('differs-strings: an escape that is not UTF-8 gives the empty sid', async () => {
  for (const cookie of ['%ff', '%E4%B8']) {
    const { session: found, cookies } = await startWith(
      manager,
      `${name}=${cookie}`,
    )
    expect(found).toBe(pder.sessionRead(''))
    expect(cookies).toEqual([])
  }
})

it('sessionStart: keeps cookies that were already set', async () => {
  const { cookies } = await answer((r, w) => {
    w.setHeader('Set-Cookie', 'theme=dark')
    manager.sessionStart(w, r)
  })
  expect(cookies).toEqual(['theme=dark', expect.stringMatching(newCookie)])
})

it.each([
  [0, ''],
  [-5, ' Max-Age=0;'],
])('sessionStart: a lifetime of %i s gives%s as Go does', async (s, age) => {
  const by = session.newManager('memory', name, s)
  const { session: found, cookies } = await startWith(by)
  expect(cookies).toEqual([
    `${name}=${found.sessionID()};${age} Path=/; HttpOnly`,
  ])
})

it('sessionStart: throws after the headers were sent', async () => {
  const late = answer((r, w) => {
    w.flushHeaders()
    manager.sessionStart(w, r)
  })
  await expect(late).rejects.toThrow('after they are sent')
})

const gone = `${name}=; Max-Age=0; Path=/; Expires=${new Date(start).toUTCString()}; HttpOnly`

it.each(['abc', 'a+b%2Fc'])(
  'sessionDestroy: removes the session of %s and its cookie',
  async (value) => {
    const { session: found } = await startWith(manager, `${name}=${value}`)
    const { cookies } = await answer((r, w) => {
      manager.sessionDestroy(w, r)
    }, `${name}=${value}`)
    expect(cookies).toEqual([gone])
    expect(pder.sessions.has(found.sessionID())).toBe(false)
  },
)

it('sessionDestroy: does nothing without a cookie', async () => {
  pder.sessionInit('')
  const { cookies } = await answer((r, w) => manager.sessionDestroy(w, r))
  expect(cookies).toEqual([])
  expect(pder.sessions.size).toBe(1)
})

it('start-after-destroy: the old id comes back, and the response deletes its cookie', async () => {
  const { session: old } = await startWith(manager, `${name}=abc`)
  const { cookies } = await answer((r, w) => {
    manager.sessionDestroy(w, r)
    const found = manager.sessionStart(w, r)
    expect(found).not.toBe(old)
    expect(found.sessionID()).toBe('abc')
    expect(pder.sessions.has('abc')).toBe(true)
  }, `${name}=abc`)
  expect(cookies).toEqual([gone])
})
