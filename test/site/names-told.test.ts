// The hover texts are correct in each language, and pages can fetch them.
import { gzipSync } from 'node:zlib'
import { build, createServer, type InlineConfig } from 'vite'
import { beforeAll, expect, it } from 'vitest'
import {
  type HoverText,
  type NamesData,
  namesPath,
} from '../../.vitepress/hovers/data.ts'
import { readNames } from '../../.vitepress/hovers/index.ts'
import { namesOfPort } from '../../.vitepress/hovers/port.ts'
import { publishNames } from '../../.vitepress/hovers/publish.ts'
import { languages } from '../../.vitepress/site/languages.ts'
import { readPrograms } from '../../.vitepress/weave/programs.ts'
import { problemsOf } from '../../src/project/problem.ts'
import { linesOf, openProject } from '../../src/project/project.ts'

const project = openProject()
const memoryGo = 'go-reference/providers/memory/memory.go'
const mainGo = 'go-reference/cmd/example/main.go'
const memoryTs = 'src/providers/memory.ts'
const exampleTs = 'src/cmd/example.ts'
let data: NamesData

// The first reading starts the TypeScript compiler.
beforeAll(() => {
  data = readNames()
}, 120_000)

/** The hover text of the first `name` in the first line that holds `code`. */
function told(file: string, code: string, name: string): HoverText | undefined {
  const lines = linesOf(project.read(file))
  const line = lines.findIndex((each) => each.includes(code))
  const column = lines[line]?.search(new RegExp(`\\b${name}\\b`))
  const found = data.files[file]?.[line + 1]?.find(([at]) => at === column)
  return found && data.names[found[2]]
}

it.each([
  [
    memoryGo,
    'Set(key',
    'Set',
    'func (st *SessionStore) Set(key interface{}, value interface{}) error',
  ],
  [
    memoryGo,
    'MoveToFront',
    'MoveToFront',
    'func (l *list.List) MoveToFront(e *list.Element)',
  ],
  [memoryGo, 'sid: sid', 'timeAccessed', 'field timeAccessed time.Time'],
  [
    memoryGo,
    'delete(st',
    'delete',
    'builtin func delete(m map[Type]Type1, key Type)',
  ],
  [memoryGo, 'list.New', 'Provider', 'type Provider struct'],
  [mainGo, 'globalSessions, _', '_', 'var _ error'],
  [
    memoryTs,
    'list.moveToFront',
    'moveToFront',
    '(method) List<SessionStore>.moveToFront(element: list.Element<SessionStore>): void',
  ],
  [memoryTs, 'timeAccessed.unix', 'unix', '(method) Time.unix(): number'],
  [memoryTs, "from '../time.ts'", 'time', "import * as time from '../time.ts'"],
  [exampleTs, 'globalSessions.gc', 'gc', '(method) Manager.gc(): void'],
])(
  'readNames: in %s, at "%s", gives the declaration of %s',
  (file, code, name, signature) => {
    expect(told(file, code, name)?.signature).toBe(signature)
  },
)

it('readNames: documentation comes from the sources', () => {
  expect(told(memoryGo, 'MoveToFront', 'MoveToFront')?.doc).toBe(
    'MoveToFront moves element e to the front of list l.',
  )
  expect(told(memoryTs, 'list.moveToFront', 'moveToFront')?.doc).toBe(
    'Makes `element` the first one. Go: `List.MoveToFront`.',
  )
  expect(told(memoryTs, "from '../time.ts'", 'time')?.doc).toMatch(
    /Go's `time`/,
  )
})

it('readNames: gives our documentation in full, and one sentence of others', () => {
  const doc = (code: string) => told(memoryTs, code, 'set')?.doc
  expect(doc('set(key: unknown')).toMatch(/\. Go: `SessionStore\.Set`\.$/)
  expect(doc('sessions.set(')).toMatch(/^Adds [^.]*\.$/)
})

it('readNames: gives comments of the code in the language of the page', () => {
  const zh = readNames('zh')
  const docsOf = (wanted: string) =>
    zh.names
      .filter(({ signature }) => signature === wanted)
      .map(({ doc }) => doc)
  const { listing, port } = JSON.parse(project.read('docs/zh/comments.json'))
  const get = '(method) SessionStore.get(key: unknown): unknown'
  expect(docsOf('field sid string')).toContain(listing['SessionStore.sid'])
  // Two lines of Chinese become one, without a space between them.
  const repaired = port['repaired.SessionStore.Get'].replace(/\n/, '')
  expect(repaired).toContain('已经结束或过期')
  expect(docsOf(get)).toEqual(
    expect.arrayContaining([port['SessionStore.Get'], repaired]),
  )
  const [, param = ''] = port['Provider.SessionGC'].split('\n')
  const lifetimes = docsOf('(parameter) maxlifetime: number')
  expect(lifetimes.map((doc) => `@param maxlifetime ${doc}`)).toContain(param)
})

it('readNames: refuses a listing that is newer than names.json', () => {
  const edited = {
    ...project,
    read: (file: string) =>
      file === memoryGo ? `\n${project.read(file)}` : project.read(file),
  }
  const [problem] = problemsOf(() => readNames('en', edited))
  expect(problem).toMatchObject({ file: memoryGo, line: 1 })
  expect(problem?.message).toMatch(/^"" is no name; .*go run \.\/cmd\/names/)
})

it('readNames: runs twoslash once for all languages', () => {
  const ports = readPrograms(project).map(({ port }) => port)
  expect(namesOfPort(project, ports)).toBe(namesOfPort(project, ports))
})

it.each(languages)(
  'readNames: %s is under 15 KB gzipped, with no path of this machine',
  (locale) => {
    const text = JSON.stringify(readNames(locale))
    expect(gzipSync(text).length).toBeLessThan(15_000)
    expect(text).not.toContain(project.root)
    expect(text).not.toMatch(/node_modules|unresolved/)
  },
)

const options: InlineConfig = {
  configFile: false,
  logLevel: 'silent',
  base: '/book/',
  root: `${project.root}.vitepress/hovers`,
  plugins: [publishNames()],
}

it('publishNames: the client build has a file for each language', async () => {
  const emitted = async (ssr: boolean) => {
    const input = { input: 'data.ts' }
    const result = await build({
      ...options,
      build: { write: false, ssr, rolldownOptions: input },
    })
    if (!('output' in result)) throw new Error('want one build')
    return result.output.filter(({ fileName }) => fileName.startsWith('names/'))
  }
  const files = await emitted(false)
  expect(files.map(({ fileName }) => `/${fileName}`).sort()).toEqual(
    languages.map(namesPath).sort(),
  )
  const english = files.find(({ fileName }) => fileName === 'names/en.json')
  expect(english).toMatchObject({ source: JSON.stringify(data) })
  expect(await emitted(true)).toEqual([])
})

it('publishNames: the dev server answers below the base', async () => {
  const server = await createServer({
    ...options,
    server: { port: 0, host: '127.0.0.1' },
  })
  try {
    await server.listen()
    const [address] = server.resolvedUrls?.local ?? []
    const answer = await fetch(new URL(`.${namesPath('en')}?v=1`, address))
    expect(await answer.json()).toEqual(data)
    const unknown = await fetch(new URL(`.${namesPath('xx')}`, address))
    expect(await unknown.text()).not.toContain('signature')
  } finally {
    await server.close()
  }
})
