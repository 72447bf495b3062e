// Tests the Redis store on servers that the tests start, and compares it with
// express-session and connect-redis on the same server.
import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/redis/*.test.ts'],
    globalSetup: ['test/start.ts', 'test/redis/installed.ts'],
    // Files run one after the other, because some of them measure.
    fileParallelism: false,
    // Long limits, so that no test fails only because the machine is busy.
    testTimeout: 300_000,
    hookTimeout: 300_000,
    reporters: process.env.CI
      ? ['verbose', ['json', { outputFile: 'reports/redis.json' }]]
      : ['verbose'],
  },
})
