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

const middle = (figures: readonly number[]) =>
  figures.toSorted((a, b) => a - b)[figures.length >> 1] ?? Number.NaN

/**
 * The median of five rounds, each a build in English and one in all languages
 * right after it: how busy the machine is at the time is in both.
 */
export function builds(): Finding[] {
  const rounds = [1, 2, 3, 4, 5].map(() => {
    const alone = build('en')
    return { alone, together: build(undefined) }
  })
  const together = middle(rounds.map((round) => round.together))
  const alone = middle(rounds.map((round) => round.alone))
  return [
    {
      what: `build: ${together.toFixed(1)} s in all, ${alone.toFixed(1)} s in English`,
      figure: middle(rounds.map((round) => round.together / round.alone)),
      limit: buildRatio,
      bound: 'at most',
      unit: '×',
    },
  ]
}
