/** Runs a file of tests on other modules than its own: it must say who lies. */
import * as vitest from 'vitest'
import type { Edit } from '../src/evidence/edit.ts'
import { openCopy } from '../src/evidence/edits.ts'
import type { Meta } from './report/results.ts'

/** What a test noted for the report, and whether it passed. */
export type Told = Readonly<Meta> & {
  readonly passed: boolean
  readonly left?: boolean
}

type Run = (...all: never[]) => unknown

/**
 * What each test of a file says, by its title.
 * @param given Modules that the file gets in the place of these.
 * @param edits Edits of what else it loads.
 */
export async function toldBy(
  file: string,
  given: Readonly<Record<string, object>>,
  edits: readonly Edit[] = [],
): Promise<Map<string, Told>> {
  const tests: [title: string, meta: Meta, run: Run][] = []
  const first: (() => unknown)[] = []
  const it = (title: string, ...rest: readonly unknown[]) => {
    const { meta } = (rest.length > 1 ? rest[0] : {}) as { meta?: Meta }
    tests.push([title, { ...meta }, rest.at(-1) as Run])
  }
  const each = (rows: readonly unknown[]) => (title: string, run: Run) => {
    for (const row of rows) {
      const values = (Array.isArray(row) ? row : [row]) as never[]
      it(`${title} ${JSON.stringify(row)}`, () => run(...values))
    }
  }
  const describe = (_: string, define: () => void) => define()
  const copy = openCopy(edits, {
    ...given,
    vitest: {
      ...vitest,
      it: Object.assign(it, { each }),
      describe: Object.assign(describe, { runIf: () => describe }),
      beforeAll: (step: () => unknown) => first.push(step),
    },
  })
  await copy.load(`../test/${file}.test.ts`)
  for (const step of first) await step()
  const told = new Map<string, Told>()
  for (const [title, meta, run] of tests) {
    const task = { meta }
    const context = { task, skip }
    try {
      await run(context as never)
      told.set(title, { passed: true, ...meta })
    } catch (thrown) {
      const left = thrown === skipped && { left: true }
      told.set(title, { passed: false, ...left, ...meta })
    }
  }
  return told
}

/** What a skipped test throws. */
const skipped = new Error('skipped')

function skip(really: boolean): void {
  if (really) throw skipped
}
