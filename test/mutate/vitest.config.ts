// The tests that may kill a mutant: they call the code and look at what it
// does. Tests that read its text or compile it see the same text whichever
// mutant is on, and random tests would give another score each time.
import { defineConfig } from 'vitest/config'

const behaviour = [
  'chain',
  'claims',
  'claims-without-traces',
  'differs',
  'differs-runtime',
  'gc',
  'invariants',
  'list',
  'manager',
  'manager-table',
  'provider-contract',
  'register',
  'repaired',
  'session',
  'small-map',
  'time',
  'trace-engines',
  'trace-ends',
]

export default defineConfig({
  test: {
    include: behaviour.map((name) => `test/${name}.test.ts`),
    testTimeout: 300_000,
    hookTimeout: 300_000,
  },
})
