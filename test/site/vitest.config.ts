// The tests of the built site: they need `npm run build` and a browser.
import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/site/*.test.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // The site is served at one port.
    fileParallelism: false,
    reporters: process.env.CI
      ? ['verbose', ['json', { outputFile: 'reports/site.json' }]]
      : ['verbose'],
  },
})
