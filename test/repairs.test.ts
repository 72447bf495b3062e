/**
 * Tests the ledger of repairs: each surprise has one answer, each repair is
 * needed, and the claims that the repaired store keeps are those in the table.
 */
import { readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { source } from '../.vitepress/site/languages.ts'
import { repairsName } from '../.vitepress/site/repair-texts.ts'
import { readTexts } from '../.vitepress/site/texts.ts'
import { checkRepairTexts } from '../.vitepress/translation/checks/english-texts.ts'
import { chunkText } from '../.vitepress/weave/chunk.ts'
import { chunksOfRegions } from '../.vitepress/weave/chunks-of-regions.ts'
import { readProgram } from '../.vitepress/weave/programs.ts'
import { readClaims, tracesOf } from '../src/evidence/claims.ts'
import { loadRepaired } from '../src/evidence/edits.ts'
import { problemsOfRun } from '../src/evidence/judge-run.ts'
import { openOriginal } from '../src/evidence/original.ts'
import { claimsOnRepaired } from '../src/evidence/repaired-claims.ts'
import { left, remedies, repairOf, repairs } from '../src/evidence/repairs.ts'
import { openEngines, runTraces } from '../src/evidence/runs.ts'
import { formatProblem } from '../src/project/problem.ts'
import { openProject } from '../src/project/project.ts'
import { firstDifference } from '../src/trace/compare.ts'
import { parse } from '../src/trace/parse.ts'
import { portEngine } from '../src/trace/port.ts'
import { claims, failures } from './claims.ts'
import { startWith } from './http.ts'
import { checkRepaired } from './repaired.ts'

const project = openProject()
const goFile = 'go-reference/providers/repaired/repaired.go'
const portFile = 'src/providers/repaired.ts'
const regionsOf = (file: string) =>
  chunksOfRegions(file, project.read(file)).map(({ name }) => name)

const traces = readdirSync(`${project.root}test/repaired`).map((name) => {
  const file = `test/repaired/${name}`
  const trace = parse(project.read(file), file)
  return { name: name.replace('.trace', ''), trace }
})

describe('the ledger', () => {
  it('repairs.json: answers each surprise once', () => {
    const surprises = claims.filter(({ kind }) => kind === 'surprise')
    const answered = [...repairs.flatMap((repair) => repair.surprises), ...left]
    expect(answered.sort()).toEqual(surprises.map(({ id }) => id).sort())
    expect(repairOf('clock-back')?.name).toBe('monotonic-clock')
    expect(repairOf('gc-every-3600ns')).toBeUndefined()
  })

  it('repairs.json: a remedy is a surprise that a repair ends', () => {
    for (const id of remedies) expect(repairOf(id), id).toBeDefined()
  })

  it('repairs.json: every answer is one sentence, and every text a reason', () => {
    const texts = readTexts(project, source, repairsName)
    expect(checkRepairTexts(project)).toEqual([])
    for (const [key, { text }] of texts) {
      if (key.startsWith('traces.')) continue
      expect(text, key).toMatch(/^[`A-Z][^.]*\.$/)
    }
  })

  it('repairs.json: the first region of a repair has its decisive line', () => {
    const { pairs, prefix } = readProgram(project, 'repaired')
    for (const { name, regions, go } of repairs) {
      for (const { file, find } of go) {
        if (!goFile.endsWith(file)) continue
        const pair = pairs.find(({ listing: { source, chunk } }) =>
          chunkText(source.text, chunk).includes(find),
        )
        expect(prefix + regions[0], name).toBe(pair?.name)
      }
    }
  })

  it('repaired: both languages have the same regions in the same order', () => {
    expect(regionsOf(portFile)).toEqual(regionsOf(goFile))
    const named = repairs.flatMap(({ regions }) => regions)
    expect(regionsOf(portFile)).toEqual(
      expect.arrayContaining([...new Set(named)]),
    )
  })
})

describe('traces', () => {
  it.each(traces)('repaired: $name on both engines', ({ trace }) => {
    const checked = portEngine(modules, { afterEach: checkRepaired })
    const [steps = []] = checked.run([trace])
    const [theirs = []] = openOriginal({ provider: 'repaired' }).run([trace])
    const run = { trace, port: steps, original: theirs }
    expect(problemsOfRun(run).map(formatProblem)).toEqual([])
  })
})

const modules = await loadRepaired()

/** Whether a manager of an edited store accepts an id that it did not make. */
async function acceptsForeign(copy: typeof modules): Promise<boolean> {
  const manager = copy.session.newManager('repaired', 'id', 3600)
  const { session } = await startWith(manager, 'id=made-up')
  return session.sessionID() === 'made-up'
}

describe('repairs', () => {
  it('repaired: a manager accepts no id that it did not make', async () => {
    expect(await acceptsForeign(modules)).toBe(false)
  })

  it.each(repairs.filter((repair) => repair.port.length > 0))(
    'repaired: without $name its test fails',
    async ({ name, port: edits }) => {
      const copy = await loadRepaired(edits)
      if (name === 'own-ids-only') {
        expect(await acceptsForeign(copy)).toBe(true)
        return
      }
      const own = traces.find((each) => each.name === name)
      if (!own) expect.fail(`test/repaired/${name}.trace is missing; write it`)
      const [steps = []] = portEngine(copy).run([own.trace])
      expect(failures(own.trace, steps)).not.toEqual([])
    },
  )

  it('repaired: only Go has the faults of the other repairs', () => {
    const others = repairs.filter((repair) => repair.port.length === 0)
    expect(others.map(({ name }) => name)).toEqual([
      'locked-provider',
      'locked-values',
      'no-dead-code',
      'one-order',
    ])
  })
})

it('repaired: the claims that it keeps are those in the table', async () => {
  const found = Object.fromEntries(claimsOnRepaired(project))
  await expect(`${JSON.stringify(found, null, 2)}\n`).toMatchFileSnapshot(
    'repaired-claims.json',
  )
})

it('repaired: both engines agree on the trace of each claim', () => {
  const engines = openEngines('repaired')
  const runs = runTraces(project, tracesOf(readClaims(project)), engines)
  for (const [id, run] of runs) {
    expect(run.port, id).toHaveLength(run.trace.operations.length)
    expect(firstDifference(run.port, run.original), id).toBe(-1)
  }
})
