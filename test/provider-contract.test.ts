/** Tests that every provider of the project fulfils the contract. */
import { readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { pder } from '../src/providers/memory.ts'
import * as plain from '../src/providers/plain.ts'
import type * as session from '../src/session.ts'
import { describeProvider } from './provider-contract.ts'
import { newRepaired } from './repaired.ts'
import { useVirtualTime, wait } from './virtual-time.ts'

/** The stores in memory. The record is of the store that needs a server. */
const inMemory: Record<string, (lifetime: number) => session.Provider> = {
  memory: () => pder,
  plain: () => new plain.Provider(),
  repaired: newRepaired,
}
/** The stores that need a server; test/claims-recorded.test.ts has their records. */
const recorded = ['redis']

for (const [name, make] of Object.entries(inMemory)) {
  describeProvider(name, make)
}

it('other-storage: every provider is tested against the contract', () => {
  const here = new URL('../src/providers/', import.meta.url)
  const tested = [...Object.keys(inMemory), ...recorded]
  expect(readdirSync(here).sort()).toEqual(
    tested.map((name) => `${name}.ts`).sort(),
  )
})

describe.each(Object.entries(inMemory))(
  'beyond the contract: %s',
  (_, make) => {
    useVirtualTime()

    it.each([{ visits: 1 }, () => 1])(
      'returns %o itself, not a copy',
      (value) => {
        const session = make(10).sessionInit('a')
        session.set('key', value)
        expect(session.get('key')).toBe(value)
      },
    )

    it('tells keys of every type apart', () => {
      const session = make(10).sessionInit('a')
      const keys = ['1', 1, true, 'true', null, undefined, Symbol('a'), {}, {}]
      for (const key of keys) session.set(key, key)
      for (const key of keys) expect(session.get(key)).toBe(key)
    })

    it('sessionGC keeps a session whose age equals the lifetime', () => {
      const provider = make(10)
      provider.sessionInit('a').set('user', 'Ann')
      wait(10)
      provider.sessionGC(10)
      expect(provider.sessionRead('a').get('user')).toBe('Ann')
    })
  },
)
