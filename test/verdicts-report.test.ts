/** Tests reports that are missing, malformed or older than the tested files. */
import {
  mkdirSync,
  mkdtempSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, expect, it } from 'vitest'
import { readReport } from '../src/evidence/report.ts'
import { formatProblem, problemsOf } from '../src/project/problem.ts'
import { openProject, type Project } from '../src/project/project.ts'
import { report, reportOf } from './verdicts/report-of.ts'

let folder = ''
afterEach(() => rmSync(folder, { recursive: true, force: true }))

/** A project with one source and one test, changed at these times in ms. */
function projectOf(
  source: number,
  test: number,
  text: string | undefined,
  program = 1000,
  trace = 1000,
) {
  folder = mkdtempSync(join(tmpdir(), 'verdicts-'))
  const files = {
    'src/deep/a.ts': source,
    'test/a.test.ts': test,
    'test/claims/a.trace': trace,
    'go-reference/trace.wasm': program,
  }
  for (const [file, time] of Object.entries(files)) {
    const path = join(folder, file)
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, '')
    utimesSync(path, time / 1000, time / 1000)
  }
  symlinkSync(join(folder, 'nowhere'), join(folder, 'test/link.ts'))
  if (text !== undefined) {
    mkdirSync(join(folder, 'reports'))
    writeFileSync(join(folder, report), text)
  }
  return openProject(`${folder}/`)
}

const problems = (project: Project) =>
  problemsOf(() => readReport(project)).map(formatProblem)
const remedy = 'run npm run build, which writes it again'

it('readReport: finds tests by the ids at the beginning of their titles', () => {
  const text = reportOf(
    [['gc-empty: does nothing'], ['List: x'], ['gc-empty: a\nb', 'failed']],
    2000,
  )
  // A file that changed when the tests began is not newer.
  expect(readReport(projectOf(1000, 2000, text))).toMatchObject([
    { id: 'gc-empty', title: 'does nothing', passed: true },
    { id: 'gc-empty', title: 'a\nb', passed: false },
  ])
})

it.each(['failed', 'skipped', 'pending', 'todo', 'disabled', ''])(
  'readReport: a test that is %j has not passed',
  (status) => {
    const text = reportOf([['gc-empty: nothing', status]], 2000)
    const [test] = readReport(projectOf(1000, 1000, text))
    expect(test?.passed).toBe(false)
  },
)

it('readReport: refuses a report with a file that did not run', () => {
  const text = (...states: string[]) => {
    const data = JSON.parse(reportOf([['gc-empty: a']], 2000))
    const [file] = data.testResults
    const test = file.assertionResults[0]
    file.status = 'failed'
    file.assertionResults = states.map((status) => ({ ...test, status }))
    return JSON.stringify(data)
  }
  for (const states of [[], ['passed'], ['skipped']]) {
    const [problem] = problems(projectOf(1000, 1000, text(...states)))
    expect(problem).toContain(`${report}:1: says that `)
    expect(problem).toContain(`did not run; ${remedy}`)
  }
  const failed = projectOf(1000, 1000, text('passed', 'failed'))
  expect(readReport(failed).map(({ passed }) => passed)).toEqual([true, false])
})

it('readReport: reports that a report is missing', () => {
  expect(problems(projectOf(1000, 1000, undefined))).toEqual([
    `${report}:1: is missing, so no test has a verdict; ${remedy}`,
  ])
})

it.each(['[]', '{}', 'null', '{"startTime":"now","testResults":[]}'])(
  'readReport: refuses %s',
  (text) => {
    expect(problems(projectOf(1000, 1000, text))).toEqual([
      `${report}:1: is not a report of vitest's JSON reporter; ${remedy}`,
    ])
  },
)

it.each([
  ['a source', 3000, 1000, 'src/deep/a.ts'],
  ['a source, by a moment', 2001, 1000, 'src/deep/a.ts'],
  ['a test', 1000, 3000, 'test/a.test.ts'],
  ['trace.wasm', 1000, 1000, 'go-reference/trace.wasm', 3000],
  ['a trace', 1000, 1000, 'test/claims/a.trace', 1000, 3000],
])(
  'readReport: a report older than %s is refused',
  (_, source, test, file, program = 1000, trace = 1000) => {
    const project = projectOf(source, test, reportOf([], 2000), program, trace)
    expect(problems(project)).toEqual([
      `${report}:1: is older than ${file}; ${remedy}`,
    ])
  },
)
