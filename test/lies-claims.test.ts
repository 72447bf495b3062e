/** Lies to test/claims.test.ts: it is run on them, and must say who fails. */
import { describe, expect, it } from 'vitest'
import { traceFile } from '../src/evidence/claims.ts'
import type { Edit } from '../src/evidence/edit.ts'
import { mutants } from '../src/evidence/mutants.ts'
import * as original from '../src/evidence/original.ts'
import { openPort } from '../src/evidence/runs.ts'
import * as conversation from '../src/trace/conversation.ts'
import { claims, failures, kinds, traceOf } from './claims.ts'
import { stepsOn } from './steps.ts'
import { type Told, toldBy } from './told.ts'

/** Two claims, so that the tests are fast. */
const few = ['gc-empty', 'gc-strict-boundary']

/** What the tests of the traces of these claims say, by the claims' ids. */
async function told(
  edits: readonly Edit[],
  traceOfClaim = traceOf,
  checkInvariants = () => {},
  ids = few,
): Promise<Map<string, Told>> {
  const some = claims.filter(({ id }) => ids.includes(id))
  const given = {
    // The original is the same: only the port is edited.
    'trace/conversation.ts': conversation,
    'evidence/original.ts': original,
    '../test/claims.ts': { kinds, claims: some, traceOf: traceOfClaim },
    '../test/invariants.ts': { checkInvariants },
  }
  const all = [...(await toldBy('claims', given, edits))]
  return new Map(all.map(([title, each]) => [title.split(':')[0] ?? '', each]))
}

const traced = claims
  .filter(({ evidence }) => evidence === 'trace')
  .map(({ id }) => id)
const failing = (all: ReadonlyMap<string, Told>) =>
  [...all].flatMap(([id, { passed }]) => (passed ? [] : [id]))

it('failures: a step that is missing or not ok is one', () => {
  const trace = traceOf('gc-empty')
  const steps = stepsOn(openPort(), trace)
  expect(failures(trace, steps)).toEqual([])
  expect(failures(trace, [])).toHaveLength(trace.operations.length)
  expect(failures(trace, steps.slice(0, -1))).toHaveLength(1)
  for (const [at, step] of steps.entries()) {
    const [failure, ...more] = failures(
      trace,
      steps.with(at, { ...step, ok: false }),
    )
    expect(failure).toContain(`gc-empty.trace:${step.line}: `)
    expect(more).toEqual([])
  }
})

describe('claims.test.ts', () => {
  it('lies: judges each claim that a trace shows, of every kind', async () => {
    // Which trace it is does not matter here.
    const short = () => traceOf('gc-empty')
    const all = await told([], short, undefined, traced)
    expect([...all.keys()].toSorted()).toEqual(traced.toSorted())
    expect(failing(all)).toEqual([])
    expect(Object.keys(kinds)).toHaveLength(4)
    for (const { failedOn } of all.values()) expect(failedOn).toEqual([])
  })

  it('lies: an edited port fails its claim, on the port only', async () => {
    const [edit] = mutants.filter(({ name }) => name === 'SessionGC: <= for <')
    const all = await told(edit?.edits ?? [])
    expect(all.get('gc-strict-boundary')).toEqual({
      passed: false,
      failedOn: ['port'],
      trace: traceFile('gc-strict-boundary'),
    })
    expect(all.get('gc-empty')).toEqual({
      passed: true,
      failedOn: [],
      trace: traceFile('gc-empty'),
    })
  })

  it('lies: an expectation that is not met fails on both sides', async () => {
    const wrong = (id: string) => {
      const trace = traceOf(id)
      const [operation, ...rest] = trace.operations
      if (id !== 'gc-empty' || !operation) return trace
      const expected = { error: true } as const
      return { ...trace, operations: [{ ...operation, expected }, ...rest] }
    }
    const all = await told([], wrong)
    expect(failing(all)).toEqual(['gc-empty'])
    expect(all.get('gc-empty')?.failedOn).toEqual(['port', 'original'])
  })

  it('lies: engines that differ where nothing is expected fail on both', async () => {
    const silent = (id: string) => {
      const trace = traceOf(id)
      const operations = trace.operations.map(({ expected: _, ...o }) => o)
      return { ...trace, operations }
    }
    const [edit] = mutants.filter(({ name }) => name === 'SessionGC: <= for <')
    const all = await told(edit?.edits ?? [], silent)
    expect(all.get('gc-strict-boundary')).toMatchObject({
      passed: false,
      failedOn: ['port', 'original'],
    })
  })

  it('lies: the invariants are checked after each operation', async () => {
    let checked = 0
    const all = await told([], traceOf, () => void checked++)
    expect(failing(all)).toEqual([])
    const operations = few.flatMap((id) => traceOf(id).operations)
    expect(checked).toBe(operations.length)
  })
})
