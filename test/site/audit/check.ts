/** Compares the time of the translators' check with that of a fixed program. */
import { compare, cpuSeconds } from './cpu-time.ts'
import { checkRatio, type Finding } from './limits.ts'

/**
 * The program to compare with: TypeScript's parser reads its own source. Its
 * version is pinned, and it does not depend on this project's code.
 */
const yardstick = `
  const ts = require('typescript')
  const file = require.resolve('typescript')
  ts.createSourceFile(file, require('fs').readFileSync(file, 'utf8'), 99)
`

/** Runs at least three rounds, each the yardstick and then the check's command. */
export function checkTime(): Finding[] {
  const compared = compare(
    3,
    checkRatio,
    () =>
      cpuSeconds(['src/cmd/run.mjs', '.vitepress/translation/cmd.ts', 'check']),
    () => cpuSeconds(['-e', yardstick]),
  )
  return [
    {
      what: `i18n check: ${compared.seconds.toFixed(1)} s of CPU, yardstick ${compared.yardstick.toFixed(1)} s`,
      figure: compared.ratio,
      limit: checkRatio,
      bound: 'at most',
      unit: '×',
    },
  ]
}
