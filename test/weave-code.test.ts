// Tests how the weave reads code and comments, and how it reports errors.
import fc from 'fast-check'
import { expect, it } from 'vitest'
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
import { readPrograms } from '../.vitepress/weave/programs.ts'
import { readJson } from '../src/project/json.ts'
import { problemsOf } from '../src/project/problem.ts'
import { openProject } from '../src/project/project.ts'
import { nearest } from '../src/trace/did-you-mean.ts'

const project = openProject()
const programs = readPrograms(project)
const sources = programs.flatMap(({ listing, port }) => [listing, port])
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
