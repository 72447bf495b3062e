// Runs the tests of the built site in Firefox and in WebKit, at the same time.
import { defineConfig } from 'vitest/config'

const project = (name: string) => ({
  root: process.cwd(),
  test: {
    name,
    include: ['test/browsers/all.test.ts'],
    globalSetup: 'test/browsers/start.ts',
    // Node 20 has the WebSocket of later versions behind this flag.
    execArgv: ['--experimental-websocket'],
    // Long limits, so that no test fails only because the machine is busy.
    testTimeout: 300_000,
    hookTimeout: 300_000,
  },
})

export default defineConfig({
  test: {
    maxWorkers: 2,
    projects: ['firefox', 'webkit'].map(project),
    reporters: process.env.CI
      ? ['verbose', ['json', { outputFile: 'reports/browsers.json' }]]
      : ['verbose'],
  },
})
