// Runs the tests of the built site, which need `npm run build` and a browser.
import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** The files that take longest, so that no worker is left without work. */
const longest =
  /\/(?:pages|translation-pages|playground-(?:edits|hostile))\.test\.ts$/

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]) {
    const sorted = await super.sort(files)
    const isLongest = ({ moduleId }: TestSpecification) =>
      Number(longest.test(moduleId))
    return sorted.toSorted((a, b) => isLongest(b) - isLongest(a))
  }
}

export default defineConfig({
  test: {
    include: ['test/site/*.test.ts'],
    globalSetup: ['test/start.ts', 'test/site/shared.ts'],
    // Long limits, so that no test fails only because the machine is busy.
    testTimeout: 300_000,
    hookTimeout: 300_000,
    // Files share what they load, such as what drives the browser.
    isolate: false,
    maxWorkers: '100%',
    sequence: { sequencer: LongestFirst },
    // The number of pages that one file opens at once.
    maxConcurrency: 2,
    reporters: process.env.CI
      ? ['verbose', ['json', { outputFile: 'reports/site.json' }]]
      : ['verbose'],
  },
})
