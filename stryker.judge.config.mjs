// Edits what judges in every small way and runs the tests against each edit.
import stores from './stryker.config.mjs'

export default {
  ...stores,
  mutate: [
    'src/trace/**/*.ts',
    'src/evidence/**/*.ts',
    'src/soak/**/*.ts',
    // The edits are data: test/mutants.test.ts shows that each breaks a claim.
    '!src/evidence/mutants.ts',
  ],
  // Tests read the port as a text, so no comment may be put into it.
  disableTypeChecks: false,
  vitest: { configFile: 'test/mutate/judge.vitest.config.ts', related: false },
  htmlReporter: { fileName: 'reports/mutate-judge.html' },
  jsonReporter: { fileName: 'reports/mutate-judge.json' },
}
