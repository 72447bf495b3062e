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
  'trace-show',
  'trace-print',
  'trace-stores',
  'trace-engines',
  'playground-form',
  'seal',
  'claims-read',
  'verdicts-report',
  'verdicts-lines',
  'verdicts',
  'lies-evidence',
  'lies-identity',
  'lies-judge',
  'lies-runs',
  'repairs',
]

export default defineConfig({
  test: {
    include: behaviour.map((name) => `test/${name}.test.ts`),
    testTimeout: 300_000,
    hookTimeout: 300_000,
  },
})
