/**
 * Tests that an edit of the Go side makes exactly the claim fall that
 * test/breaks.json names, and no others but those it names beside it.
 */
import { afterAll, beforeAll, describe, type expect, it } from 'vitest'
import { readBreaks } from '../../src/evidence/breaks.ts'
import { openProject } from '../../src/project/project.ts'
import { claims } from '../claims.ts'
import { onRedis } from './elsewhere.ts'
import { copyGo, type GoCopy } from './go-copy.ts'
import { fallenOriginal } from './original.ts'

const breaks = readBreaks(openProject())

/** As many as run at the same time. */
const idle: GoCopy[] = []

beforeAll(async () => {
  idle.push(await copyGo(), await copyGo())
})
afterAll(async () => {
  for (const copy of idle) await copy.remove()
})

describe.concurrent('edits of the Go side', () => {
  it('none: no claim falls', ({ expect }) => expectFallen(expect, [], []))

  for (const [id, { original }] of breaks) {
    if (!original || onRedis.includes(id)) continue
    const own = [id, ...original.also]
    it(`${own.join(', ')}: what breaks it breaks nothing else`, ({ expect }) =>
      expectFallen(expect, original.edits, own))
  }
})

async function expectFallen(
  { soft }: typeof expect,
  edits: Parameters<GoCopy['with']>[0],
  own: readonly string[],
): Promise<void> {
  const copy = idle.pop()
  if (!copy) throw new Error('more tests run at once than there are copies')
  try {
    const fallen = await copy.with(edits, () => fallenOriginal(copy, own))
    const wanted = claims.map(({ id }) => id).filter((id) => own.includes(id))
    soft(fallen).toEqual(wanted)
  } finally {
    idle.push(copy)
  }
}
