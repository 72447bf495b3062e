// Every construct that one of the two languages lacks has a note.
import { beforeAll, describe, expect, it } from 'vitest'
import { constructsOfPort } from '../../.vitepress/hovers/constructs.ts'
import { constructsOf, readNames } from '../../.vitepress/hovers/index.ts'
import { notesTable } from '../../.vitepress/hovers/notes-table.ts'
import { languages } from '../../.vitepress/site/languages.ts'
import { readTexts } from '../../.vitepress/site/texts.ts'
import { readPrograms, type Source } from '../../.vitepress/weave/programs.ts'
import { problemsOf } from '../../src/project/problem.ts'
import { linesOf, openProject } from '../../src/project/project.ts'

const project = openProject()
const [memory] = readPrograms(project)
const sources = readPrograms(project)
  .filter(({ named }) => named)
  .flatMap(({ listing, port }) => [listing, port])
const found = sources.flatMap((source) =>
  constructsOf(project, source).map((each) => ({ ...each, source })),
)

/** What is marked: the token and its line. */
const shown = ({ source, line, column, length }: (typeof found)[number]) => {
  const text = linesOf(source.text)[line - 1] ?? ''
  return [text.slice(column, column + length), text.trim()]
}

/** A port of one chunk. */
const port = (text: string): Source => {
  const source = memory?.port
  const [chunk] = source?.chunks ?? []
  if (!source || !chunk) throw new Error('want a port')
  return { ...source, text, chunks: [{ ...chunk, first: 1, last: 99 }] }
}

describe('the constructs of the shown code', () => {
  it.each([
    ['go.define', ':=', 'newsess := &SessionStore{'],
    ['go.ifInit', 'if', 'if v, ok := st.value[key]; ok {'],
    ['go.commaOk', ':=', 'if v, ok := st.value[key]; ok {'],
    ['go.defer', 'defer', 'defer pder.lock.Unlock()'],
    ['go.address', '&', 'var pder = &Provider{'],
    ['go.pointer', '*', 'list     *list.List'],
    ['go.receiver', 'st', 'func (st *SessionStore) Set('],
    ['go.typeAssertion', '.(', 'return element.Value.(*SessionStore), nil'],
    ['go.emptyInterface', 'interface', 'value        map[interface{}]'],
    ['go.capital', 'SessionGC', 'func (pder *Provider) SessionGC('],
    ['go.make', 'make', 'v := make(map[interface{}]interface{}, 0)'],
    ['go.forever', 'for', 'for {'],
    ['go.blankImport', '_', '_ "github.com/astaxie/session/providers'],
    ['go.init', 'init', 'func init() {'],
    ['typescript.definite', '!', 'sessions!: Map<'],
    ['typescript.exportLet', 'let', 'export let pder: Provider'],
    ['typescript.implements', 'implements', 'export class SessionStore impl'],
    ['typescript.readonly', 'readonly', "override readonly name = 'ErrEnded'"],
    ['typescript.unknown', 'unknown', 'get(key: unknown): unknown {'],
  ])('%s is marked at %s in "%s"', (note, token, line) => {
    const marked = found.filter((each) => each.note === note).map(shown)
    const here = marked.filter(([, text]) => text?.startsWith(line))
    expect(here).not.toEqual([])
    expect(new Set(here.map(([word]) => word))).toEqual(new Set([token]))
  })

  it('are not marked in comments, texts and names', () => {
    const text =
      "// new this\nclass A { new = 'this'; /** let */ get!: string }"
    const notes = constructsOfPort(port(text)).map(({ note }) => note)
    expect(notes).toEqual(['typescript.class', 'typescript.definite'])
    const getter = 'class A { get age(): number { return 1 } }'
    const marked = constructsOfPort(port(getter)).map(({ note }) => note)
    expect(marked).toContain('typescript.getter')
  })

  it.each([
    ['async function f() {}', '"async" of a FunctionDeclaration'],
    ['const a = b!', '"!" of a NonNullExpression'],
    ['const a = b as string | null', '"|" of a UnionType'],
    ['const a = typeof b', '"typeof" of a TypeOfExpression'],
    ['const a = { ...b }', '"..." of a SpreadAssignment'],
  ])('"%s" is reported, because no note is known for it', (text, want) => {
    const [problem] = problemsOf(() => constructsOfPort(port(text)))
    expect(problem).toMatchObject({ file: 'src/providers/memory.ts', line: 1 })
    expect(problem?.message).toContain(`no note is known for ${want};`)
  })
})

describe.each(languages)('the notes in %s', (locale) => {
  const texts = readTexts(project, locale, 'syntax.json')

  it('are there for each construct that occurs, in one line', () => {
    const lacking = found.filter(({ note }) => !texts.has(note))
    expect(lacking.map(shown)).toEqual([])
    for (const { text } of texts.values()) expect(text).not.toContain('\n')
  })

  it('are all in the tables', () => {
    const html = notesTable(project, 'go', locale)
    const other = notesTable(project, 'typescript', locale)
    const wanted = new Set(found.map(({ note }) => note)).size
    expect(`${html}${other}`.match(/<mark>/g)).toHaveLength(wanted)
  })
})

describe('readNames', () => {
  let english: ReturnType<typeof readNames>
  // The first reading starts the TypeScript compiler.
  beforeAll(() => {
    english = readNames()
  }, 120_000)

  it('gives each construct its note, beside what else its token says', () => {
    const told = found.map(({ source, line, column }) => {
      const here = english.files[source.file]?.[line] ?? []
      const index = here.find(([at]) => at === column)?.[2] ?? -1
      return english.names[index]
    })
    expect(told.every((text) => text?.note)).toBe(true)
    expect(told.some((text) => text?.signature === undefined)).toBe(true)
    expect(told.some((text) => text?.doc && text.note)).toBe(true)
  })

  it('fails if a note is missing', () => {
    const edited = {
      ...project,
      read: (file: string) =>
        project.read(file).replace('"defer":', '"differ":'),
    }
    expect(problemsOf(() => readNames('en', edited))).toMatchObject([
      { file: 'docs/en/syntax.json', message: /^"go\.defer" is missing/ },
    ])
  })
})
