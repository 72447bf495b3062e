// Tests what breaks each claim where that needs other processes: Go, the
// compiler, and Redis.
import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/breaks/*.test.ts'],
    // One file after the other; the Go side has two copies.
    fileParallelism: false,
    maxConcurrency: 2,
    // A test fails by what it sees, and not because the machine is busy.
    testTimeout: 1_800_000,
    hookTimeout: 1_800_000,
    reporters: process.env.CI
      ? ['verbose', ['json', { outputFile: 'reports/breaks.json' }]]
      : ['verbose'],
  },
})
