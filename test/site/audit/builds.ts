/** Compares the time of a build in all languages with one in English alone. */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildRatio, type Finding } from './limits.ts'

/** Seconds that one build takes, from start to end of its process. */
function build(languages: string | undefined): number {
  const out = mkdtempSync(join(tmpdir(), 'session-storage-build-'))
  const { SITE_LANGUAGES: _, ...env } = process.env
  const start = performance.now()
  try {
    execFileSync(
      process.execPath,
      ['node_modules/vitepress/bin/vitepress.js', 'build', '--outDir', out],
      {
        env: languages ? { ...env, SITE_LANGUAGES: languages } : env,
        stdio: 'pipe',
      },
    )
    return (performance.now() - start) / 1000
  } finally {
    rmSync(out, { recursive: true, force: true })
  }
}

const fastest = (times: readonly number[]) => Math.min(...times)

/** The fastest of five builds each, taken in turn so that load hits both. */
export function builds(): Finding[] {
  const one: number[] = []
  const all: number[] = []
  for (let round = 0; round < 5; round++) {
    one.push(build('en'))
    all.push(build(undefined))
  }
  const alone = fastest(one)
  const together = fastest(all)
  return [
    {
      what: `build: ${together.toFixed(1)} s in all, ${alone.toFixed(1)} s in English`,
      figure: together / alone,
      limit: buildRatio,
      bound: 'at most',
      unit: '×',
    },
  ]
}
