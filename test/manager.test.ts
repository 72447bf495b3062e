/** The manager ties real visitors to their sessions by a cookie. */
import { describe, expect, it } from 'vitest'
import { pder } from '../src/providers/memory.ts'
import * as session from '../src/session.ts'
import { answer, startWith } from './http.ts'
import { start, useVirtualTime } from './reset.ts'

useVirtualTime()

const name = 'gosessionid'
const newCookie = /^gosessionid=([\w-]{43}); Max-Age=3600; Path=\/; HttpOnly$/

const manager = session.newManager('memory', name, 3600)

describe('Manager.sessionStart', () => {
  it('sessionStart: finds the session of the cookie again', async () => {
    const first = await startWith(manager)
    const pair = first.cookies.join().split(';')[0]
    const second = await startWith(manager, `a=b; ${pair}; ${name}=later`)
    expect(second.session).toBe(first.session)
    expect(second.cookies).toEqual([])
  })

  it.each([undefined, '', 'other=1', `${name}=`, name])(
    'sessionStart: the cookie %j is none, and gets a new session',
    async (cookie) => {
      const { session: found, cookies } = await startWith(manager, cookie)
      expect(cookies).toHaveLength(1)
      expect(newCookie.exec(cookies.join())?.[1]).toBe(found.sessionID())
    },
  )

  it('sessionStart: makes ids of 32 bytes, none twice', async () => {
    const ids = new Set<string>()
    for (let i = 0; i < 20; i++) {
      ids.add((await startWith(manager)).session.sessionID())
    }
    expect(ids.size).toBe(20)
    for (const id of ids) {
      expect(Buffer.from(id, 'base64url')).toHaveLength(32)
    }
  })

  it.each([
    ['a+b%2Fc', 'a b/c'],
    ['%E4%BC%9A%E8%AF%9D', '会话'],
    ['__proto__', '__proto__'],
  ])('sessionStart: decodes %s as Go does', async (cookie, sid) => {
    const { session: found } = await startWith(manager, `${name}=${cookie}`)
    expect(found.sessionID()).toBe(sid)
  })

  it('sessionStart: cookies that cannot be decoded share the empty sid', async () => {
    for (const cookie of ['%zz', '%', '%ff', '%E4%B8']) {
      const { session: found, cookies } = await startWith(
        manager,
        `${name}=${cookie}`,
      )
      expect(found).toBe(pder.sessionRead(''))
      expect(cookies).toEqual([])
    }
  })

  it('sessionStart: keeps the cookies that are set already', async () => {
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

  it('sessionStart: throws once the head is sent', async () => {
    const late = answer((r, w) => {
      w.flushHeaders()
      manager.sessionStart(w, r)
    })
    await expect(late).rejects.toThrow('after they are sent')
  })
})

describe('Manager.sessionDestroy', () => {
  const gone = `${name}=; Max-Age=0; Path=/; Expires=${new Date(start).toUTCString()}; HttpOnly`

  it.each(['abc', 'a+b%2Fc'])(
    'sessionDestroy: forgets the session of %s and its cookie',
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
})
