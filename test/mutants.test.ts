/**
 * Tests that each small edit of the port makes a claim fail. test/breaks.test.ts
 * tests the reverse: that each claim has an edit that makes it fail.
 */
import { describe, expect, it } from 'vitest'
import type { Edit } from '../src/evidence/edit.ts'
import { type EditedPort, loadPort, readEdited } from '../src/evidence/edits.ts'
import { type Mutant, mutants } from '../src/evidence/mutants.ts'
import { portEngine } from '../src/trace/port.ts'
import { claims, traceOf } from './claims.ts'
import { deletions } from './deletions.ts'
import { fails } from './fallen.ts'
import { longProbes, probes } from './probes.ts'

/** More reads than any claim's trace needs; a small limit ends a pass soon. */
const maxReads = 500

/** Matches a bare `return` that only another `return` or nothing follows. */
const idle = / without return$/

/** Short traces first, because one of them is enough for most mutants. */
const traced = claims
  .filter(({ evidence }) => evidence === 'trace')
  .map(({ id }) => ({ id, trace: traceOf(id) }))
  .toSorted((a, b) => a.trace.operations.length - b.trace.operations.length)

/** A claim that does not hold for a port with these edits, if there is one. */
async function redClaim(edits: readonly Edit[]): Promise<string | undefined> {
  let port: EditedPort
  try {
    port = await loadPort(edits)
  } catch {
    // A port that cannot be loaded does not register itself.
    return 'init-registers'
  }
  const engine = portEngine(port, { maxReads })
  const probed = (list: typeof longProbes) =>
    Object.entries(list).find(([, check]) =>
      fails(() => check(port) === undefined),
    )?.[0]
  const traceFails = ({ trace }: (typeof traced)[number]) =>
    fails(() => engine.run([trace])[0]?.every(({ ok }) => ok))
  return probed(probes) ?? traced.find(traceFails)?.id ?? probed(longProbes)
}

interface Killed extends Mutant {
  readonly red?: string | undefined
  /** Why the edit could not be made, if it could not. */
  readonly error?: unknown
}

async function kill(mutant: Mutant): Promise<Killed> {
  try {
    for (const { file } of mutant.edits) {
      readEdited(file, mutant.edits)
    }
    return { ...mutant, red: await redClaim(mutant.edits) }
  } catch (error) {
    return { ...mutant, error }
  }
}

const killed = await Promise.all([...mutants, ...deletions()].map(kill))

describe('mutants', () => {
  it('memory.ts unedited: breaks no claim', async () => {
    expect(await redClaim([])).toBeUndefined()
  })

  for (const mutant of killed.filter(({ name }) => !idle.test(name))) {
    it(`${mutant.name}: breaks ${mutant.red}`, () => {
      expect(mutant.error).toBeUndefined()
      expect(mutant.red, 'a claim that it breaks').toBeDefined()
    })
  }

  for (const { name, red, error } of killed.filter(({ name }) =>
    idle.test(name),
  )) {
    it(`${name}: changes nothing, because only another return follows`, () => {
      expect({ red, error }).toEqual({})
    })
  }
})
