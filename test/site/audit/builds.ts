/** Compares the time of a build in all languages with one in English only. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { compare, cpuSeconds } from './cpu-time.ts'
import { buildRatio, type Finding } from './limits.ts'

function build(env: NodeJS.ProcessEnv): number {
  const out = mkdtempSync(join(tmpdir(), 'session-storage-build-'))
  const program = 'node_modules/vitepress/bin/vitepress.js'
  try {
    return cpuSeconds([program, 'build', '--outDir', out], env)
  } finally {
    rmSync(out, { recursive: true, force: true })
  }
}

/** Runs at least three rounds, each a build in English and then in all languages. */
export function builds(): Finding[] {
  const { ratio, seconds, yardstick } = compare(
    3,
    buildRatio,
    () => build({ SITE_LANGUAGES: undefined }),
    () => build({ SITE_LANGUAGES: 'en' }),
  )
  return [
    {
      what: `build: ${seconds.toFixed(1)} s of CPU, ${yardstick.toFixed(1)} s in English`,
      figure: ratio,
      limit: buildRatio,
      bound: 'at most',
      unit: '×',
    },
  ]
}
