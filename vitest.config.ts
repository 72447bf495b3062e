// The claims and everything else that `npm test` runs: no browser, no Go.
import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/*.test.ts'],
    // Files share what they load: loading it for each took a third of the
    // time. Each test puts the store and the clock back to their start.
    isolate: false,
    // All cores: the default leaves one of them idle.
    maxWorkers: '100%',
    // Names every claim, so that the output reads as a list of them.
    reporters: process.env.CI
      ? ['verbose', ['json', { outputFile: 'reports/claims.json' }]]
      : ['verbose'],
  },
})
