// Adds up the test reports in reports/ and the steps of .ci/run, prints the
// closing line, and fails if anything failed or a report is missing.
import { readFileSync } from 'node:fs'

const [stepsPassed, ...failedSteps] = process.argv.slice(2)
let passed = 0
let failed = 0
for (const name of ['claims', 'commands', 'translation', 'site']) {
  const file = `reports/${name}.json`
  try {
    const report = JSON.parse(readFileSync(file, 'utf8'))
    passed += report.numPassedTests
    failed += report.numFailedTests
    const skipped = report.numPendingTests + report.numTodoTests
    console.log(`${file}: ${report.numPassedTests} passed, ${skipped} left out`)
    if (report.numPassedTests === 0) throw new Error('no test passed')
  } catch (error) {
    console.log(`${file}: ${error.message}`)
    failed += 1
  }
}
console.log(`steps: ${stepsPassed} passed, ${failedSteps.length} failed`)
for (const name of failedSteps) console.log(`failed step: ${name}`)
// A step that fails through its tests is counted once, by the tests.
if (failedSteps.length > 0 && failed === 0) failed = failedSteps.length
console.log(`${passed} passed, ${failed} failed`)
process.exitCode = failed > 0 ? 1 : 0
