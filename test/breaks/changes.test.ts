/**
 * Tests the changes that mend the listing on the Go side: each turns its traces
 * in Go, too, and with the lock the race detector reports nothing more.
 */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { challengeTrace } from '../../src/evidence/challenges.ts'
import { changes, editsAround } from '../../src/evidence/changes.ts'
import type { Edit } from '../../src/evidence/edit.ts'
import { openProject } from '../../src/project/project.ts'
import { originalEngine } from '../../src/trace/original.ts'
import { parse } from '../../src/trace/parse.ts'
import { copyGo, type GoCopy } from './go-copy.ts'

const project = openProject()
const names = changes.flatMap(({ traces }) => traces)

let copy: GoCopy

beforeAll(async () => {
  copy = await copyGo()
})
afterAll(() => copy.remove())

/** The traces of all changes that hold on the listing with these edits. */
const holding = (edits: readonly Edit[]) =>
  copy.with(edits, async () => {
    const file = join(copy.root, 'trace.wasm')
    const { passed, output } = await copy.run('sh', 'build-wasm.sh', file)
    if (!passed) throw new Error(output)
    const module = new WebAssembly.Module(await readFile(file))
    return names.filter((name) => {
      const engine = originalEngine(module, { maxReads: 500, anonymous: true })
      // cmd/trace empties the store by a pass with a lifetime that ends all.
      const trace = parse(`gc 3600\n${project.read(challengeTrace(name))}`)
      return engine.run([trace])[0]?.every(({ ok }) => ok)
    })
  })

const detecting = ['go', 'run', '-race']

/** With C in the program, Go does not notice that all goroutines wait. */
const withoutC = ['CGO_ENABLED=0', 'go', 'run']

/** What the program of the races prints on the listing with these edits. */
const race = (edits: readonly Edit[], kind: string, how = detecting) =>
  copy.with(edits, () =>
    copy.run('env', ...how, './claims/testdata/race', kind, '5000'),
  )

it('printed: no trace holds', async () => {
  expect(await holding([])).toEqual([])
})

it.each(changes)('with $name: its traces hold, too', async (change) => {
  const made = changes.slice(0, changes.indexOf(change) + 1)
  const { after } = editsAround(change, 'go')
  expect(await holding(after)).toEqual(made.flatMap(({ traces }) => traces))
})

describe('the lock', () => {
  const lock = changes.find(({ race }) => race !== undefined)
  const { before, after } = lock
    ? editsAround(lock, 'go')
    : { before: [], after: [] }
  const kinds = ['read-destroy', 'values', 'delete', 'set-logout', 'logout']

  it.each(kinds)(
    '%s: Go reports a race before it, and none with it',
    async (kind) => {
      const printed = await race(before, kind)
      expect(printed.output).toMatch(
        /WARNING: DATA RACE|fatal error: concurrent/,
      )
      expect(await race(after, kind)).toEqual({
        passed: true,
        output: '',
      })
    },
  )

  it('only added at the top of Set, the program waits for itself', async () => {
    const set = 'func (st *SessionStore) Set(key, value interface{}) error {\n'
    const naive: Edit = {
      file: 'providers/memory/memory.go',
      find: set,
      replace: `${set}    pder.lock.Lock()\n    defer pder.lock.Unlock()\n`,
    }
    const { output } = await race([naive], 'values', withoutC)
    expect(output).toContain('all goroutines are asleep - deadlock!')
  })
})
