/** Verdicts: from runs, reports and records, and why there is none. */
import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { readVerdicts } from '../../.vitepress/verdicts/index.ts'
import { type Engines, openEngines } from '../../.vitepress/verdicts/runs.ts'
import { formatProblem, problemsOf } from '../../.vitepress/weave/problem.ts'
import { openProject, type Project } from '../../.vitepress/weave/project.ts'
import { portEngine } from '../../src/trace/port.ts'
import { claims } from '../claims.ts'
import { loadPort } from '../edited-port.ts'
import { proposed } from '../mutants.ts'
import { type Line, report, reportOf } from '../verdicts/report-of.ts'

const root = openProject().root

/** A passing test for each claim that is shown by one. */
const allPassed: readonly Line[] = claims
  .filter(({ evidence }) => evidence === 'test')
  .map(({ id }) => [`${id}: holds`])

/** The project with some files replaced; undefined takes one away. */
function projectWith(files: Readonly<Record<string, string | undefined>>) {
  const real = openProject()
  return {
    ...real,
    has: (path) => (path in files ? files[path] !== undefined : real.has(path)),
    read: (path) =>
      files[path] ?? real.read(path in files ? `${path}.gone` : path),
  } satisfies Project
}

function verdicts(
  lines: readonly Line[] = allPassed,
  files: Readonly<Record<string, string | undefined>> = {},
  engines?: Engines,
) {
  const project = projectWith({ [report]: reportOf(lines), ...files })
  const { claims, problems } = readVerdicts(project, engines)
  return {
    of(id: string) {
      const { port, original } = claims.get(id) ?? {}
      return [port, original]
    },
    having: (side: 'port' | 'original', verdict: string) =>
      [...claims.values()].flatMap((claim) =>
        claim[side] === verdict ? [claim.id] : [],
      ),
    problems: problems.map(formatProblem),
  }
}

describe('verdicts: the claims as they are', () => {
  const found = verdicts()

  it('verdicts: nothing fails and nothing is missing', () => {
    expect(found.problems).toEqual([])
    for (const side of ['port', 'original'] as const) {
      expect(found.having(side, 'fails')).toEqual([])
      expect(found.having(side, 'not-run')).toEqual([])
    }
  })

  it('verdicts: only what Go alone can show has none on the port', () => {
    const go = claims.filter(({ evidence }) => evidence === 'go')
    expect(found.having('port', 'none')).toEqual(go.map(({ id }) => id))
  })

  it('verdicts: only the contract suite has none on the original', () => {
    expect(found.having('original', 'none')).toEqual(['other-storage'])
  })
})

describe('verdicts: of traces', () => {
  const file = 'test/claims/gc-empty.trace'

  it('verdicts: an expectation that does not come true fails on both', () => {
    const text = openProject()
      .read(file)
      .replace(/list =>$/m, 'list => ana')
    const line = text.split('\n').indexOf('list => ana') + 1
    const found = verdicts(allPassed, { [file]: text })
    expect(found.of('gc-empty')).toEqual(['fails', 'fails'])
    expect(found.of('gc-idempotent')).toEqual(['holds', 'holds'])
    expect(found.problems).toContain(
      `${file}:${line}: "list => ana" on the original: expected ana, got nothing; mend the code or the claim`,
    )
  })

  it('verdicts: an edited port fails where the original holds', async () => {
    const edited = await loadPort(proposed.pushFront.edits)
    const engines = { ...openEngines(root), port: portEngine(edited) }
    const found = verdicts(allPassed, {}, engines)
    expect(found.of('fresh-shields-expired')).toEqual(['fails', 'holds'])
  })

  it('verdicts: engines that differ in what is not expected fail on both', async () => {
    const edited = await loadPort(proposed.pushFront.edits)
    const engines = { ...openEngines(root), port: portEngine(edited) }
    const text = '# Nothing is looked at\n\ninit ana\ninit bo\nmap => ana bo\n'
    const found = verdicts(allPassed, { [file]: text }, engines)
    expect(found.of('gc-empty')).toEqual(['fails', 'fails'])
    expect(found.problems).toContain(
      `${file}:4: "init bo": port and original differ in list; npm run trace -- ${file} shows both`,
    )
  })

  it('verdicts: a trace that cannot be read is named with its line', () => {
    const files = { [file]: '# Broken\n\nremove ana\n' }
    const project = projectWith({ [report]: reportOf([]), ...files })
    const [problem] = problemsOf(() => readVerdicts(project))
    expect(problem && formatProblem(problem)).toContain(`${file}:3: found`)
  })

  it('verdicts: a failing test of a trace’s claim fails it on that side', () => {
    const lines: Line[] = [
      ...allPassed,
      ['set-stores-then-touches: in this order [port]', 'failed'],
      ['gc-empty: nothing [port, original]', 'failed'],
      ['gc-idempotent: nothing [port with continue]', 'failed'],
    ]
    const found = verdicts(lines)
    expect(found.of('set-stores-then-touches')).toEqual(['fails', 'holds'])
    expect(found.of('gc-empty')).toEqual(['fails', 'fails'])
    expect(found.of('gc-idempotent')).toEqual(['fails', 'holds'])
  })
})

describe('verdicts: of tests', () => {
  const without = allPassed.filter(
    ([title]) => !title.startsWith('differs-nil:'),
  )

  it('verdicts: one failing test of several fails the claim', () => {
    const found = verdicts([...allPassed, ['differs-nil: as keys', 'failed']])
    expect(found.of('differs-nil')).toEqual(['fails', 'holds'])
    expect(found.problems).toEqual([
      'test/some.test.ts:1: claim "differs-nil" fails: "as keys"; run npm test -- test/some.test.ts, and mend the code or the claim',
    ])
  })

  it('verdicts: a skipped test has not passed', () => {
    const found = verdicts([...without, ['differs-nil: as keys', 'pending']])
    expect(found.of('differs-nil')).toEqual(['fails', 'holds'])
  })

  it('verdicts: a claim without its test has no verdict', () => {
    const line =
      openProject()
        .read('test/claims.json')
        .split('\n')
        .findIndex((text) => text.includes('"differs-nil"')) + 1
    const found = verdicts(without)
    expect(found.of('differs-nil')).toEqual(['not-run', 'holds'])
    expect(found.problems).toEqual([
      `test/claims.json:${line}: claim "differs-nil" has no verdict: no test that was run begins with "differs-nil: "; write one`,
    ])
  })

  it('verdicts: another claim’s test, or none’s, is not taken for it', () => {
    const found = verdicts([
      ...without,
      ['differs-nil-key: x'],
      ['differs-nil'],
    ])
    expect(found.of('differs-nil')).toEqual(['not-run', 'holds'])
  })
})

describe('verdicts: of records', () => {
  const file = 'go-reference/recorded/race-values.json'
  const text = openProject().read(file)

  /** The record with an edit, and with the seal that fits it. */
  function sealed(find: string, replace: string): string {
    expect(text).toContain(find)
    const open = text
      .replace(find, replace)
      .replace(/"seal": "[^"]*"/, '"seal": ""')
    const seal = createHash('sha256').update(open).digest('hex')
    return open.replace('"seal": ""', `"seal": "${seal}"`)
  }

  it('verdicts: a claim of Go’s without a record has no verdict', () => {
    const found = verdicts(allPassed, { [file]: undefined })
    expect(found.of('race-values')).toEqual(['none', 'not-run'])
    expect(found.problems.join()).toContain(`${file} is missing; run`)
  })

  it('verdicts: a record that was edited has no verdict', () => {
    const edited = text.replace('"value": true', '"value": false')
    const found = verdicts(allPassed, { [file]: edited })
    expect(found.of('race-values')).toEqual(['none', 'not-run'])
    expect(found.problems.join()).toContain(
      `${file}:1: was changed by hand; run`,
    )
  })

  it('verdicts: a record of other sources has no verdict', () => {
    const source = 'go-reference/session.go'
    const edited = openProject().read(source).replace('time.Second', '1')
    const found = verdicts(allPassed, { [source]: edited })
    expect(found.of('race-values')).toEqual(['none', 'not-run'])
    expect(found.problems.join()).toContain(
      `${file}:1: was measured before ${source} changed; run`,
    )
  })

  it('verdicts: a record that shows something else fails the claim', () => {
    const edited = sealed('"value": true', '"value": false')
    const found = verdicts(allPassed, { [file]: edited })
    expect(found.of('race-values')).toEqual(['none', 'fails'])
    expect(found.problems.join()).toContain(
      'claim "race-values" fails on the original: program_ended = true is asked for, false was measured',
    )
  })

  it.each([
    ['of another claim', sealed('"race-values"', '"race"'), 'is the record of'],
    ['that holds nothing', '{}', 'is not a record of what was measured'],
  ])('verdicts: a record %s is refused', (_, edited, says) => {
    const project = projectWith({ [report]: reportOf([]), [file]: edited })
    const [problem] = problemsOf(() => readVerdicts(project))
    expect(problem && formatProblem(problem)).toContain(`${file}:1: ${says}`)
  })
})

describe('verdicts: of no report', () => {
  it('verdicts: without a report the tests count as not run, traces hold', () => {
    const { claims, problems } = readVerdicts(
      projectWith({ [report]: undefined }),
    )
    expect(claims.get('differs-nil')?.port).toBe('not-run')
    expect(claims.get('gc-empty')?.port).toBe('holds')
    expect(problems).toHaveLength(1)
  })
})
