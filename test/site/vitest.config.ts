// Runs the tests of the built site, which need `npm run build` and a browser.
import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/site/*.test.ts'],
    globalSetup: 'test/site/shared.ts',
    // Long limits, so that no test fails only because the machine is busy.
    testTimeout: 300_000,
    hookTimeout: 300_000,
    maxWorkers: '100%',
    // The number of pages that one file opens at once.
    maxConcurrency: 2,
    reporters: process.env.CI
      ? ['verbose', ['json', { outputFile: 'reports/site.json' }]]
      : ['verbose'],
  },
})
