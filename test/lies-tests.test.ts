/** Lies to the tests that judge records, edits and traces: each must fail. */
import { expect, it } from 'vitest'
import * as breaks from '../src/evidence/breaks.ts'
import { readClaims } from '../src/evidence/claims.ts'
import type { Edit } from '../src/evidence/edit.ts'
import * as edits from '../src/evidence/edits.ts'
import * as mutants from '../src/evidence/mutants.ts'
import * as original from '../src/evidence/original.ts'
import * as recorded from '../src/evidence/recorded.ts'
import type { Recorded, Verdict } from '../src/evidence/verdict-types.ts'
import { openProject } from '../src/project/project.ts'
import { shownElsewhere } from './breaks/elsewhere.ts'
import * as registry from './claims.ts'
import { failing } from './collected.ts'
import { deletions } from './deletions.ts'
import { fails, fallen } from './fallen.ts'
import { tables } from './judge/edits.ts'
import { toldBy } from './told.ts'

/** What the tests say whose titles match, and how many there are. */
async function said(
  file: string,
  about: RegExp,
  given: Parameters<typeof toldBy>[1],
) {
  const all = [...(await toldBy(file, given))]
  const own = all.filter(([title]) => about.test(title)).map(([, told]) => told)
  const how = own.map(({ passed, left }) =>
    passed ? 'passed' : left ? 'left' : 'failed',
  )
  return { number: own.length, how: [...new Set(how)].join(), own }
}

const problem = { file: 'a', line: 1, message: 'a lie' }

it.each<[Verdict, (typeof problem)[], string]>([
  ['holds', [], 'passed'],
  ['fails', [problem], 'failed'],
  ['fails', [], 'failed'],
  ['holds', [problem], 'failed'],
  ['none', [], 'failed'],
  ['not-run', [problem], 'left'],
])(
  'claims-recorded.test.ts: a record that %s with %j is told so',
  async (verdict, problems, how) => {
    const readRecorded: typeof recorded.readRecorded = (...of) => {
      const read = recorded.readRecorded(...of)
      return read && { recorded: { ...read.recorded, verdict }, problems }
    }
    const found = await said('claims-recorded', /: recorded with /, {
      'evidence/recorded.ts': { ...recorded, readRecorded },
    })
    expect(found).toMatchObject({ how })
    expect(found.number).toBeGreaterThan(30)
    for (const { stale } of found.own) expect(stale).toBe(how === 'left')
  },
)

it.each<[string, (typeof problem)[], string]>([
  ['none', [], 'passed'],
  ['one', [problem], 'failed'],
])('records.test.ts: of stale records, %s', async (_, stale, how) => {
  const readRecord = () => ({ recorded: {} as Recorded, stale })
  const given = { 'evidence/recorded.ts': { ...recorded, readRecord } }
  const found = await said('records', /on the files as they are/, given)
  expect(found).toMatchObject({ how, number: 1 })
})

it.each<[string, (own: string[]) => string[], string]>([
  ['that claim', (own) => own, 'passed'],
  ['no claim', () => [], 'failed'],
  ['another claim too', (own) => [...own, 'another'], 'failed'],
])('breaks.test.ts: if %s falls', async (_, lie, how) => {
  const own = [...breaks.readBreaks(openProject())].filter(
    ([id, { port }]) => port && !shownElsewhere.includes(id),
  )
  const claims = readClaims(openProject())
  const lying = async (made: readonly object[], among: string[] = []) =>
    made.length > 0 ? lie(among) : []
  const found = await said('breaks', /: what breaks it is seen$/, {
    'evidence/breaks.ts': breaks,
    // Only the order of the claims matters here.
    'evidence/read-verdicts.ts': { readVerdicts: () => ({ claims }) },
    '../test/fallen.ts': { fallen: lying },
  })
  expect(found).toMatchObject({ how, number: own.length })
})

it.each(shownElsewhere)(
  'elsewhere.ts: %s is left out only because no test here sees its edit',
  async (id) => {
    const { port } = breaks.readBreaks(openProject()).get(id) ?? {}
    expect(port?.edits.length).toBeGreaterThan(0)
    expect(await fallen(port?.edits ?? [], [id])).toEqual([])
  },
)

it.each<[string, object, string]>([
  ['all', {}, 'passed'],
  ['none', { probes: {}, longProbes: {}, claims: [] }, 'failed'],
])('mutants.test.ts: with %s of the evidence', async (_, lie, how) => {
  const given = { ...(await import('./probes.ts')), ...registry, ...lie }
  const found = await said('mutants', /: breaks [^n]/, {
    'evidence/edits.ts': edits,
    'evidence/mutants.ts': { ...mutants, mutants: mutants.mutants.slice(0, 4) },
    '../test/deletions.ts': { deletions: () => [] },
    '../test/claims.ts': given,
    '../test/probes.ts': given,
  })
  expect(found).toMatchObject({ how, number: 4 })
})

it('collected.ts: each claim whose test fails has fallen', async () => {
  const among = ['differs-number-keys', 'differs-nil', 'differs-strings']
  const [wrong] = mutants.mutants.filter(({ name }) => /wrong key/.test(name))
  const fallen = (edits: readonly Edit[] = []) => failing(edits, { among })
  expect([...(await fallen())]).toEqual([])
  expect([...(await fallen(wrong?.edits))].toSorted()).toEqual(among.toSorted())
})

it('deletions.ts: each statement on a line of its own is deleted once', () => {
  const text = edits.readEdited('providers/memory.ts', [])
  const wanted = text.split('\n').flatMap((line, index) => {
    const does = /^ +(if|for|return|break|(this|pder)\.\S+\(.*\)$)/.test(line)
    return does ? [`line ${index + 1} without ${line.trim()}`] : []
  })
  const names = deletions().map(({ name }) => name)
  expect(wanted.length).toBeGreaterThan(30)
  expect(wanted.filter((name) => !names.includes(name))).toEqual([])
})

const [first] = registry.claims
const claim = (evidence: string) => ({ ...first, id: 'no-such', evidence })

it.each<[string, object, RegExp]>([
  [
    'a kind that is out of order',
    { kinds: { differs: '', stated: '' } },
    /ordered by kind/,
  ],
  ['a claim twice', { claims: [first, first] }, /ids are unique/],
  [
    'a chunk that there is not',
    { claims: [{ ...first, symbol: 'No' }] },
    /ids/,
  ],
  ['a claim without its trace', { claims: [claim('trace')] }, /a trace file/],
  ['a claim without its test', { claims: [claim('test')] }, /has a test whose/],
  ['a test without its claim', { claims: [claim('go')] }, /is the id of a/],
  [
    'a trace that expects nothing',
    { traceOf: () => ({ title: 'It holds', operations: [{}, {}] }) },
    /expects something/,
  ],
])('claims-registry.test.ts: refuses %s', async (_, lie, about) => {
  const of = async (given: object) =>
    (await said('claims-registry', about, { '../test/claims.ts': given })).how
  expect(await of(registry)).toBe('passed')
  expect(await of({ ...registry, ...lie })).toBe('failed')
})

it.each<[string, object, string]>([
  ['nothing', { operations: 1e9 }, 'passed'],
  ['a difference', { operations: 1e9, found: '' }, 'failed'],
  ['nothing, too soon', { operations: 1000 }, 'failed'],
])('differential.test.ts: if the hunt finds %s', async (_, hunted, how) => {
  const found = await said('differential', /random operations agree/, {
    'evidence/original.ts': original,
    'soak/hunt.ts': { hunt: () => hunted },
  })
  expect(found).toMatchObject({ how, number: 2 })
})

it.each<[string, () => boolean | undefined, boolean]>([
  ['holds', () => true, false],
  ['does not', () => false, true],
  ['says nothing', () => undefined, true],
  [
    'throws',
    () => {
      throw new Error('broken')
    },
    true,
  ],
])('fails: what %s', (_, check, failed) => expect(fails(check)).toBe(failed))

it('judge: each edit that test/judge/ tries can be made', () => {
  const project = openProject()
  const lost = tables.flatMap(({ file, edits }) =>
    edits.flatMap(([find, replace]) => {
      const once = project.read(file).split(find).length === 2
      return once && find !== replace ? [] : [`${file}: ${find}`]
    }),
  )
  expect(lost).toEqual([])
})
