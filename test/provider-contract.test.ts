/** Tests that every provider of the project fulfils the contract. */
import { readdirSync } from 'node:fs'
import { expect, it } from 'vitest'
import { pder } from '../src/providers/memory.ts'
import * as plain from '../src/providers/plain.ts'
import { describeProvider } from './provider-contract.ts'
import { newRepaired } from './repaired.ts'

describeProvider('memory', () => pder)
describeProvider('plain', () => new plain.Provider())
describeProvider('repaired', newRepaired)

it('other-storage: every provider is tested against the contract', () => {
  const here = new URL('../src/providers/', import.meta.url)
  // test/redis/ tests the Redis store, which needs a server.
  const tested = ['memory.ts', 'plain.ts', 'redis.ts', 'repaired.ts']
  expect(readdirSync(here).sort()).toEqual(tested)
})
