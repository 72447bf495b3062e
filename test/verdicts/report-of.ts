// Writes reports such as vitest's JSON reporter writes.
import { join } from 'node:path'
import { openProject } from '../../.vitepress/weave/project.ts'

/** Where a build looks for the report. */
export const report = 'reports/claims.json'

/** Later than any file, in milliseconds. */
const future = Date.now() + 86_400_000

/** One test of a report, by default passed. */
export type Line = readonly [title: string, status?: string]

/** The report of these tests. @param startTime Unix time in milliseconds. */
export function reportOf(lines: readonly Line[], startTime = future): string {
  const assertionResults = lines.map(([title, status = 'passed']) => ({
    title,
    status,
  }))
  const name = join(openProject().root, 'test/some.test.ts')
  return JSON.stringify({
    startTime,
    testResults: [{ name, assertionResults }],
  })
}
