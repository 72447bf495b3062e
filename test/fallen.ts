/** Finds the claims that do not hold on a copy of the port with edits. */
import type { Edit } from '../src/evidence/edit.ts'
import { loadPort, readEdited } from '../src/evidence/edits.ts'
import { portEngine } from '../src/trace/port.ts'
import { claims, traceOf } from './claims.ts'
import { failing } from './collected.ts'
import { type Probe, probes, readersProbes } from './probes.ts'

/** More reads than any claim's trace needs; a small limit ends a pass soon. */
const maxReads = 500

const traced = claims
  .filter(({ evidence }) => evidence === 'trace')
  .map(({ id }) => ({ id, trace: traceOf(id) }))

/**
 * The claims whose trace, probe or test fails, in the registry's order. The
 * claims that a compiler or a Redis server shows are in test/breaks/.
 * @param among The only claims that are looked at; all if left out.
 * @throws {Error} If an edit cannot be made, or the copy cannot be loaded.
 */
export async function fallen(
  edits: readonly Edit[],
  among: readonly string[] = claims.map(({ id }) => id),
): Promise<string[]> {
  const looked = (id: string) => among.includes(id)
  const fallen = await failing(edits, { among })
  const port = await loadPort(edits)
  const engine = portEngine(port, { maxReads })
  for (const { id, trace } of traced.filter(({ id }) => looked(id))) {
    const holds = () => engine.run([trace])[0]?.every(({ ok }) => ok)
    if (!fallen.has(id) && fails(holds)) fallen.add(id)
  }
  for (const [id, probe] of Object.entries(probes)) {
    if (looked(id) && fails(() => probe(port) === undefined)) fallen.add(id)
  }
  for (const [id, { edits: readers, check }] of Object.entries(readersProbes)) {
    if (looked(id) && (await breaks([...edits, ...readers], check)))
      fallen.add(id)
  }
  return claims.map(({ id }) => id).filter((id) => fallen.has(id))
}

/** Whether both edits fit the port, and the probe then throws. */
async function breaks(edits: readonly Edit[], check: Probe): Promise<boolean> {
  const files = [...new Set(edits.map(({ file }) => file))]
  if (fails(() => files.every((file) => readEdited(file, edits)))) return false
  const port = await loadPort(edits)
  return fails(() => check(port) === undefined)
}

/** Whether a check throws, or returns that something does not hold. */
export function fails(holds: () => boolean | undefined): boolean {
  try {
    return !holds()
  } catch {
    return true
  }
}
