/** Compares the translators' check with a program that never changes. */
import { compare, cpuSeconds } from './cpu-time.ts'
import { checkRatio, type Finding } from './limits.ts'

/**
 * The yardstick: TypeScript's parser reads its own source. Both are pinned,
 * and neither depends on this project's code.
 */
const yardstick = `
  const ts = require('typescript')
  const file = require.resolve('typescript')
  ts.createSourceFile(file, require('fs').readFileSync(file, 'utf8'), 99)
`

/** Three rounds, each the yardstick and then the check as it is called. */
export function checkTime(): Finding[] {
  const compared = compare(
    3,
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
