/** Measures the work of the translators' check. */
import { measure } from './calls.ts'
import { checkCalls, type Finding } from './limits.ts'

/** Runs `npm run i18n -- check`. */
export function checkWork(): Finding[] {
  const { calls, seconds } = measure([
    'src/cmd/run.mjs',
    '.vitepress/translation/cmd.ts',
    'check',
  ])
  return [
    {
      what: `calls in i18n check (${seconds.toFixed(1)} s)`,
      figure: calls / 1e6,
      limit: checkCalls / 1e6,
      bound: 'at most',
      unit: ' M',
    },
  ]
}
