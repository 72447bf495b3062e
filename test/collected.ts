/**
 * Loads test files on a copy of the project with small edits, and runs those of
 * their tests that are about a claim. So the tests that show a claim also show
 * what breaks it.
 */
import * as vitest from 'vitest'
import type { Edit } from '../src/evidence/edit.ts'
import { openCopy, readEdited } from '../src/evidence/edits.ts'
import { claims } from './claims.ts'

type Step = () => unknown

const ids = new Set(claims.map(({ id }) => id))

/** A test of a claim, with the steps before and after it. */
interface Collected {
  readonly id: string
  readonly steps: readonly Step[]
  readonly after: readonly Step[]
}

/** The files of test/ with tests of claims, without `.test.ts`. */
const files = [
  'claims-without-traces',
  'differs',
  'differs-runtime',
  'gc',
  'manager',
  'provider-contract',
  'session',
]

/** The files that name one of these claims: a file takes long to load. */
const naming = (some: readonly string[]) =>
  files.filter((file) => {
    const text = readEdited(`../test/${file}.test.ts`, [])
    return some.some((id) => text.includes(`${id}: `))
  })

/** What tests are run on a copy. */
interface Choice {
  /** The only claims whose tests are run; all if left out. */
  readonly among?: readonly string[]
  /** The files with the tests; those that name a claim among them if left out. */
  readonly from?: readonly string[]
  /** Modules that the tests get in the place of these. */
  readonly given?: Readonly<Record<string, object>>
}

/**
 * The ids of claims with a test that fails on a copy with these edits.
 * @throws {Error} If a file cannot be loaded.
 */
export async function failing(
  edits: readonly Edit[],
  { among = [...ids], from = naming(among), given = {} }: Choice = {},
): Promise<Set<string>> {
  const failed = new Set<string>()
  const { tests, first, last } = await collect(edits, from, given)
  for (const step of first) await step()
  for (const { id, steps, after } of tests) {
    if (failed.has(id) || !ids.has(id) || !among.includes(id)) continue
    if (!(await passes(steps, after))) failed.add(id)
  }
  for (const step of last) await step()
  return failed
}

async function passes(
  steps: readonly Step[],
  after: readonly Step[],
): Promise<boolean> {
  let passed = true
  for (const step of [...steps, ...after]) {
    // What comes after a test is done after a failure too.
    if (!passed && !after.includes(step)) continue
    try {
      await step()
    } catch {
      passed = false
    }
  }
  return passed
}

/** All tests of the files, and the steps before the first and after the last. */
async function collect(
  edits: readonly Edit[],
  from: readonly string[],
  given: Readonly<Record<string, object>>,
) {
  const tests: Collected[] = []
  const first: Step[] = []
  const last: Step[] = []
  let before: Step[] = []
  let after: Step[] = []
  const test = (title: string, ...rest: unknown[]) => {
    // A test with a limit of its own waits for another process.
    if (rest.length > 1) return
    const [id = ''] = title.split(':', 1)
    const steps = [...before, rest[0] as Step]
    tests.push({ id, steps, after: [...after] })
  }
  const each =
    (define: (title: string, run: Step) => void) =>
    (rows: readonly unknown[]) =>
    (title: string, run: (...row: unknown[]) => unknown) => {
      for (const row of rows) {
        define(title, () => run(...(Array.isArray(row) ? row : [row])))
      }
    }
  const describe = (_: string, define: Step) => {
    const outside = [before, after] as const
    before = [...before]
    after = [...after]
    define()
    ;[before, after] = outside
  }
  const copy = openCopy(edits, {
    ...given,
    '../test/edited.ts': { edits },
    vitest: {
      ...vitest,
      it: Object.assign(test, { each: each(test) }),
      describe: Object.assign(describe, { each: each(describe) }),
      beforeAll: (step: Step) => first.push(step),
      beforeEach: (step: Step) => before.push(step),
      afterEach: (step: Step) => after.push(step),
      afterAll: (step: Step) => last.push(step),
      vi: { ...vitest.vi, resetModules: () => copy.reset() },
    },
  })
  for (const file of from) {
    before = []
    after = []
    await copy.load(`../test/${file}.test.ts`)
  }
  return { tests, first, last }
}
