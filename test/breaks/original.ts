/** Finds the claims that do not hold on an edited copy of the Go side. */
import { readdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { readClaims } from '../../src/evidence/claims.ts'
import { readRecorded, recordedFile } from '../../src/evidence/recorded.ts'
import { openProject } from '../../src/project/project.ts'
import { originalEngine } from '../../src/trace/original.ts'
import { claims, traceOf } from '../claims.ts'
import type { GoCopy } from './go-copy.ts'

const project = openProject()
const registry = readClaims(project)

const traced = claims
  .filter(({ evidence }) => evidence === 'trace')
  .map(({ id }) => ({ id, trace: traceOf(id) }))

/**
 * The claims that a test in go-reference/ measures by programs that it builds,
 * which takes 3 to 40 seconds each.
 */
const byPrograms: readonly string[] = [
  'implements-interfaces',
  'blank-import',
  'update-outside-interface',
  'race-read-destroy',
  'race-destroy-update',
  'race-keeps-destroyed',
  'race-values',
  'unreachable-return',
  'continue-would-hang',
  'push-front-repairs',
  'gc-every-3600ns',
  'logout-misses-session',
]

/** The claims that a test in go-reference/ measures. */
const measured = claims
  .map(({ id }) => id)
  .filter((id) => project.has(recordedFile(id)))

/** More reads than any claim's trace needs; a small limit ends a pass soon. */
const maxReads = 500

/**
 * The claims that do not hold on a copy, in the registry's order.
 * @param own The claims for which tests build programs; for the others, only the
 *   quick tests are run.
 * @throws {Error} If trace.wasm cannot be built from it.
 */
export async function fallenOriginal(
  copy: GoCopy,
  own: readonly string[],
): Promise<string[]> {
  const ids = measured.filter(
    (id) => own.includes(id) || !byPrograms.includes(id),
  )
  const fallen = new Set([
    ...(await failedTraces(copy)),
    ...(await unconfirmed(copy, ids)),
  ])
  return claims.map(({ id }) => id).filter((id) => fallen.has(id))
}

/** The claims whose trace does not come true on a trace.wasm of the copy. */
async function failedTraces(copy: GoCopy): Promise<string[]> {
  const file = join(copy.root, 'trace.wasm')
  const { passed, output } = await copy.run('sh', 'build-wasm.sh', file)
  if (!passed) throw new Error(output)
  const module = new WebAssembly.Module(await readFile(file))
  // An edited program is not the original, so nobody asks it who it is.
  const engine = originalEngine(module, { maxReads, anonymous: true })
  const steps = engine.run(traced.map(({ trace }) => trace))
  return traced
    .filter((_, i) => !steps[i]?.every(({ ok }) => ok))
    .map(({ id }) => id)
}

/**
 * The claims that a new measurement does not confirm: it does not meet their
 * conditions, or the test fails before there is one.
 */
async function unconfirmed(
  copy: GoCopy,
  ids: readonly string[],
): Promise<string[]> {
  const records = join(copy.root, 'go-reference/recorded')
  for (const file of await readdir(records)) await rm(join(records, file))
  const tests = `^Test/^(${ids.join('|')})$`
  const packages = ['./claims', './providers/memory']
  // What a failure means is looked up in the records.
  await copy.run('go', 'test', '-count=1', '-run', tests, ...packages)
  const written = openProject(copy.root)
  return ids.filter((id) => {
    const claim = registry.get(id)
    if (!claim || !written.has(recordedFile(id))) return true
    return readRecorded(written, claim)?.recorded.verdict !== 'holds'
  })
}
