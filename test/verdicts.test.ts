/** Tests verdicts from runs, reports and records, and reasons for none. */
import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { publishClaims } from '../.vitepress/claims/publish.ts'
import { languages } from '../.vitepress/site/languages.ts'
import { statementNotes } from '../.vitepress/translation/site/note.ts'
import { loadPort } from '../src/evidence/edits.ts'
import { proposed } from '../src/evidence/mutants.ts'
import {
  filesOfVerdicts,
  holdVerdicts,
  readVerdicts,
} from '../src/evidence/read-verdicts.ts'
import { type Engines, openEngines } from '../src/evidence/runs.ts'
import { formatProblem, problemsOf } from '../src/project/problem.ts'
import { openProject, type Project } from '../src/project/project.ts'
import type { Engine, Playable, Step } from '../src/trace/engine.ts'
import { portEngine } from '../src/trace/port.ts'
import { claims } from './claims.ts'
import { once } from './once.ts'
import { type Line, report, reportOf } from './verdicts/report-of.ts'

/** A passing test for each claim that a test shows. */
const allPassed: readonly Line[] = claims
  .filter(({ evidence }) => evidence === 'test')
  .map(({ id }) => [`${id}: holds`])

const disk = openProject()
/** Each verdict depends on all files; they are read once for all tests. */
const texts = new Map<string, string>()

/** The project with some files replaced; undefined removes a file. */
function projectWith(files: Readonly<Record<string, string | undefined>>) {
  return {
    ...disk,
    has: (path) => (path in files ? files[path] !== undefined : disk.has(path)),
    read(path) {
      if (path in files) return files[path] ?? disk.read(`${path}.gone`)
      const text = texts.get(path) ?? disk.read(path)
      texts.set(path, text)
      return text
    },
  } satisfies Project
}

/** Runs each trace once in all tests, because most tests change none. */
function remembering(engine: Engine): Engine {
  const known = new Map<string, Step[]>()
  const keyOf = ({ operations }: Playable) =>
    [...operations].map(({ line, text }) => `${line} ${text}`).join('\n')
  const run = (traces: readonly Playable[]) => {
    const others = traces.filter((trace) => !known.has(keyOf(trace)))
    for (const [index, steps] of engine.run(others).entries()) {
      const trace = others[index]
      if (trace) known.set(keyOf(trace), steps)
    }
    return traces.map((trace) => known.get(keyOf(trace)) ?? [])
  }
  return { ...engine, run }
}

const real = openEngines()
const current: Engines = {
  port: remembering(real.port),
  original: remembering(real.original),
}

function verdicts(
  lines: readonly Line[] = allPassed,
  files: Readonly<Record<string, string | undefined>> = {},
  engines = current,
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

describe('verdicts: the current claims', () => {
  const found = once(() => verdicts())

  it('verdicts: nothing fails and nothing is missing', () => {
    expect(found().problems).toEqual([])
    for (const side of ['port', 'original'] as const) {
      expect(found().having(side, 'fails')).toEqual([])
      expect(found().having(side, 'not-run')).toEqual([])
    }
  })

  it('verdicts: each trace has run, and each record was read', () => {
    const { claims: judged } = readVerdicts(
      projectWith({ [report]: reportOf(allPassed) }),
      current,
    )
    for (const { id, evidence, run, record, recorded } of judged.values()) {
      expect(run !== undefined, id).toBe(evidence === 'trace')
      expect(recorded !== undefined, id).toBe(record.length > 0)
    }
  })

  it('verdicts: only claims that Go alone can show have none on the port', () => {
    const go = claims.filter(({ evidence }) => evidence === 'go')
    expect(found().having('port', 'none')).toEqual(go.map(({ id }) => id))
  })

  it('verdicts: only the claim of the contract suite has none on the original', () => {
    expect(found().having('original', 'none')).toEqual(['other-storage'])
  })
})

it('verdicts: each file that they were read from is watched', () => {
  const read = new Set<string>()
  const project = projectWith({ [report]: reportOf(allPassed) })
  const reading = {
    ...project,
    read(path: string) {
      read.add(path)
      return project.read(path)
    },
  }
  readVerdicts(reading, current)
  const told = [...read].filter((path) =>
    /^reports\/|^test\/claims|\/recorded\//.test(path),
  )
  expect(told.toSorted()).toEqual(filesOfVerdicts(project).toSorted())
})

it('verdicts: what a build holds is for that project only', () => {
  // Another name of the same folder, for what lists its files.
  const root = `${disk.root}./`
  const held = holdVerdicts({
    ...projectWith({ [report]: reportOf([]) }),
    root,
  })
  // Its files may change: the build has one answer until it ends.
  const other = projectWith({ [report]: reportOf(allPassed) })
  expect(readVerdicts({ ...other, root }, current)).toBe(held)
  expect(verdicts().problems).toEqual([])
  expect(held.problems).not.toEqual([])
})

it('verdicts: a build with a claim that fails or has no verdict is refused', () => {
  const build = (root: string, lines: readonly Line[], texts = {}) => {
    const files = projectWith({ [report]: reportOf(lines), ...texts })
    const { buildStart } = publishClaims(statementNotes, { ...files, root })
    const start = buildStart as () => void
    start.call({ environment: { mode: 'build' } })
  }
  // Each build holds its verdicts: it gets a name of its own for the folder.
  const root = `${disk.root}./`
  expect(() => build(`${root}a/../`, allPassed)).not.toThrow()
  for (const status of ['failed', 'skipped']) {
    const lines: Line[] = [...allPassed, ['gc-empty: it is so', status]]
    expect(() => build(`${root}${status}/../`, lines)).toThrow('"gc-empty"')
  }
  for (const language of languages) {
    const file = `docs/${language}/claims.json`
    const all: Record<string, string> = JSON.parse(disk.read(file))
    const { 'gc-empty': _, ...others } = all
    for (const [texts, why] of [
      [others, 'claim "gc-empty" has no statement'],
      [{ ...all, gc: 'It is.' }, 'unknown claim "gc"'],
    ] as const) {
      const own = `${root}${language}${why.length}/../`
      const changed = { [file]: JSON.stringify(texts) }
      expect(() => build(own, allPassed, changed)).toThrow(why)
    }
  }
})

describe('verdicts: of traces', () => {
  const file = 'test/claims/gc-empty.trace'

  it('verdicts: an expectation that is not met fails on both', () => {
    const text = openProject()
      .read(file)
      .replace(/list =>$/m, 'list => ana')
    const line = text.split('\n').indexOf('list => ana') + 1
    const found = verdicts(allPassed, { [file]: text })
    expect(found.of('gc-empty')).toEqual(['fails', 'fails'])
    expect(found.of('gc-idempotent')).toEqual(['holds', 'holds'])
    expect(found.problems).toContain(
      `${file}:${line}: "list => ana" on the original: expected ana, got nothing; fix the code or the claim`,
    )
  })

  it('verdicts: an edited port fails where the original holds', async () => {
    const edited = await loadPort(proposed.pushFront.edits)
    const engines = { ...current, port: portEngine(edited) }
    const found = verdicts(allPassed, {}, engines)
    expect(found.of('fresh-shields-expired')).toEqual(['fails', 'holds'])
  })

  it('verdicts: engines that differ without an expectation fail on both', async () => {
    const edited = await loadPort(proposed.pushFront.edits)
    const engines = { ...current, port: portEngine(edited) }
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
      'test/some.test.ts:1: claim "differs-nil" fails: "as keys"; run npm test -- test/some.test.ts, and fix the code or the claim',
    ])
  })

  it('verdicts: a skipped test has not passed', () => {
    const found = verdicts([...without, ['differs-nil: as keys', 'pending']])
    expect(found.of('differs-nil')).toEqual(['not-run', 'holds'])
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

  it('verdicts: a test of another claim or of none does not count', () => {
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

  /** The record with an edit, and with a new seal that fits it. */
  function sealed(find: string, replace: string): string {
    expect(text).toContain(find)
    const open = text
      .replace(find, replace)
      .replace(/"seal": "[^"]*"/, '"seal": ""')
    const seal = createHash('sha256').update(open).digest('hex')
    return open.replace('"seal": ""', `"seal": "${seal}"`)
  }

  it('verdicts: a claim that Go shows has no verdict without a record', () => {
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
      'claim "race-values" fails on the original: expected program_ended = true, measured false',
    )
  })

  it('verdicts: records fail the claims that state no condition for them', () => {
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
  ])('verdicts: a record %s is refused', (_, edited, says) => {
    const project = projectWith({ [report]: reportOf([]), [file]: edited })
    const [problem] = problemsOf(() => readVerdicts(project))
    expect(problem && formatProblem(problem)).toContain(`${file}:1: ${says}`)
  })
})

describe('verdicts: of no report', () => {
  it('verdicts: without a report, tests count as not run and traces hold', () => {
    const { claims, problems } = readVerdicts(
      projectWith({ [report]: undefined }),
    )
    expect(claims.get('differs-nil')?.port).toBe('not-run')
    expect(claims.get('gc-empty')?.port).toBe('holds')
    expect(problems).toHaveLength(1)
  })
})
