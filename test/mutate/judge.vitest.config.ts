// The tests that may kill a mutant of what judges. They look at what it does
// with traces, records and reports; random traces would give another score
// each time, so `hunt` looks through traces that a fixed seed gives.
import { defineConfig } from 'vitest/config'

const behaviour = [
  'trace-compare',
  'trace-format',
  'trace-operations',
  'trace-parse',
  'trace-refusals',
  'trace-lookalikes',
  'trace-show',
  'trace-print',
  'trace-stores',
  'trace-edited',
  'trace-engines',
  'trace-ends',
  'playground-form',
  'seal',
  'claims-read',
  'verdicts-report',
  'verdicts-lines',
  'verdicts',
  'verdicts-evidence',
  'lies-challenge',
  'lies-claims',
  'lies-evidence',
  'lies-expectations',
  'lies-generator',
  'lies-identity',
  'lies-judge',
  'lies-program',
  'lies-runs',
  'lies-soak',
  'playground-identity',
  'repairs',
]

export default defineConfig({
  test: {
    include: behaviour.map((name) => `test/${name}.test.ts`),
    // A title with a seed of its own each time would be another test.
    env: { SEED: '1' },
    testTimeout: 300_000,
    hookTimeout: 300_000,
  },
})
