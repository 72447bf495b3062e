/** Compares what Go's own tools, and Redis, measured with the claims. */
import { describe, expect, it } from 'vitest'
import { readClaims } from '../src/evidence/claims.ts'
import { readRecord, readRecorded } from '../src/evidence/recorded.ts'
import { formatProblem } from '../src/project/problem.ts'
import { openProject } from '../src/project/project.ts'
import { kinds } from './claims.ts'
import { contract } from './provider-contract.ts'

const project = openProject()
const recorded = [...readClaims(project).values()].flatMap((claim) => {
  const read = readRecorded(project, claim)
  return read ? [{ claim, ...read }] : []
})

for (const [kind, title] of Object.entries(kinds)) {
  const own = recorded.filter(({ claim }) => claim.kind === kind)
  describe.runIf(own.length > 0)(title, () => {
    for (const { claim, recorded: record, problems } of own) {
      const { version, date, file, verdict } = record
      // What Redis showed, it showed of the stores in both languages.
      const sides = file.startsWith('go') ? 'original' : 'port, original'
      const name = `${claim.id}: recorded with ${version} on ${date} [${sides}]`
      it(name, { meta: { record: file } }, ({ task, skip }) => {
        // A stale record has no verdict; test/records.test.ts says why, once.
        task.meta.stale = verdict === 'not-run'
        skip(task.meta.stale)
        expect(problems.map(formatProblem)).toEqual([])
        expect(verdict).toBe('holds')
      })
    }
  })
}

it('claims.json: each claim with conditions has a record', () => {
  const ids = recorded.map(({ claim }) => claim.id)
  const asked = [...readClaims(project).values()].filter(
    ({ record }) => record.length > 0,
  )
  expect(asked.map(({ id }) => id)).toEqual(ids)
})

it.each(['redis-speed', 'redis-growth'])(
  'recorded: %s, which no claim is about, has figures',
  (name) => {
    const { recorded } = readRecord(project, name) ?? {}
    expect(recorded?.measured.size).toBeGreaterThan(2)
  },
)

it('other-storage: redis: passed the tests of the contract when it was recorded', () => {
  const found = readRecord(project, 'redis-contract')
  expect(found?.stale.map(formatProblem)).toEqual([])
  const passed = found?.recorded.measured.get('passed')?.value
  expect(passed).toEqual([...contract.keys()])
})
