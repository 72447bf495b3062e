// The claims and everything else that `npm test` runs: no browser, no Go.
import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/*.test.ts'],
    // Names every claim, so that the output reads as a list of them.
    reporters: process.env.CI
      ? ['verbose', ['json', { outputFile: 'reports/claims.json' }]]
      : ['verbose'],
  },
})
