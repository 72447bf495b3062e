/**
 * Tests that an edit of the Redis stores makes exactly the claim fall that
 * test/breaks.json names. The tests of test/redis/ run on edited copies.
 */
import { describe, expect, it } from 'vitest'
import { readBreaks } from '../../src/evidence/breaks.ts'
import type { Edit } from '../../src/evidence/edit.ts'
import { openProject } from '../../src/project/project.ts'
import { failing } from '../collected.ts'
import { byRedis, onRedis } from './elsewhere.ts'
import { copyGo } from './go-copy.ts'

const breaks = readBreaks(openProject())

/** The copies measure, and leave the records and the Go side alone. */
const given = {
  '../test/redis/record.ts': { record: async () => {}, goal: () => '' },
  '../test/redis/go.ts': { goRaces: async () => undefined },
}
const from = ['redis/contract', 'redis/races']

/** The test of the Go store that shows a claim. */
const testOf: Readonly<Record<string, string>> = {
  'redis-expires-itself': 'TestExpiry',
  'redis-no-lost-updates': 'TestRaces/redis-no-lost-updates',
  'redis-no-risen-sessions': 'TestRaces/redis-no-risen-sessions',
}

async function fallenOnPort(edits: readonly Edit[]): Promise<string[]> {
  process.env.REDIS_ROUNDS = '50'
  return [...(await failing(edits, { from, given }))]
}

/** Without a result of any test, the store does not compile. */
async function fallenInGo(edits: readonly Edit[]): Promise<string[]> {
  const copy = await copyGo()
  try {
    const names = Object.values(testOf).map((name) => name.split('/')[0])
    const pattern = `^(${names.join('|')})$`
    const args = ['test', '-C', 'providers/redis', '-count=1', '-v']
    const { output } = await copy.with(edits, () =>
      copy.run('go', ...args, '-run', pattern, '.'),
    )
    const shown = [['differs-async', ''], ...Object.entries(testOf)]
    return shown
      .filter(([id, name = '']) =>
        id === 'differs-async'
          ? !output.includes('--- ')
          : !output.includes(`--- PASS: ${name} `),
      )
      .map(([id = '']) => id)
  } finally {
    await copy.remove()
  }
}

describe('edits of the Redis store', () => {
  it('none: no claim falls', async () => {
    expect(await fallenOnPort([])).toEqual([])
    expect(await fallenInGo([])).toEqual([])
  })

  it.each(byRedis)('%s: breaks nothing else on the port', async (id) => {
    const { port } = breaks.get(id) ?? {}
    const own = [id, ...(port?.also ?? [])]
    const found = await fallenOnPort(port?.edits ?? [])
    expect(found.toSorted()).toEqual(own.toSorted())
  })

  it.each(onRedis)('%s: breaks nothing else in Go', async (id) => {
    const { original } = breaks.get(id) ?? {}
    const own = [id, ...(original?.also ?? [])]
    const found = await fallenInGo(original?.edits ?? [])
    expect(found.toSorted()).toEqual(own.toSorted())
  })
})
