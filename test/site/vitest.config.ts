// The tests of the built site: they need `npm run build` and a browser.
import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/site/*.test.ts'],
    globalSetup: 'test/site/shared.ts',
    // How busy the machine is must not decide: a test fails by what it sees.
    testTimeout: 300_000,
    hookTimeout: 300_000,
    maxWorkers: '100%',
    // So many pages are open at once in one file.
    maxConcurrency: 2,
    reporters: process.env.CI
      ? ['verbose', ['json', { outputFile: 'reports/site.json' }]]
      : ['verbose'],
  },
})
