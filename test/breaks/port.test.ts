/**
 * Tests that an edit of the port makes exactly the claim fall that
 * test/breaks.json names, with all traces and tests, those of the compiler
 * included; test/breaks.test.ts leaves out what takes long.
 */
import { describe, expect, it } from 'vitest'
import { readBreaks } from '../../src/evidence/breaks.ts'
import type { Edit } from '../../src/evidence/edit.ts'
import { openProject } from '../../src/project/project.ts'
import { claims } from '../claims.ts'
import { failing } from '../collected.ts'
import { fallen } from '../fallen.ts'
import { byCompiler, byRedis } from './elsewhere.ts'

const breaks = readBreaks(openProject())

describe('edits of the port', () => {
  it('none: no claim falls', async () => {
    expect(await allFallen([], byCompiler)).toEqual([])
  })

  for (const [id, { port }] of breaks) {
    if (!port || byRedis.includes(id)) continue
    const own = [id, ...port.also]
    it(`${own.join(', ')}: what breaks it breaks nothing else`, async () => {
      const found = await allFallen(port.edits, own)
      expect(found.toSorted()).toEqual(own.toSorted())
    })
  }
})

/** The compiler is started only if it shows one of the claims that may fall. */
async function allFallen(
  edits: readonly Edit[],
  own: readonly string[],
): Promise<string[]> {
  const compiled = own.some((id) => byCompiler.includes(id))
    ? await failing(edits, { from: ['interfaces'] })
    : new Set<string>()
  const found = new Set([...(await fallen(edits)), ...compiled])
  return claims.map(({ id }) => id).filter((id) => found.has(id))
}
