/**
 * Lies to what measures the Redis store, without a server: an application that
 * loses updates or raises sessions is counted, and a test that fails is none
 * that passed.
 */
import * as fs from 'node:fs'
import * as vitest from 'vitest'
import { describe, expect, it } from 'vitest'
import { openCopy } from '../src/evidence/edits.ts'
import * as recorded from '../src/evidence/recorded.ts'
import type { Measured } from '../src/evidence/verdict-types.ts'
import { openProject } from '../src/project/project.ts'
import { root } from './node.ts'
import type * as contracts from './provider-contract.ts'
import type { App } from './redis/apps.ts'
import { countLost, countRisen, together } from './redis/races.ts'
import type * as records from './redis/record.ts'

/**
 * An application that keeps sessions in this process.
 * @param whole Whether a request writes its whole session back at its end.
 */
function appOf(whole: boolean): App {
  const kept = new Map<string, Map<string, unknown>>()
  let made = 0
  return {
    name: 'fake',
    async request(cookie = `${++made}`, work) {
      const stored = kept.get(cookie) ?? new Map()
      if (!kept.has(cookie)) kept.set(cookie, stored)
      const session = whole ? new Map(stored) : stored
      let ended = false
      await work({
        get: async (key) => session.get(key),
        set: async (key, value) => void session.set(key, value),
        logOut: async () => {
          ended = kept.delete(cookie)
        },
      })
      if (whole && !ended) kept.set(cookie, session)
      return cookie
    },
    stores: async (cookie = '') => kept.has(cookie),
    end() {},
  }
}

describe('races.ts', () => {
  it.each([
    ['whole sessions', true, together - 1],
    ['single values', false, 0],
  ])('counts the updates that a store of %s loses', async (_, whole, lost) => {
    expect(await countLost(appOf(whole), 3)).toEqual([lost, lost, lost])
  })

  it.each([
    ['whole sessions', true],
    ['single values', false],
  ])('counts the sessions that a store of %s raises', async (_, whole) => {
    const risen = await countRisen(appOf(whole), 16)
    if (whole) expect(risen).toBeGreaterThan(0)
    else expect(risen).toBe(0)
  })

  it('refuses an application that stores nothing', async () => {
    const app = { ...appOf(true), stores: async () => false }
    await expect(countRisen(app, 1)).rejects.toThrow('want a stored session')
  })
})

it('provider-contract.ts: a test that fails is none that passed', async () => {
  const tests: (() => Promise<void>)[] = []
  const { load } = openCopy([], {
    '../test/virtual-time.ts': { useVirtualTime() {}, wait() {} },
    vitest: {
      ...vitest,
      it: (_: string, run: () => Promise<void>) => tests.push(run),
      describe: (_: string, define: () => void) => define(),
    },
  })
  const { contract, describeProvider } = (await load(
    '../test/provider-contract.ts',
  )) as typeof contracts
  const broken = () => {
    throw new Error('broken')
  }
  const passed = describeProvider('broken', broken)
  const ends = await Promise.allSettled(tests.map((test) => test()))
  expect(ends.every(({ status }) => status === 'rejected')).toBe(true)
  expect(ends).toHaveLength(contract.size)
  expect(passed).toEqual([])
})

describe('record.ts', () => {
  const id = 'redis-lie'
  const file = recorded.redisFile(id)
  const real = openProject()
  /** Files that were written, or that are other than on the disk. */
  const files = new Map<string, string>()
  const read = (name: string) => files.get(name) ?? real.read(name)
  const project = { ...real, read, has: () => true }
  let go: string | undefined

  const { load } = openCopy([], {
    'evidence/recorded.ts': recorded,
    'project/project.ts': { openProject: () => project },
    '../test/redis/go.ts': { goVersion: async () => go },
    'node:child_process': { execFileSync: () => 'v=7.0.15' },
    'node:fs': {
      ...fs,
      mkdirSync() {},
      writeFileSync: (path: string, text: string) =>
        files.set(path.replace(root, ''), text),
    },
    vitest: {
      ...vitest,
      // A soft failure would be one of the test that tells the lie.
      expect: Object.assign((...of: [unknown]) => vitest.expect(...of), {
        soft: vitest.expect,
      }),
    },
  })
  const measured: Record<string, Measured> = {
    lost: { value: 0, unit: 'updates' },
    seen: { value: 3, varies: true },
    passed: { value: ['a', 'b'] },
    lost_in_go: { value: 0 },
  }
  const { lost, seen, passed } = measured

  /** Whether a run that measures this passes. */
  async function passes(now: object): Promise<boolean> {
    const { record } = (await load('../test/redis/record.ts')) as typeof records
    const run = record(id, now as typeof measured)
    return await run.then(
      () => true,
      () => false,
    )
  }

  vitest.beforeAll(async () => {
    go = 'go1.26.8'
    process.env.UPDATE = '1'
    expect(await passes(measured)).toBe(true)
    delete process.env.UPDATE
  })
  vitest.beforeEach(() => {
    go = 'go1.26.8'
  })

  it('lies: a run that measures the same passes, and only that', async () => {
    const other = { ...seen, value: 4 }
    expect(await passes(measured)).toBe(true)
    expect(await passes({ ...measured, seen: other })).toBe(true)
    for (const lie of [
      { ...measured, lost: { ...lost, value: 1 } },
      { ...measured, passed: { value: ['b', 'a'] } },
      { ...measured, passed: { value: ['a'] } },
      { ...measured, more: seen },
      { lost, seen, lost_in_go: lost },
      { lost, passed, lost_in_go: lost },
      { lost, seen, passed },
      {},
    ]) {
      expect(await passes(lie), JSON.stringify(lie)).toBe(false)
    }
    go = undefined
    expect(await passes({ lost, seen, passed })).toBe(true)
    expect(await passes({ lost, seen })).toBe(false)
  })

  it('lies: a record or a source that was changed fails', async () => {
    const text = read(file)
    const claimed = text.replace(id, 'another')
    const seal = recorded.sealOf(claimed)
    for (const changed of [
      `${text} `,
      text.replace('"value": 3', '"value": 4'),
      claimed.replace(/"seal": ".*"/, `"seal": "${seal}"`),
    ]) {
      expect(changed).not.toBe(text)
      files.set(file, changed)
      expect(await passes(measured)).toBe(false)
    }
    files.set(file, text)
    const names = Object.keys(JSON.parse(text).sources)
    const sources = names.filter((name) => /\.\w+$/.test(name))
    expect(sources.length).toBeGreaterThan(15)
    for (const name of sources) {
      files.set(name, `${real.read(name)} `)
      expect(await passes(measured), name).toBe(false)
      files.delete(name)
    }
    // All of the store, what it stands on, and the tests that measure it.
    for (const name of [
      ...[
        'providers/redis',
        'redis/scripts',
        'session-async',
        'manager/cookie',
      ].map((each) => `src/${each}.ts`),
      ...['test/redis/races.ts', 'test/redis/contract.test.ts'],
      ...['test/provider-contract.ts', 'go-reference/providers/redis'],
    ]) {
      expect(names).toContain(name)
    }
    expect(await passes(measured)).toBe(true)
  })

  it('lies: a goal that was missed is told so', async () => {
    const { goal } = (await load('../test/redis/record.ts')) as typeof records
    const met = [goal('a', 2, '<=', 2), goal('a', 2, '>=', 2)]
    const missed = [goal('a', 3, '<=', 2), goal('a', 1, '>=', 2)]
    expect(met.map((line) => /, met$/.test(line))).toEqual([true, true])
    expect(missed.every((line) => line.endsWith(', NOT MET'))).toBe(true)
  })
})
