/** Times the translators' check as they call it. */
import { execFileSync } from 'node:child_process'
import { checkSeconds, type Finding } from './limits.ts'

/** The fastest of three runs, each from start to end of its process. */
export function checkTime(): Finding[] {
  const times = [1, 2, 3].map(() => {
    const start = performance.now()
    execFileSync(
      process.execPath,
      ['src/cmd/run.mjs', '.vitepress/translation/cmd.ts', 'check'],
      { stdio: 'pipe' },
    )
    return (performance.now() - start) / 1000
  })
  return [
    {
      what: 'npm run i18n -- check',
      figure: Math.min(...times),
      limit: checkSeconds,
      bound: 'at most',
      unit: ' s',
    },
  ]
}
