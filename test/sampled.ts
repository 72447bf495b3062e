/** The random traces that a hunt runs for a seed. */
import * as fc from 'fast-check'
import { randomTrace } from '../src/soak/random.ts'

export const seed = 20_261_129

/** The traces that a hunt runs, in its order. */
export function tracesOf(batches: number, batch: number) {
  return Array.from({ length: batches }, (_, index) =>
    fc.sample(randomTrace, { seed: seed + index, numRuns: batch }),
  )
}
