// Runs the tests of translations on copies, which take too long for npm test.
import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/{translation,weave}/*.test.ts'],
    globalSetup: 'test/start.ts',
    // Files share what they load.
    isolate: false,
    testTimeout: 300_000,
    reporters: process.env.CI
      ? ['verbose', ['json', { outputFile: 'reports/translation.json' }]]
      : ['verbose'],
  },
})
