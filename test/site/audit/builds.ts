/** Compares the work of a build in all languages with that of one in English. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { measure } from './calls.ts'
import { buildRatio, type Finding } from './limits.ts'

function build(languages?: string) {
  const out = mkdtempSync(join(tmpdir(), 'session-storage-build-'))
  const program = 'node_modules/vitepress/bin/vitepress.js'
  try {
    return measure([program, 'build', '--outDir', out], {
      SITE_LANGUAGES: languages,
    })
  } finally {
    rmSync(out, { recursive: true, force: true })
  }
}

/** Builds in all languages and in English only. */
export function builds(): Finding[] {
  const [all, english] = [build(), build('en')]
  const seconds = `${all.seconds.toFixed(1)} s, ${english.seconds.toFixed(1)} s in English`
  return [
    {
      what: `calls in a build (${seconds})`,
      figure: all.calls / english.calls,
      limit: buildRatio,
      bound: 'at most',
      unit: '×',
    },
  ]
}
