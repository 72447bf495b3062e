// Tests what breaks each claim where that needs other processes: Go, the
// compiler, and Redis.
import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/breaks/*.test.ts'],
    // A test fails by what it sees, and not because the machine is busy.
    testTimeout: 1_800_000,
    hookTimeout: 1_800_000,
    reporters: process.env.CI
      ? ['verbose', ['json', { outputFile: 'reports/breaks.json' }]]
      : ['verbose'],
  },
})
