/** Lies to the ledger about the evidence: each number and state is the claim's. */
import { describe, expect, it } from 'vitest'
import { readEntries } from '../.vitepress/claims/block-marks.ts'
import { breaksOf } from '../.vitepress/claims/breaks.ts'
import { panelEntry } from '../.vitepress/claims/entry.ts'
import { publishedFiles } from '../.vitepress/claims/publish.ts'
import { repairTable } from '../.vitepress/claims/repair-table.ts'
import { answersHtml } from '../.vitepress/claims/repaired-tables.ts'
import { answerId } from '../.vitepress/claims/repairs.ts'
import { runTable } from '../.vitepress/claims/run-table.ts'
import { textsOf } from '../.vitepress/claims/texts.ts'
import { html } from '../.vitepress/site/html.ts'
import { message } from '../.vitepress/site/interface.ts'
import { statementNotes } from '../.vitepress/translation/site/note.ts'
import { readBreaks } from '../src/evidence/breaks.ts'
import { holdVerdicts, readVerdicts } from '../src/evidence/read-verdicts.ts'
import { left, remedies, repairOf } from '../src/evidence/repairs.ts'
import { openEngines } from '../src/evidence/runs.ts'
import { sides } from '../src/evidence/verdict-types.ts'
import { openProject } from '../src/project/project.ts'
import type { Engine, State, Step } from '../src/trace/engine.ts'
import { parse } from '../src/trace/parse.ts'
import { projectWith } from './project-with.ts'
import { stepsOn } from './steps.ts'
import { report, reportOf } from './verdicts/report-of.ts'

const project = openProject()
const entries = readEntries(project, 'en', statementNotes)
const textOf = (page: string) =>
  page.replace(/<[^>]*>/g, '').replaceAll('&quot;', '"')

describe('a run', () => {
  const text = 'init a\nwait 5500ms\ninit b\nlist => a b'
  const trace = parse(text)
  const { port, original } = openEngines()
  /** The table of a run whose step at an index has another state in Go. */
  function table(at?: number, changed: Partial<State> = {}) {
    const theirs = stepsOn(original, trace).map((step, i) =>
      i === at ? { ...step, state: { ...step.state, ...changed } } : step,
    )
    const both = { port: stepsOn(port, trace), original: theirs }
    const run = { text, trace, ...both, problems: [] }
    return textOf(html(runTable(run, [], 'en')))
  }

  it('is shown with its stamps, and once if the engines agree', () => {
    expect(table()).toContain('b@5.5')
    expect(table()).not.toContain('Go ')
  })

  it.each([2, 3])('is shown twice where the engines differ: step %i', (at) => {
    for (const lie of [{ list: [] }, { orphans: [1] }, { astray: { c: 9 } }]) {
      expect(table(at, lie)).toMatch(/TS .*Go /s)
    }
  })

  it.each([
    ['an orphan', 'init a\ninit a'],
    ['a sid that leads astray', 'init a\ninit a\ndestroy a\ngc -1'],
  ])('of a map with %s has a column for the map', (_, text) => {
    const trace = parse(text)
    const ours = stepsOn(port, trace)
    const run = { text, trace, port: ours, original: ours, problems: [] }
    const column = `<th scope="col">${textsOf('en').map}</th>`
    expect(html(runTable(run, [], 'en'))).toContain(column)
    expect(html(runTable({ ...run, port: [] }, [], 'en'))).not.toContain(column)
  })
})

it('an entry counts the operations and the tests of its claim', () => {
  const found = entries.find(({ claim }) => claim.run && claim.recorded)
  if (!found?.claim.recorded) throw new Error('no claim has both')
  const test = { file: 'test/a.test.ts', title: 'a', passed: true }
  const claim = { ...found.claim, tests: [test, test, test] }
  const page = textOf(html(panelEntry({ ...found, claim }, 'en')))
  const operations = claim.run?.trace.operations.length ?? 0
  const { recorded } = found.claim
  expect(page).toContain(message('en', 'claims.trace', { n: operations }))
  expect(page).toContain(message('en', 'claims.tests', { n: 3 }))
  const { version } = recorded
  expect(page).toContain(message('en', 'claims.measured', { version }))
})

it('the answers count the surprises that are repaired, and those left', () => {
  const all = entries.filter(
    ({ claim }) => claim.kind === 'surprise' && !remedies.includes(claim.id),
  ).length
  const counts = { all, repaired: all - left.length, left: left.length }
  const told = message('en', 'claims.repaired.count', counts)
  expect(left.length).toBeGreaterThan(0)
  expect(answersHtml(project, entries, 'en')).toContain(told)
})

it('what breaks a claim is shown with all edits, or with why there are none', () => {
  const breaks = readBreaks(project)
  const some = [...breaks].filter(([, entry]) =>
    sides.some(
      (side) => entry[side]?.none || (entry[side]?.edits.length ?? 0) > 1,
    ),
  )
  expect(some.length).toBeGreaterThan(1)
  for (const [id, entry] of some) {
    const page = html(breaksOf(project, id, 'en'))
    const shown = textOf(page).replace(/\s+/g, '')
    for (const side of sides) {
      const { edits = [], none, also = [] } = entry[side] ?? {}
      if (none) expect(page, id).toContain(textOf(none).slice(0, 20))
      for (const other of also) expect(page).toContain(`#${other}"`)
      const added = edits.flatMap(({ find, replace }) =>
        replace.split('\n').filter((line) => !find.includes(line.trim())),
      )
      for (const line of added) {
        const bare = html({ type: 'text', value: line } as never)
        expect(shown, id).toContain(bare.replace(/\s+/g, ''))
      }
    }
  }
})

it('an answer to a surprise is linked to its own repair, or to why it is left', () => {
  const surprises = entries.filter(({ claim }) => claim.kind === 'surprise')
  for (const entry of surprises) {
    const { id } = entry.claim
    const place = repairOf(id)?.name ?? answerId(id)
    const links = html(panelEntry(entry, 'en')).matchAll(
      /href="[^"]*\/repaired(?:\.html)?#([^"]+)"/g,
    )
    expect([...links].map(([, to]) => to)).toEqual([place])
  }
})

describe('the table of an edit that readers proposed', () => {
  const run = readVerdicts(project).claims.get('fresh-shields-expired')?.run
  if (!run) throw new Error('the claim has no trace')
  const { empty } = textsOf('en')
  /** The rows of the table if the edited port makes these steps. */
  const rowsOf = (lie: (step: Step, index: number) => Step) => {
    const steps = run.port.map(lie)
    const pushFront = { run: () => [steps] } as unknown as Engine
    const repairs = { pushFront } as Parameters<typeof repairTable>[2]
    const page = repairTable(run, 'pushFront', repairs, 'en')
    return page.split('<tr').slice(2)
  }
  const full = rowsOf((step) => step)

  it('shows both states, and where they differ', () => {
    expect(full.length).toBeGreaterThan(3)
    expect(full.join()).not.toContain('class="changed"')
    const other = rowsOf((step) => {
      return { ...step, state: { ...step.state, list: [] } }
    })
    expect(other).toHaveLength(full.length)
    for (const [i, row] of other.entries()) {
      const was = full[i]?.includes(empty)
      expect(row.includes('class="changed"')).toBe(!was)
      expect(row.split('</td>').slice(2).join()).toContain(empty)
    }
  })

  it('ends at a pass that does not end, which has changed', () => {
    const ended = rowsOf((step, index) =>
      index < 2 ? step : { ...step, ok: false, error: 'more than 10000 times' },
    )
    expect(ended.length).toBeLessThan(full.length)
    expect(ended.at(-1)).toContain('class="changed"')
    expect(ended.at(-1)).toContain('class="ended"')
  })
})

it('claims.json says what shows each claim, and when', () => {
  const text = publishedFiles(statementNotes, project).get('/claims.json')?.()
  const told = JSON.parse(text ?? '[]')
  for (const [i, { claim }] of entries.entries()) {
    const { recorded, go, date, tests } = told[i].evidence
    expect({ file: recorded, version: go, date }).toEqual({
      file: claim.recorded?.file,
      version: claim.recorded?.version,
      date: claim.recorded?.date,
    })
    expect(tests).toHaveLength(claim.tests.length)
    expect(told[i].evidence.trace !== undefined).toBe(claim.run !== undefined)
  }
})

it('claims.json names the tests of a claim with their files', () => {
  const lines = reportOf([['gc-empty: one'], ['gc-idempotent: other']])
  const root = `${project.root}ledger/../`
  const reported = projectWith({ [report]: lines }, { ...project, root })
  holdVerdicts(reported)
  const text = publishedFiles(statementNotes, reported).get('/claims.json')?.()
  const told: { id: string; evidence: { tests: object[] } }[] = JSON.parse(
    text ?? '[]',
  )
  const tested = told.filter(({ evidence }) => evidence.tests.length > 0)
  const file = 'test/some.test.ts'
  expect(tested.map(({ id, evidence }) => [id, evidence.tests])).toEqual([
    ['gc-empty', [{ file, title: 'one' }]],
    ['gc-idempotent', [{ file, title: 'other' }]],
  ])
})
