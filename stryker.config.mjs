// Edits the code in every small way and runs the tests against each edit.
export default {
  mutate: [
    'src/providers/**/*.ts',
    // Its tests need a Redis server.
    '!src/providers/redis.ts',
    'src/container/**/*.ts',
    'src/time.ts',
    'src/session.ts',
    'src/cookie.ts',
    'src/manager/*.ts',
  ],
  testRunner: 'vitest',
  vitest: { configFile: 'test/mutate/vitest.config.ts', related: false },
  coverageAnalysis: 'perTest',
  // A mutant that lives is killed by a new test, or ignored with its reason.
  thresholds: { high: 100, low: 100, break: 100 },
  // A busy machine kills nothing: endless edits are ended by their hits.
  timeoutMS: 60_000,
  concurrency: 2,
  ignorePatterns: ['.vitepress/cache', '.vitepress/dist'],
  reporters: ['progress', 'clear-text', 'html', 'json'],
  clearTextReporter: { logTests: false, reportTests: false },
  htmlReporter: { fileName: 'reports/mutate.html' },
  jsonReporter: { fileName: 'reports/mutate.json' },
}
