/** Tests the verdicts that traces, tests and records give, and why one has none. */
import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { loadPort } from '../src/evidence/edits.ts'
import { proposed } from '../src/evidence/mutants.ts'
import { readVerdicts } from '../src/evidence/read-verdicts.ts'
import { formatProblem, problemsOf } from '../src/project/problem.ts'
import { portEngine } from '../src/trace/port.ts'
import { projectWith } from './project-with.ts'
import { type Line, report, reportOf } from './verdicts/report-of.ts'
import { allPassed, current, disk, verdicts } from './verdicts/verdicts-of.ts'

/** The first problem of a project without tests, in which a file is another. */
function refused(file: string, text: string): string {
  const project = projectWith({ [report]: reportOf([]), [file]: text }, disk)
  const [problem] = problemsOf(() => readVerdicts(project))
  return problem ? formatProblem(problem) : ''
}

describe('of traces', () => {
  const file = 'test/claims/gc-empty.trace'
  const pushingFront = async () => {
    const edited = await loadPort(proposed.pushFront.edits)
    return { ...current, port: portEngine(edited) }
  }

  it('an expectation that is not met fails on both', () => {
    const text = disk.read(file).replace(/list =>$/m, 'list => ana')
    const line = text.split('\n').indexOf('list => ana') + 1
    const found = verdicts(allPassed, { [file]: text })
    expect(found.of('gc-empty')).toEqual(['fails', 'fails'])
    expect(found.of('gc-idempotent')).toEqual(['holds', 'holds'])
    expect(found.problems).toContain(
      `${file}:${line}: "list => ana" on the original: expected ana, got nothing; fix the code or the claim`,
    )
  })

  it('an edited port fails where the original holds', async () => {
    const engines = await pushingFront()
    const found = verdicts(allPassed, {}, engines)
    expect(found.of('fresh-shields-expired')).toEqual(['fails', 'holds'])
  })

  it('engines that differ without an expectation fail on both', async () => {
    const engines = await pushingFront()
    const text = '# Nothing is looked at\n\ninit ana\ninit bo\nmap => ana bo\n'
    const found = verdicts(allPassed, { [file]: text }, engines)
    expect(found.of('gc-empty')).toEqual(['fails', 'fails'])
    expect(found.problems).toContain(
      `${file}:4: "init bo": port and original differ in list; npm run trace -- ${file} shows both`,
    )
  })

  it('a trace that cannot be read is named with its line', () => {
    const broken = '# Broken\n\nremove ana\n'
    expect(refused(file, broken)).toContain(`${file}:3: found`)
  })

  it('a failing test of a trace’s claim fails it on that side', () => {
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

describe('of tests', () => {
  const file = 'test/claims.json'
  const lines = disk.read(file).split('\n')
  const line = lines.findIndex((text) => text.includes('"differs-nil"')) + 1
  const missing = `${file}:${line}: claim "differs-nil" has no verdict: no test that was run begins with "differs-nil: "; write one`
  const failing =
    'test/some.test.ts:1: claim "differs-nil" fails: "as keys"; run npm test -- test/some.test.ts, and fix the code or the claim'
  const others = allPassed.filter(([title]) => !/^differs-nil:/.test(title))

  it.each<[string, Line[], string, string?]>([
    [
      'one of several fails',
      [...allPassed, ['differs-nil: as keys', 'failed']],
      'fails',
      failing,
    ],
    [
      'it is skipped',
      [...others, ['differs-nil: as keys', 'pending']],
      'not-run',
    ],
    ['there is none', [...others], 'not-run', missing],
    [
      'those that ran are of another claim, or of none',
      [...others, ['differs-nil-key: x'], ['differs-nil']],
      'not-run',
    ],
  ])('verdicts: %s', (_, lines, port, problem) => {
    const found = verdicts(lines)
    expect(found.of('differs-nil')).toEqual([port, 'holds'])
    if (problem) expect(found.problems).toEqual([problem])
  })

  it('without a report, tests count as not run and traces hold', () => {
    const project = projectWith({ [report]: undefined }, disk)
    const { claims, problems } = readVerdicts(project)
    expect(claims.get('differs-nil')?.port).toBe('not-run')
    expect(claims.get('gc-empty')?.port).toBe('holds')
    expect(problems).toHaveLength(1)
  })
})

describe('of records', () => {
  const file = 'go-reference/recorded/race-values.json'
  const text = disk.read(file)
  const source = 'go-reference/session.go'

  /** The record with an edit, and with a new seal that fits it. */
  function sealed(find: string, replace: string): string {
    expect(text).toContain(find)
    const open = text
      .replace(find, replace)
      .replace(/"seal": "[^"]*"/, '"seal": ""')
    const seal = createHash('sha256').update(open).digest('hex')
    return open.replace('"seal": ""', `"seal": "${seal}"`)
  }

  it.each<[string, string, string | undefined, string, string]>([
    ['is missing', file, undefined, 'not-run', `${file} is missing; run`],
    [
      'was edited',
      file,
      text.replace('"value": true', '"value": false'),
      'not-run',
      `${file}:1: was changed by hand; run`,
    ],
    [
      'is of other sources',
      source,
      disk.read(source).replace('time.Second', '1'),
      'not-run',
      `${file}:1: was measured before ${source} changed; run`,
    ],
    [
      'shows something else',
      file,
      sealed('"value": true', '"value": false'),
      'fails',
      'claim "race-values" fails on the original: expected program_ended = true, measured false',
    ],
  ])('verdicts: one that %s', (_, changed, other, original, problem) => {
    const found = verdicts(allPassed, { [changed]: other })
    expect(found.of('race-values')).toEqual(['none', original])
    expect(found.problems.join()).toContain(problem)
  })

  it('fail the claims that state no condition for them', () => {
    const registry: { id: string; record?: string[] }[] = JSON.parse(
      disk.read('test/claims.json'),
    )
    const bare = registry.map((each) => ({ ...each, record: undefined }))
    const files = { 'test/claims.json': JSON.stringify(bare) }
    const found = verdicts(allPassed, files)
    const recorded = registry.filter(({ record }) => record)
    expect(found.having('original', 'fails')).toEqual(
      recorded.map(({ id }) => id),
    )
    expect(found.problems).toHaveLength(recorded.length)
    expect(found.problems.join()).toContain('states no condition')
  })

  it.each([
    ['of another claim', sealed('"race-values"', '"race"'), 'is the record of'],
    ['that holds nothing', '{}', 'is not a record of what was measured'],
  ])('one %s is refused', (_, edited, says) => {
    expect(refused(file, edited)).toContain(`${file}:1: ${says}`)
  })
})
