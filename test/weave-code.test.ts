// Tests how the weave reads code and comments, and how it reports errors.
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { programs as book, type ShownProgram } from '../.vitepress/book.ts'
import { checkAlignment } from '../.vitepress/weave/checks/alignment.ts'
import { compareMarks } from '../.vitepress/weave/checks/compare.ts'
import { chunkText } from '../.vitepress/weave/chunk.ts'
import { chunksOfGo } from '../.vitepress/weave/chunks-of-go.ts'
import { chunksOfInterfaces } from '../.vitepress/weave/chunks-of-interfaces.ts'
import { chunksOfRegions } from '../.vitepress/weave/chunks-of-regions.ts'
import {
  framed,
  reasonToRefuse,
  textOf,
} from '../.vitepress/weave/comment-frame.ts'
import { commentsIn } from '../.vitepress/weave/comments.ts'
import { loopOf } from '../.vitepress/weave/loop.ts'
import { readPrograms } from '../.vitepress/weave/programs.ts'
import { listing as listed } from '../src/alignment/listing.ts'
import type { Alignment } from '../src/alignment/rows.ts'
import { readJson } from '../src/project/json.ts'
import { problemsOf } from '../src/project/problem.ts'
import { openProject } from '../src/project/project.ts'
import { nearest } from '../src/trace/did-you-mean.ts'

const project = openProject()
const programs = readPrograms(project)
const sources = programs.flatMap(({ listing, port }) => [listing, port])
const rowOf = (text: string) => {
  const line = {
    at: 1,
    number: 1,
    counted: true,
    pieces: [{ text, style: '' }],
  }
  const [go, ts] = (['go', 'ts'] as const).map((kind) => ({
    kind,
    lines: [line],
  }))
  if (!go || !ts) throw new Error('a row has two sides')
  return { sides: [go, ts] as const, reason: undefined }
}

const stops = (step: () => unknown) => problemsOf(step)[0]

const listing = 'go-reference/providers/memory/memory.go'
const go = project.read(listing)
const chunks = chunksOfGo(listing, go)

it('chunksOfGo: all chunks together are the file', () => {
  expect(chunks.map((chunk) => chunkText(go, chunk)).join('')).toBe(go)
})

it('chunksOfGo: names declarations, and methods with their receivers', () => {
  expect(chunks.map(({ name }) => name).join(' ')).toBe(
    'import pder SessionStore SessionStore.Set SessionStore.Get SessionStore.Delete SessionStore.SessionID Provider Provider.SessionInit Provider.SessionRead Provider.SessionDestroy Provider.SessionGC Provider.SessionUpdate init',
  )
})

it.each([
  ['var (\n', 1, 'cannot name "var ("; declare one name per line'],
  ['type A int\nfunc A() {\n', 2, 'a second declaration of "A"; rename one'],
  ['package p\n', 1, 'has no declaration; restore the code'],
])('chunksOfGo: refuses %j', (text, line, message) => {
  const problem = { file: 'a.go', line, message }
  expect(stops(() => chunksOfGo('a.go', text))).toEqual(problem)
})

it('chunksOfInterfaces: a chunk is an interface with its comment', () => {
  const text =
    'package p\n\n// Not this.\n\n// A does.\n// More.\ntype A interface {\n\tB()\n}\n\ntype C struct {\n}\n'
  const found = chunksOfInterfaces('a.go', text)
  expect(found).toEqual([{ name: 'p.A', first: 5, last: 9 }])
})

it('chunksOfRegions: a chunk is the text between its markers', () => {
  const text = 'a\n// #region x\nb\n\n  // #endregion x\nc\n'
  const [chunk] = chunksOfRegions('a.ts', text)
  expect(chunk && chunkText(text, chunk)).toBe('b\n\n')
})

it.each([
  ['// #region\n', 1, 'malformed marker "// #region"'],
  ['//#region x\n', 1, 'malformed marker "//#region x"'],
  ['// #region x\n// #region y\n', 2, 'region "y" begins inside "x"'],
  ['// #region x\n', 1, 'region "x" has no end'],
  ['// #endregion x\n', 1, '#endregion "x" ends a region that is not open'],
  [
    '// #region x\n// #endregion x\n// #region x\n',
    3,
    'a second region "x"; rename one',
  ],
])('chunksOfRegions: refuses %j', (text, line, message) => {
  const problem = stops(() => chunksOfRegions('a.ts', text))
  expect(problem).toMatchObject({ file: 'a.ts', line })
  expect(problem?.message).toContain(message)
})

it('commentsIn: finds no comment inside a string', () => {
  const text = 'a := "// no" + `/* no\n*/` // yes\n'
  expect(commentsIn(text, 'go')).toMatchObject([
    { raw: '// yes', first: 2, last: 2 },
  ])
})

it('commentsIn: an apostrophe in a comment starts no string', () => {
  const text = "/** It's one. */\nlet a = 'b' // it's two\n"
  const raw = commentsIn(text, 'typescript').map((comment) => comment.raw)
  expect(raw).toEqual(["/** It's one. */", "// it's two"])
})

it('commentsIn: whole lines of // one below the other are one comment', () => {
  const text =
    '// #region a\n// b\n// c\n\n  // d\n// e\nf() // g\nh() // i\n// #endregion a\n'
  const found = commentsIn(text, 'go').map(({ raw, first, last }) => {
    return [raw, first, last]
  })
  expect(found).toEqual([
    ['// #region a', 1, 1],
    ['// b\n// c', 2, 3],
    ['// d', 5, 5],
    ['// e', 6, 6],
    ['// g', 7, 7],
    ['// i', 8, 8],
    ['// #endregion a', 9, 9],
  ])
})

it('framed: // before each line can be read back', () => {
  const raw = '// a\n  // b'
  for (const text of ['a\nb', 'c', 'c\n\n d\ne']) {
    expect(reasonToRefuse(raw, text)).toBeUndefined()
    expect(textOf(framed(raw, text, '  '))).toBe(text)
  }
  expect(framed(raw, 'c\nd', '  ')).toBe('// c\n  // d')
  expect(reasonToRefuse('// a', 'c\nd')).toContain('has a second line')
})

const frames = ['// a', '//a', '/** a */', '/**\n * a\n * b\n */']

it('framed: reproduces every comment of the code', () => {
  const all = sources.flatMap(({ text, comments }) =>
    comments.map((comment) => ({ text, comment })),
  )
  expect(all.length).toBeGreaterThan(25)
  for (const { text, comment } of all) {
    const line = text.slice(text.lastIndexOf('\n', comment.start) + 1)
    const indent = /^\s*/.exec(line)?.[0] ?? ''
    const { raw } = comment
    expect(framed(raw, textOf(raw), indent)).toBe(raw)
  }
})

it('framed: a second line turns a one-line frame into a block', () => {
  expect(framed('/** a */', 'b\nc', '  ')).toBe('/**\n   * b\n   * c\n   */')
})

it('reasonToRefuse: an accepted text stays one comment and can be read back', () => {
  const odd = fc.constantFrom('*', '/', '\n', ' ', '@a', '\u2028', '\r', '"')
  const texts = fc.array(fc.oneof(odd, fc.string()), { maxLength: 6 })
  fc.assert(
    fc.property(fc.constantFrom(...frames), texts, (raw, parts) => {
      const text = parts.join('')
      fc.pre(reasonToRefuse(raw, text) === undefined)
      const comment = framed(raw, text, '  ')
      const found = commentsIn(comment, 'typescript')
      expect(found.map((each) => each.raw)).toEqual([comment])
      expect(textOf(comment)).toBe(text)
    }),
  )
})

it.each([
  ['{\n "a": 1,\n}', 3],
  ['{\n "a": 1\n "b": 2}', 3],
  ['{\n "a": b}', 2],
  ['{\n "a": "b\n"}', 2],
  ['{\n "a": 1', 2],
  ['{\n "a": "\\x"}', 2],
])('readJson: %j is broken in its line', (text, line) => {
  const problem = stops(() => readJson('a.json', text))
  expect(problem).toMatchObject({ file: 'a.json', line })
})

it.each([
  ['SesionGC', 'Provider.SessionGC'],
  ['Provider.SessionGc', 'Provider.SessionGC'],
  ['SessionStore.Sett', 'SessionStore.Set'],
  ['pdre', 'pder'],
  ['SESSIONGC', 'Provider.SessionGC'],
  ['chapter', undefined],
])('nearest: for %s it suggests %s', (bad, good) => {
  const names = programs.flatMap(({ pairs }) => pairs.map((p) => p.name))
  expect(nearest(bad, names)).toBe(good)
})

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
    expect(pair && stops(() => loopOf(lines.map(rowOf), pair))).toEqual({
      file: listing,
      line: 1,
      message: '"import" has no loop; leave out part="loop"',
    })
  },
)
