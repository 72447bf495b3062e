/**
 * Prints the results of `npm test`: progress while it runs, then a line for
 * each claim, then the failures, the first cause first, and last the totals.
 */
import { readdirSync } from 'node:fs'
import { relative } from 'node:path'
import { DefaultReporter, type TestModule } from 'vitest/node'
import { type Claim, readClaims } from '../src/evidence/claims.ts'
import { askGit } from '../src/project/git.ts'
import { readJson } from '../src/project/json.ts'
import { problemsOf } from '../src/project/problem.ts'
import { openProject } from '../src/project/project.ts'
import { statementsFile } from './report/failures.ts'
import { reportOf } from './report/report.ts'
import { failureOf, resultsOf } from './report/results.ts'

export default class ClaimsReporter extends DefaultReporter {
  #modules: readonly TestModule[] = []

  override printTestModule(): void {
    // The claims are listed at the end. Until then, a log gets a dot per file.
    if (!this.isTTY) this.ctx.logger.outputStream.write('.')
  }

  override onTestRunEnd(
    ...[modules, ...rest]: Parameters<DefaultReporter['onTestRunEnd']>
  ): void {
    this.#modules = modules
    super.onTestRunEnd(modules, ...rest)
  }

  /** Takes the place of vitest's list of all errors with all their lines. */
  override reportSummary(
    ...[files, errors]: Parameters<DefaultReporter['reportSummary']>
  ): void {
    const { root, testNamePattern: named, changed, shard } = this.ctx.config
    // Vitest keeps the names of files that were asked for, and declares it not.
    const { filenamePattern = [] } = this.ctx as { filenamePattern?: string[] }
    const listed = filenamePattern.length > 0
    const filtered = [named, listed, changed, shard].some(Boolean)
    const isAsked = (name: string) =>
      !filenamePattern.some((each) => /:\d+$/.test(each)) &&
      (!named || named.test(name.replaceAll(' > ', ' ')))
    const { registry, statements, unread } = registryOf(root)
    const lost = filtered ? [] : lostFiles(root, this.#modules)
    const { before, after, good } = reportOf({
      ...{ registry, statements, unread: [...unread, ...lost] },
      ...resultsOf(this.#modules, errors, root, isAsked),
      ...{ named: named?.source, filtered },
      changed: () => changedFiles(root),
    })
    for (const line of before) this.log(line)
    this.reportTestSummary(files, errors, 0)
    for (const line of after) this.log(line)
    if (!good) process.exitCode = 1
  }
}

/** The claims and their statements, or why they cannot be read. */
function registryOf(root: string) {
  const project = openProject(`${root}/`)
  let registry: Claim[] = []
  let statements = new Map<string, string>()
  const problems = problemsOf(() => {
    registry = [...readClaims(project).values()]
    const { value } = readJson(statementsFile, project.read(statementsFile))
    statements = new Map(Object.entries(value as Record<string, string>))
  })
  return { registry, statements, unread: problems.map(failureOf) }
}

/** That a run of everything has left out files of tests, if it has. */
function lostFiles(root: string, modules: readonly TestModule[]) {
  const ran = new Set(modules.map((each) => relative(root, each.moduleId)))
  const [file, ...more] = readdirSync(`${root}/test`)
    .map((name) => `test/${name}`)
    .filter((each) => each.endsWith('.test.ts') && !ran.has(each))
  if (file === undefined) return []
  const message = `did not run, nor did ${more.length} more files of tests; vitest.config.ts must not leave them out`
  return [failureOf({ file, line: 1, message })]
}

/** The tracked files that differ from the last commit; none without git. */
function changedFiles(root: string): string[] {
  const asked = ['diff', '--name-only', '--relative', 'HEAD', '--']
  return (
    askGit(root, ...asked)
      .text?.split('\n')
      .filter(Boolean) ?? []
  )
}
