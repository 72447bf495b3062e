// Adds up the reports that .ci/run wrote to reports/, prints the totals and the
// last lines of failed steps, and exits with code 1 if a test or a step failed or a report is missing.
import { existsSync, readFileSync } from 'node:fs'

const suites = [
  'claims',
  'commands',
  'translation',
  'redis',
  'site',
  'browsers',
]
const names = (file) =>
  existsSync(file) ? readFileSync(file, 'utf8').trim().split('\n') : []
const stepsPassed = names('reports/steps/passed')
const stepsFailed = names('reports/steps/failed')
let passed = 0
let failed = 0
for (const name of suites) {
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
console.log(`steps: ${stepsPassed.length} passed, ${stepsFailed.length} failed`)
for (const name of stepsFailed) {
  const said = names(`reports/steps/${name}.log`).slice(-30)
  console.log(`failed step: ${name}; its last lines:`)
  for (const line of said) console.log(`  | ${line}`)
}
if (process.env.WITHOUT_GO) {
  console.log('Go: LEFT OUT, because WITHOUT_GO is set')
}
// A step whose tests failed is already counted by these tests, so failed
// steps are counted only if no test failed.
if (stepsFailed.length > 0 && failed === 0) failed = stepsFailed.length
console.log(`${passed} passed, ${failed} failed`)
process.exitCode = failed > 0 ? 1 : 0
