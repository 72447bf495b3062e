// Tests how the weave compares marks, and reads programs, their rows and loops.
import { expect, it } from 'vitest'
import { programs as book, type ShownProgram } from '../.vitepress/book.ts'
import { checkAlignment } from '../.vitepress/weave/checks/alignment.ts'
import { compareMarks } from '../.vitepress/weave/checks/compare.ts'
import { loopOf } from '../.vitepress/weave/loop.ts'
import { readPrograms } from '../.vitepress/weave/programs.ts'
import { listing as listed } from '../src/alignment/listing.ts'
import type { Alignment } from '../src/alignment/rows.ts'
import { problemsOf } from '../src/project/problem.ts'
import { openProject } from '../src/project/project.ts'

const project = openProject()
const programs = readPrograms(project)
/** A row of the code with one line on each side. */
const rowOf = (text: string) => {
  const pieces = [{ text, style: '' }]
  const lines = [{ at: 1, number: 1, counted: true, pieces }]
  const sides = [
    { kind: 'go', lines },
    { kind: 'ts', lines },
  ] as const
  return { sides, reason: undefined }
}

it('compareMarks: finds the smallest set of missing and extra marks', () => {
  const marks = (names: string) =>
    [...names].map((name, i) => {
      return { kind: 'claim', name, line: i + 1 } as const
    })
  const found = (wanted: string, present: string) =>
    compareMarks(marks(wanted), marks(present)).map(({ want, got, before }) => [
      want?.name,
      got?.name,
      before?.name,
    ])
  expect(found('abcd', 'acd')).toEqual([['b', undefined, 'a']])
  expect(found('acd', 'acxd')).toEqual([[undefined, 'x', 'c']])
  expect(found('abc', 'acb')).toEqual([['b', 'b', expect.anything()]])
  expect(found('ab', '')).toHaveLength(2)
  expect(found('ab', 'ab')).toEqual([])
})

/** The problems of the listing's alignment if it has these rows. */
function misaligned(rows: Alignment) {
  const changed = book.map((each): ShownProgram => {
    const [old, file] = each.alignment
    return { ...each, alignment: [old === listed ? rows : old, file] }
  })
  return checkAlignment({ project }, readPrograms(project, changed))
}

const set = listed['SessionStore.Set'] ?? []
it.each([
  ['a chunk without rows', [], 'has no rows'],
  ['a line too few', set.slice(0, -1), 'has rows for 5 lines'],
  ['an empty row', [[0, 0], ...set], 'row 1'],
  [
    'code without a gap',
    [...set.slice(0, 1), [5, 0], [0, 5], [1, 1]],
    'has code on one side only',
  ],
  [
    'a needless gap',
    [[0, 1, 'no-lock'], ...set.slice(1)],
    'does not need the gap "no-lock"',
  ],
  [
    'a gap that faces lines',
    [[0, 1], [1, 1, 'no-lock'], ...set.slice(2)],
    'delete the gap',
  ],
  [
    'code that faces blank lines',
    [[0, 1], [0, 1, 'no-lock'], ...Array(5).fill([1, 1]), [1, 0]],
    'has blank lines beside code',
  ],
] as const)('checkAlignment: reports %s', (_, rows, message) => {
  const [problem] = misaligned({ ...listed, 'SessionStore.Set': rows })
  expect(problem?.message).toContain(message)
  const text = project.read('src/alignment/listing.ts').split('\n')
  expect(text[(problem?.line ?? 0) - 1]).toContain("'SessionStore.Set'")
})

it('checkAlignment: reports rows of an unknown chunk', () => {
  const [problem] = misaligned({ ...listed, 'SessionStore.Sett': [] })
  expect(problem?.message).toContain('did you mean "SessionStore.Set"?')
})

it('readPrograms: one file in two programs has the chunks of each', () => {
  const [first] = book
  if (!first) throw new Error('no program')
  const prefixed = { ...first, prefix: 'again.' }
  const [one, two] = readPrograms(project, [first, prefixed])
  const names = one?.pairs.map(({ name }) => name)
  expect(two?.pairs.map(({ name }) => name)).toEqual(
    names?.map((name) => `again.${name}`),
  )
  expect(two?.pairs.map(({ rows }) => rows)).toEqual(
    one?.pairs.map(({ rows }) => rows),
  )
})

it.each([
  [['f() {', '\tx', '\tfor {', '\t\tif y {', '\t\t}', '\t}', '\tz'], 2, 5],
  [['for i {', '}', 'for j {', '}'], 0, 1],
])('loopOf: takes the first loop of %j', (lines, first, last) => {
  const [pair] = programs[0]?.pairs ?? []
  const rows = lines.map(rowOf)
  const found = pair && loopOf(rows, pair)
  expect(found?.slice(1)).toEqual(rows.slice(first + 1, last + 1))
  // Its first line follows none, and so it names its number.
  expect(found?.[0]?.sides.map(({ lines }) => lines[0]?.counted)).toEqual([
    false,
    false,
  ])
})

it.each([[['f() {', '}']], [['\tfor {', '\t\t}']]])(
  'loopOf: refuses %j',
  (lines) => {
    const [pair] = programs[0]?.pairs ?? []
    const [found] = problemsOf(() => pair && loopOf(lines.map(rowOf), pair))
    expect(found).toEqual({
      file: 'go-reference/providers/memory/memory.go',
      line: 1,
      message: '"import" has no loop; leave out part="loop"',
    })
  },
)
