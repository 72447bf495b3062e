/** Plays the table of requests that the managers of both languages answer. */
import { readFileSync } from 'node:fs'
import { IncomingMessage, ServerResponse } from 'node:http'
import { Socket } from 'node:net'
import { expect, vi } from 'vitest'
import { Manager, type Store } from '../src/manager/manager.ts'
import { Memory } from '../src/manager/memory.ts'
import type { Options } from '../src/manager/options.ts'
import { ErrEnded } from '../src/providers/repaired.ts'
import type { Session } from '../src/session.ts'

/** What one visitor sends, and what he is to get. */
interface Sent {
  /** Seconds before it. */
  readonly wait?: number
  /** Whose browser sends it. */
  readonly who?: string
  /** In the place of the browser's cookie. */
  readonly cookie?: string
  readonly tls?: boolean
  /** Which question the store cannot answer. */
  readonly fails?: string
  /** Seconds that it takes to answer. */
  readonly delay?: number
  /** The calls that its handler makes. */
  readonly do: readonly string[]
  /** The Set-Cookie headers of the response. */
  readonly sets: readonly string[]
}

export interface Scenario {
  readonly about: string
  readonly lifetime?: number
  readonly limit?: number
  readonly options?: Options
  readonly requests: readonly Sent[]
  /** The ids that still have a session at the end. */
  readonly left: readonly number[]
}

/** A table of Go's tests. */
export const table = (name: string) =>
  JSON.parse(
    readFileSync(
      new URL(`../go-reference/testdata/${name}.json`, import.meta.url),
      'utf8',
    ),
  )

/** A request with its response, without a network. */
export function exchange(cookie?: string, tls = false) {
  const socket = Object.assign(new Socket(), tls && { encrypted: true })
  const r = new IncomingMessage(socket)
  if (cookie !== undefined) r.headers.cookie = cookie
  return { r, w: new ServerResponse(r) }
}

/** The Set-Cookie headers of a response. */
export const setBy = (w: ServerResponse): string[] =>
  [w.getHeader('Set-Cookie') ?? []].flat().map(String)

/** A store that takes `delay` seconds, and cannot answer what `fails` names. */
function failing(memory: Memory, now: Partial<Sent>): Store<Session> {
  const ask =
    <A extends unknown[], R>(question: string, method: (...all: A) => R) =>
    async (...all: A): Promise<R> => {
      vi.advanceTimersByTime((now.delay ?? 0) * 1000)
      if (now.fails === question) throw new Error('it does not answer')
      return method.apply(memory, all)
    }
  return {
    maxlifetime: memory.maxlifetime,
    sessionInit: ask('init', memory.sessionInit),
    sessionFind: ask('find', memory.sessionFind),
    sessionDestroy: ask('destroy', memory.sessionDestroy),
    sessionRegenerate: ask('regenerate', memory.sessionRegenerate),
    close: () => memory.close(),
  }
}

/** Plays a scenario; each browser keeps one cookie. */
export async function play(scenario: Scenario): Promise<void> {
  const { lifetime = 3600, limit, options } = scenario
  const memory = new Memory(lifetime, limit ? { maxSessions: limit } : {})
  const now: { -readonly [K in 'fails' | 'delay']?: Sent[K] } = {}
  const manager = new Manager(failing(memory, now), options)
  const ids: string[] = []
  const jars = new Map<string, { pair: string; until: number }>()
  let sess: Session | undefined
  let old: Session | undefined

  const calls: Record<string, (...all: string[]) => unknown> = {
    set: (key, value) => sess?.set(key, value),
    get: (key, value) =>
      expect(sess?.get(key)).toBe(value === 'nil' ? null : value),
    ended: () => expect(() => sess?.set('a', 1)).toThrow(ErrEnded),
    'old-ended': () => expect(() => old?.set('a', 1)).toThrow(ErrEnded),
    make: (sid = '') => {
      sess = memory.sessionInit(sid)
    },
    gc: (seconds) => memory.sessionGC(Number(seconds)),
  }

  const send = async ({ who = '', ...sent }: Sent) => {
    vi.advanceTimersByTime((sent.wait ?? 0) * 1000)
    const jar = jars.get(who)
    const kept = jar && jar.until > Date.now() ? jar.pair : undefined
    const cookie = sent.cookie?.replace(/\$(\d)/g, (_, n) => ids[n - 1] ?? '')
    const { r, w } = exchange(cookie ?? kept, sent.tls)
    const take = (next: Session) => {
      old = sess
      sess = next
    }
    const all: typeof calls = {
      ...calls,
      start: async () => take(await manager.sessionStart(w, r)),
      regenerate: async () => take(await manager.sessionRegenerate(w, r)),
      destroy: () => manager.sessionDestroy(w, r),
      other: () => w.appendHeader('Set-Cookie', 'theme=dark'),
    }
    Object.assign(now, { fails: sent.fails, delay: sent.delay })
    for (const each of sent.do) {
      const [verb = '', ...rest] = each.replace(/^!/, '').split(' ')
      const call = async () => await all[verb]?.(...rest)
      expect(all[verb], verb).toBeDefined()
      if (each.startsWith('!')) await expect(call()).rejects.toThrow('answer')
      else await call()
    }
    Object.assign(now, { fails: undefined, delay: 0 })
    const numbered = setBy(w).map((line) => {
      const [, pair = '', sid = ''] = /^([^=]*=([^;]*))/.exec(line) ?? []
      if (pair === 'theme=dark') return line
      if (sid && !ids.includes(sid)) ids.push(sid)
      const seconds = Number(/Max-Age=(\d+)/.exec(line)?.[1])
      jars.set(who, { pair, until: Date.now() + seconds * 1000 })
      return sid ? line.replace(sid, `$${ids.indexOf(sid) + 1}`) : line
    })
    expect(numbered, sent.do.join()).toEqual(sent.sets)
  }

  for (const sent of scenario.requests) await send(sent)
  const left = ids.flatMap((id, i) => (memory.sessionFind(id) ? [i + 1] : []))
  expect(left).toEqual(scenario.left)
  await manager.close()
}
