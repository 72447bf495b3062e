// The claims and everything else that `npm test` runs: no browser, no Go.
import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/*.test.ts'],
    // The report names the line of each test.
    includeTaskLocation: true,
    globalSetup: 'test/start.ts',
    setupFiles: 'test/real-timers.ts',
    // Files share what they load: loading it for each took a third of the
    // time. Each test puts the store and the clock back to their start.
    isolate: false,
    // Each run of the original has a memory of its own, which soon is garbage:
    // with more room (in MB) it is collected less often.
    execArgv: ['--max-semi-space-size=64'],
    // All cores: the default leaves one of them idle.
    maxWorkers: '100%',
    // A test fails by what it sees, and not because the machine is busy.
    testTimeout: 300_000,
    hookTimeout: 300_000,
    reporters: process.env.CI
      ? ['./test/reporter.ts', ['json', { outputFile: 'reports/claims.json' }]]
      : ['./test/reporter.ts'],
  },
})
