/** Compares random traces on both engines after every operation. */
import { assert, expect, it } from 'vitest'
import { loadPort } from '../src/evidence/edits.ts'
import { type Mutant, mutants } from '../src/evidence/mutants.ts'
import { openOriginal } from '../src/evidence/original.ts'
import { readFragment, writeFragment } from '../src/playground/link.ts'
import * as memory from '../src/providers/memory.ts'
import * as repaired from '../src/providers/repaired.ts'
import { hunt } from '../src/soak/hunt.ts'
import * as time from '../src/time.ts'
import type { Engine } from '../src/trace/engine.ts'
import { parse } from '../src/trace/parse.ts'
import { portEngine } from '../src/trace/port.ts'
import { checkRepaired } from './repaired.ts'

/** Operations of the test; `.ci/run` runs ten times as many with the soak. */
const operations = 30_000
const seed = Number(process.env.SEED ?? Math.floor(Math.random() * 2 ** 31))

/** The most lines of a shrunk trace, so that a reader sees the difference. */
const mostLines = 10

const original = openOriginal()
const port = portEngine({ memory, time })

it(`differential: ${operations} random operations agree, SEED=${seed}`, () => {
  expect(seed, 'SEED is a 32-bit integer').toBe(seed | 0)
  const hunted = hunt([port, original], { operations, seed })
  if (hunted.found !== undefined) {
    assert.fail(`SEED=${seed} npm test repeats it:\n\n${hunted.found}\n`)
  }
  expect(hunted.operations).toBeGreaterThanOrEqual(operations)
})

/** Operations on the repaired store; `soak` runs as many as one likes. */
const onRepaired = 20_000

it(`differential: ${onRepaired} random operations agree on the repaired store, SEED=${seed}`, () => {
  const engines: [Engine, Engine] = [
    portEngine({ repaired, time }, { afterEach: checkRepaired }),
    openOriginal({ provider: 'repaired' }),
  ]
  const hunted = hunt(engines, { operations: onRepaired, seed })
  if (hunted.found !== undefined) {
    assert.fail(`SEED=${seed} npm test repeats it:\n\n${hunted.found}\n`)
  }
  expect(hunted.operations).toBeGreaterThanOrEqual(onRepaired)
})

it('differential: the same seed gives the same traces, and another seed others', () => {
  const ran = [seed, seed, (seed + 1) | 0].map((own) => {
    const texts: string[] = []
    const listening: Engine = {
      ...original,
      run: (traces) => {
        for (const { operations } of traces)
          texts.push(...[...operations].map(({ text }) => text))
        return original.run(traces)
      },
    }
    hunt([port, listening], { operations: 500, seed: own, batch: 10 })
    return texts
  })
  expect(ran[1]).toEqual(ran[0])
  expect(ran[2]).not.toEqual(ran[0])
})

const shown = ['SessionGC: <= for <', 'SessionDestroy: also removes orphans']

it.each(mutants.filter(({ name }) => shown.includes(name)))(
  'hunt: finds and shrinks $name',
  async ({ edits }: Mutant) => {
    const edited = portEngine(await loadPort(edits), { maxReads: 1000 })
    const { found = '' } = hunt([edited, original], { operations, seed })
    expect(found).toContain('# the engines differ in ')
    // The printed text is a trace that shows the difference.
    const trace = parse(found)
    expect(trace.operations.length).toBeLessThanOrEqual(mostLines)
    const [a, b] = [edited.run([trace]), original.run([trace])]
    expect(a[0]?.at(-1)).not.toEqual(b[0]?.at(-1))
    // A link can carry it.
    const fragment = await writeFragment({ trace: found })
    expect(await readFragment(fragment)).toEqual({ trace: found })
  },
)
