/**
 * Tests the changes that mend the listing: each turns what it names, each is
 * needed, and together they make the repaired store of the port.
 */
import { readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import {
  challenges,
  challengeTrace,
  runEdited,
} from '../src/evidence/challenges.ts'
import type * as changing from '../src/evidence/changes.ts'
import {
  type Change,
  changes,
  editsAround,
  turnedBy,
} from '../src/evidence/changes.ts'
import { readClaims, traceFile, tracesOf } from '../src/evidence/claims.ts'
import { applyEdits, portFile } from '../src/evidence/edit.ts'
import * as edits from '../src/evidence/edits.ts'
import { readTable } from '../src/evidence/repaired-claims.ts'
import { repairs } from '../src/evidence/repairs.ts'
import { openProject } from '../src/project/project.ts'
import { parse } from '../src/trace/parse.ts'
import { compile } from './compile.ts'
import { projectWith } from './project-with.ts'

const project = openProject()

it.each(changes)(
  'change $name: turns the traces that it names',
  async (change) => {
    const turned = await turnedBy(project, change)
    expect(turned.map(({ name }) => name)).toEqual(change.traces)
  },
)

const changeOf = (name: string, other: Partial<Change> = {}): Change => {
  const found = changes.find((change) => change.name === name)
  if (!found) throw new Error(`there is no change ${name}`)
  return { ...found, ...other }
}

const order = changeOf('order')
const wrong: Record<string, [Change, RegExp]> = {
  nothing: [{ ...order, traces: [] }, /shows nothing/],
  'a trace that no change turns': [
    { ...order, traces: ['taken-id-once'] },
    /leaves "taken-id-once" failing at/,
  ],
  'no edit of the port': [
    { ...order, port: [] },
    /leaves "expired-behind-fresh" failing at/,
  ],
  'the trace of an earlier change': [
    changeOf('end', { traces: order.traces }),
    /an earlier change turns/,
  ],
  'a race that is none': [
    changeOf('lock', { race: 'gc-tail-first' }),
    /names the race "gc-tail-first"/,
  ],
  'the race of another change': [
    changeOf('age', { race: 'race-values' }),
    /names the race "race-values"/,
  ],
  'the race that another repair ends': [
    changeOf('lock', { race: 'race-values', repairs: ['locked-provider'] }),
    /names the race "race-values"/,
  ],
  'a race whose record reports none': [
    changeOf('lock', { race: 'race-keeps-destroyed' }),
    /names the race "race-keeps-destroyed"/,
  ],
  'a repair that no race shows': [
    changeOf('lock', { repairs: ['locked-provider', 'new-in-front'] }),
    /names the race "race-read-destroy"/,
  ],
  'an id that stays accepted': [
    changeOf('ids', { port: [] }),
    /accepts the id "made-up"/,
  ],
  'an id that was never accepted': [
    changeOf('age', { foreign: 'made-up' }),
    /accepts the id "made-up"/,
  ],
}

it.each(Object.entries(wrong))(
  'changes.json: refused with %s',
  async (_, [change, message]) => {
    const all = changes.with(
      changes.findIndex(({ name }) => name === change.name),
      change,
    )
    const refused = turnedBy(project, change, all)
    await expect(refused).rejects.toThrow(message)
    await expect(refused).rejects.toThrow(/^src\/evidence\/changes\.json:\d+: /)
  },
)

it.each([
  ['refuses', [], []],
  [
    'accepts',
    repairs.find(({ name }) => name === 'own-ids-only')?.port,
    ['src/evidence/changes.json'],
  ],
])(
  'changes.json: an id that the repaired store %s',
  async (_, undone, told) => {
    const loadRepaired = () => edits.loadRepaired(undone)
    const given = { 'evidence/edits.ts': { ...edits, loadRepaired } }
    const copy = edits.openCopy([], given).load('evidence/changes.ts')
    const { changes, turnedBy } = (await copy) as typeof changing
    const problems = changes
      .filter(({ name }) => name === 'ids')
      .map((change) =>
        turnedBy(project, change).then(
          () => [],
          (error) => error.problems,
        ),
      )
    const files = (await Promise.all(problems)).flat().map(({ file }) => file)
    expect(files).toEqual(told)
  },
)

const turned = challengeTrace('expired-behind-fresh')

it.each<[what: string, text: string, message: RegExp]>([
  [
    'holds on the printed code',
    'init ana => ana',
    /turns "expired-behind-fresh", which holds on the printed code/,
  ],
  [
    'fails on the original only',
    `init ana\ngc ${2n ** 63n - 1n} => error\nlist => ana`,
    /which holds on the printed code/,
  ],
  [
    'fails at two places',
    `init ana\ngc ${2n ** 63n - 1n} => error\nlist => bo`,
    /which the engines do not fail at one place/,
  ],
  [
    'fails on the repaired store',
    'init ana\ninit bo\ninit bo\nlist => bo bo ana',
    /leaves "expired-behind-fresh" failing at "list => bo bo ana"/,
  ],
])('changes.json: refused with a trace that %s', async (_, text, message) => {
  const refused = turnedBy(projectWith({ [turned]: text }), order, [order])
  await expect(refused).rejects.toThrow(message)
})

describe('all changes', () => {
  const edits = changes.flatMap(({ port }) => port)

  /** The traces of a folder that do not hold, among these names. */
  const failed = async (fileOf: (name: string) => string, names: string[]) => {
    const found: string[] = []
    for (const name of names) {
      const steps = await runEdited(edits, parse(project.read(fileOf(name))))
      if (!steps.every(({ ok }) => ok)) found.push(name)
    }
    return found
  }

  it('solve every challenge', async () => {
    const traces = challenges.flatMap((challenge) => challenge.traces)
    expect(await failed(challengeTrace, traces)).toEqual([])
  })

  it('make of the port a store that does what the repaired one does', async () => {
    const names = readdirSync(`${project.root}test/repaired`).map((file) =>
      file.replace('.trace', ''),
    )
    const own = (name: string) => `test/repaired/${name}.trace`
    // The stamps are still those of the wall clock, though no age is.
    expect(await failed(own, names)).toEqual([
      'monotonic-clock',
      'own-provider',
    ])
    const fallen = [...readTable(project)].filter(([, { port }]) => !port)
    const ids = tracesOf(readClaims(project))
    expect(await failed(traceFile, ids)).toEqual(fallen.map(([id]) => id))
  })

  it('compile, one after the other', () => {
    const files = Object.fromEntries(
      changes.map((change) => [
        `src/providers/${change.name}.ts`,
        applyEdits(
          portFile,
          project.read(`src/${portFile}`),
          editsAround(change, 'port').after,
        ),
      ]),
    )
    for (const found of Object.values(compile(files))) expect(found).toEqual([])
  })

  it('make all repairs but two, which no answer of the chapter needs', () => {
    const made = changes.flatMap((change) => change.repairs)
    const others = repairs
      .map(({ name }) => name)
      .filter((name) => !made.includes(name))
    expect(others).toEqual(['own-provider', 'no-dead-code'])
    expect(new Set(made).size).toBe(made.length)
  })
})
