/**
 * Tests that each small edit of the port makes a claim fail. test/breaks.test.ts
 * tests the reverse: that each claim has an edit that makes it fail.
 */
import { describe, expect, it } from 'vitest'
import type { Edit } from '../src/evidence/edit.ts'
import { loadPort, readEdited } from '../src/evidence/edits.ts'
import { type Mutant, mutants } from '../src/evidence/mutants.ts'
import { portEngine } from '../src/trace/port.ts'
import { claims, traceOf } from './claims.ts'
import { deletions } from './deletions.ts'
import { fails } from './fallen.ts'
import { longProbes, probes } from './probes.ts'

/** More reads than any claim's trace needs; a small limit ends a pass soon. */
const maxReads = 500

/** Operations from which a trace is not run again after it failed once. */
const longTrace = 200

/** The most claims that a title names. */
const named = 3

/** Matches a bare `return` that only another `return` or nothing follows. */
const idle = / without return$/

const traced = claims
  .filter(({ evidence }) => evidence === 'trace')
  .map(({ id }) => ({ id, trace: traceOf(id) }))

const everRed = new Set<string>()

/** The claims that do not hold for a port with these edits. */
async function redClaims(edits: readonly Edit[]): Promise<string[]> {
  const red = new Set<string>()
  try {
    const port = await loadPort(edits)
    const engine = portEngine(port, { maxReads })
    for (const { id, trace } of traced) {
      const skip = trace.operations.length > longTrace && everRed.has(id)
      if (!skip && fails(() => engine.run([trace])[0]?.every(({ ok }) => ok))) {
        red.add(id)
      }
    }
    probe(probes)
    if (red.size === 0) {
      probe(longProbes)
    }
    function probe(list: typeof probes): void {
      for (const [id, check] of Object.entries(list)) {
        if (fails(() => check(port) === undefined)) {
          red.add(id)
        }
      }
    }
  } catch {
    // A port that cannot be loaded does not register itself.
    red.add('init-registers')
  }
  for (const id of red) {
    everRed.add(id)
  }
  return [...red]
}

interface Killed extends Mutant {
  readonly red: readonly string[]
  /** Why the edit could not be made, if it could not. */
  readonly error?: unknown
}

async function kill(mutant: Mutant): Promise<Killed> {
  try {
    for (const { file } of mutant.edits) {
      readEdited(file, mutant.edits)
    }
    return { ...mutant, red: await redClaims(mutant.edits) }
  } catch (error) {
    return { ...mutant, red: [], error }
  }
}

/** Runs the mutants one after the other, because they share `everRed`. */
async function killAll(list: readonly Mutant[]): Promise<Killed[]> {
  const killed: Killed[] = []
  for (const mutant of list) {
    killed.push(await kill(mutant))
  }
  return killed
}

function titleOf({ name, red }: Killed): string {
  const more = red.length > named ? ` and ${red.length - named} more` : ''
  return `${name}: breaks ${red.slice(0, named).join(', ')}${more}`
}

const killed = await killAll([...mutants, ...deletions()])

describe('mutants', () => {
  it('memory.ts unedited: breaks no claim', async () => {
    expect(await redClaims([])).toEqual([])
  })

  for (const mutant of killed.filter(({ name }) => !idle.test(name))) {
    it(titleOf(mutant), () => {
      expect(mutant.error).toBeUndefined()
      expect(mutant.red.length, 'number of broken claims').toBeGreaterThan(0)
    })
  }

  for (const { name, red } of killed.filter(({ name }) => idle.test(name))) {
    it(`${name}: changes nothing, because only another return follows`, () => {
      expect(red).toEqual([])
    })
  }
})
