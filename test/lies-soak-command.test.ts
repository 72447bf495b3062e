/** Lies to `npm run soak`, and what it and `npm run trace` refuse and link. */
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import * as runs from '../src/evidence/runs.ts'
import type * as hunting from '../src/soak/hunt.ts'
import { ended, impostor, lying, said, useCommands } from './lying.ts'
import { change } from './steps.ts'

useCommands()

describe('npm run soak', () => {
  const few = ['--ops', '50', '--seed', '1']

  it('lies: none is told', async () => {
    expect(await ended('soak', few)).toBeUndefined()
    expect(said.join('\n')).toMatch(/^\d+ operations on both engines, seed 1, /)
    expect(said).toHaveLength(1)
  })

  it.each<[string, hunting.Hunted, number | undefined]>([
    ['no difference', { operations: 123 }, undefined],
    ['a difference', { operations: 123, found: 'init a' }, 1],
    ['a difference that has no text', { operations: 123, found: '' }, 1],
  ])('lies: after %s', async (_, hunted, code) => {
    const asked: hunting.HuntOptions[] = []
    const args = ['--ops', '60', '--seed', '7']
    const hunt: typeof hunting.hunt = (_, options) => {
      asked.push(options)
      return hunted
    }
    expect(await ended('soak', args, { hunted: hunt })).toBe(code)
    expect(asked).toMatchObject([{ operations: 60, seed: 7 }])
    expect(said[0]).toMatch(/^123 operations on both engines, seed 7, /)
    expect(said.length > 1).toBe(code === 1)
  })

  it.each(['memory', 'repaired'])('lies: on the store %s', async (store) => {
    // Only the engines of that store lie.
    const open: typeof runs.openEngines = (provider) =>
      provider === store
        ? lying('port', (step) => change(step, { visited: -1 }))
        : runs.openEngines(provider)
    expect(await ended('soak', [...few, '--provider', store], { open })).toBe(1)
    expect(said.join('\n')).toContain('The engines differ on this trace:')
  })

  it('lies: the port says that it is the original', async () => {
    expect(await ended('soak', few, { open: impostor })).toBe(2)
    expect(said.join('\n')).toContain('soak: the original did not make')
  })
})

const file = 'test/claims/gc-idempotent.trace'

it.each<[string, string[]]>([
  ['trace', []],
  ['trace', ['--engine=ports', file]],
  ['trace', ['--engine=', file]],
  ['trace', ['--provider=no', file]],
  ['trace', ['--ok', file]],
  ...['0', '-5', '10x', '1.5', ''].map((n): [string, string[]] => [
    'soak',
    [`--ops=${n}`],
  ]),
  ...['', 'x', '1.5', '4294967296'].map((n): [string, string[]] => [
    'soak',
    ['--ops=9', `--seed=${n}`],
  ]),
  ['soak', ['--provider=no']],
  ['soak', ['9']],
])('lies: npm run %s -- %j runs nothing', async (program, args) => {
  expect(await ended(program, args)).toBe(2)
  expect(said).toHaveLength(1)
  expect(said[0]).toContain(`\nusage: npm run ${program} `)
})

it.each(['memory', 'repaired'])(
  'lies: a link names the store %s',
  async (store) => {
    const linkLine = (trace: string, on: string) => `${on}: ${trace}`
    const modules = { 'cmd/link.ts': { linkLine } }
    const hunted = () => ({ operations: 9, found: 'init a' })
    await ended('soak', ['--provider', store], { hunted, modules })
    expect(said.at(-1)).toBe(`\n${store}: init a`)
    await ended('trace', [file, '--provider', store], { modules })
    expect(said.join('')).toContain(`${store}: ${readFileSync(file, 'utf8')}`)
  },
)
