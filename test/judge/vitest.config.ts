// `npm run test:judge`: makes edits of what judges, each in a copy of the
// project, and requires that the tests of `npm test` fail there.
import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/judge/*.test.ts'],
    // Each edit runs many tests in a process of its own.
    testTimeout: 3_600_000,
    hookTimeout: 600_000,
    maxConcurrency: 2,
  },
})
