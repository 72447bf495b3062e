// Builds reports in the format of vitest's JSON reporter.
import { join } from 'node:path'
import { openProject } from '../../src/project/project.ts'

/** The path at which a build expects the report. */
export const report = 'reports/claims.json'

/** A time later than that of any file, in Unix milliseconds. */
const future = Date.now() + 86_400_000

/** One test of a report; by default it has passed. */
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
