// Runs the tests of the commands. Most start processes, too slow for npm test.
import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/commands/*.test.ts'],
    globalSetup: 'test/start.ts',
    testTimeout: 300_000,
    reporters: process.env.CI
      ? ['verbose', ['json', { outputFile: 'reports/commands.json' }]]
      : ['verbose'],
  },
})
