/** Reads vitest's report of the tests that show claims. */
import { existsSync, readdirSync, statSync } from 'node:fs'
import { join, relative } from 'node:path'
import { readJson } from '../project/json.ts'
import { fail } from '../project/problem.ts'
import type { Project } from '../project/project.ts'
import { claimIn } from './sides.ts'
import type { ClaimTest, Side } from './verdict-types.ts'

/** The report, which the build's first step writes. */
export const reportFile = 'reports/claims.json'

/** What to do about a missing or wrong report. */
export const remedy = 'run npm run build, which writes it again'

/** What the tests depend on: no file in it may be newer than the report. */
const tested = ['src', 'test', 'go-reference/trace.wasm']

/** A test whose title begins with an id, and that id. */
export type NamedTest = ClaimTest & { readonly id: string }

interface VitestReport {
  readonly startTime: number
  readonly testResults: readonly {
    readonly name: string
    /** `failed` also if the file could not be loaded. */
    readonly status?: string
    readonly assertionResults: readonly {
      readonly title: string
      readonly status: string
      readonly meta?: { readonly failedOn?: readonly Side[] }
    }[]
  }[]
}

/**
 * The tests of the last run whose titles begin with an id and a colon.
 * @throws {ProblemError} If there is no report, if vitest did not write it, if
 * a file of tests did not run, or if a tested file is newer.
 */
export function readReport(project: Project): NamedTest[] {
  if (!project.has(reportFile)) {
    fail(reportFile, 1, `is missing, so no test has a verdict; ${remedy}`)
  }
  const data = readJson(reportFile, project.read(reportFile)).value
  if (!isReport(data)) {
    fail(reportFile, 1, `is not a report of vitest's JSON reporter; ${remedy}`)
  }
  const newer = newerFile(project.root, data.startTime)
  if (newer !== undefined) {
    fail(reportFile, 1, `is older than ${newer}; ${remedy}`)
  }
  const nameIn = (path: string) =>
    // Stryker disable next-line StringLiteral: only Windows has backslashes
    relative(project.root, path).replaceAll('\\', '/')
  const lost = data.testResults.find(
    ({ status, assertionResults }) =>
      status === 'failed' &&
      !assertionResults.some((test) => test.status === 'failed'),
  )
  if (lost) {
    fail(reportFile, 1, `says that ${nameIn(lost.name)} did not run; ${remedy}`)
  }
  return data.testResults.flatMap(({ name, assertionResults }) => {
    const file = nameIn(name)
    return assertionResults.flatMap(({ title, status, meta }) => {
      const named = claimIn(title)
      if (!named) return []
      const passed = status === 'passed'
      const left = !passed && status !== 'failed'
      const { failedOn } = meta ?? {}
      return [{ id: named.id, file, title: named.rest, passed, left, failedOn }]
    })
  })
}

function isReport(data: unknown): data is VitestReport {
  const { startTime, testResults } = (data ?? {}) as Partial<VitestReport>
  return typeof startTime === 'number' && Array.isArray(testResults)
}

/** A tested file that changed after a time in Unix milliseconds. */
function newerFile(root: string, time: number): string | undefined {
  const files = tested.flatMap((name) => {
    const path = join(root, name)
    if (!existsSync(path) || !statSync(path).isDirectory()) return [name]
    return readdirSync(path, { recursive: true }).map((file) =>
      // Stryker disable next-line StringLiteral: only Windows has backslashes
      `${name}/${file}`.replaceAll('\\', '/'),
    )
  })
  return files.find((file) => {
    // A link may lead nowhere.
    const found = statSync(join(root, file), { throwIfNoEntry: false })
    return found?.isFile() && found.mtimeMs > time
  })
}
