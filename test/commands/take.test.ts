/**
 * Tests that the files to take work by themselves, each in an empty project: the
 * compilers accept them, and a server answers visitors.
 */
import { execFile } from 'node:child_process'
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import ts from 'typescript'
import { beforeAll, expect, it } from 'vitest'
import { newFolder } from '../folder.ts'
import { root, runNode, runProgram } from '../node.ts'
import { serving } from '../taken-server.ts'

const run = promisify(execFile)
const folder = newFolder('take')

beforeAll(async () => {
  const end = await runProgram(['src/cmd/take.ts', folder])
  expect(end).toMatchObject({ code: 0, stderr: '' })
}, 300_000)

it('take: refuses no folder, two, and one that is a file', async () => {
  for (const [args, reason] of [
    [[], 'take: want one folder, got 0\n'],
    [['a', 'b'], 'take: want one folder, got 2\n'],
  ] as const) {
    const end = await runProgram(['src/cmd/take.ts', ...args])
    expect(end).toMatchObject({ code: 2, stdout: '' })
    expect(end.stderr).toContain(reason)
  }
  const file = join(folder, 'repaired.ts')
  const end = await runProgram(['src/cmd/take.ts', file])
  expect(end).toMatchObject({ code: 1, stdout: '' })
  expect(end.stderr).toMatch(/^take: EEXIST.*; name another folder\n$/)
})

it.each(['repaired.ts', 'repaired.go'])(
  'take: %s begins with the licence and names no other file',
  (name) => {
    const text = readFileSync(join(folder, name), 'utf8')
    const [line = ''] = readFileSync(
      `${root}go-reference/LICENSE`,
      'utf8',
    ).split('\n')
    expect(text.startsWith(`// ${line}\n`)).toBe(true)
    expect(text).toContain('THIS SOFTWARE IS PROVIDED')
    expect(text).not.toMatch(/#(end)?region|astaxie\/session|from '\./)
  },
)

it('take: the strictest compiler of TypeScript accepts repaired.ts', () => {
  const program = ts.createProgram([join(folder, 'repaired.ts')], {
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.NodeNext,
    lib: ['lib.es2022.d.ts'],
    types: ['node'],
    typeRoots: [`${root}node_modules/@types`],
    strict: true,
    noEmit: true,
    isolatedModules: true,
    // Node itself runs what has only types to leave out.
    erasableSyntaxOnly: true,
    exactOptionalPropertyTypes: true,
    noImplicitOverride: true,
    noImplicitReturns: true,
    noPropertyAccessFromIndexSignature: true,
    noUncheckedIndexedAccess: true,
    noUnusedLocals: true,
    noUnusedParameters: true,
  })
  const found = ts.getPreEmitDiagnostics(program)
  expect(found.map((each) => each.messageText)).toEqual([])
})

it.each(['express', 'node:http'] as const)(
  'take: a server with %s keeps, renews and ends sessions',
  async (kind) => {
    await serving(folder, kind, loggedInAndOut)
  },
)

it('take: an unused store keeps no process alive', async () => {
  const script = `import { Memory, Manager } from './repaired.mjs'
const manager = new Manager(new Memory(3600))`
  const text = readFileSync(join(folder, 'repaired.ts'), 'utf8')
  const { outputText } = ts.transpileModule(text, {
    compilerOptions: {
      target: ts.ScriptTarget.ES2022,
      module: ts.ModuleKind.ES2022,
    },
  })
  writeFileSync(join(folder, 'repaired.mjs'), outputText)
  writeFileSync(join(folder, 'idle.mjs'), script)
  const end = await runNode(['idle.mjs'], { cwd: folder })
  expect(end).toEqual({ code: 0, stdout: '', stderr: '' })
})

const noGo = await run('go', ['version']).then(
  () => false,
  () => true,
)

it.skipIf(noGo)(
  'take: gofmt, vet and the tests accept repaired.go',
  async () => {
    const module = join(folder, 'module')
    mkdirSync(module)
    copyFileSync(join(folder, 'repaired.go'), join(module, 'repaired.go'))
    const go = (...args: string[]) => run('go', args, { cwd: module })
    const goMod = (version: string) => {
      const text = `module example.com/app\n\ngo ${version}\n`
      writeFileSync(join(module, 'go.mod'), text)
    }
    // With the oldest Go that the page names; vet knows what it lacks.
    const page = readFileSync(`${root}docs/en/repaired.md`, 'utf8')
    const [, oldest = ''] = /\bGo (1\.\d+)/.exec(page) ?? []
    goMod(oldest)
    await go('vet', '.')
    goMod('1.25')
    // The tests of the package itself, by its other name.
    for (const name of ['memory_test.go']) {
      const text = readFileSync(`${root}go-reference/manager/${name}`, 'utf8')
      const inOne = text
        .replace('package manager', 'package repaired')
        .replaceAll(/^.*"github.com\/astaxie.*\n/gm, '')
        .replaceAll(/\bsession\.(?=[A-Z])/g, '')
        .replaceAll(
          'repaired.CountMapped(memory.sessions)',
          'len(memory.sessions.sessions)',
        )
      writeFileSync(join(module, name), inOne)
    }
    expect(
      await run('gofmt', ['-l', 'repaired.go'], { cwd: module }),
    ).toMatchObject({ stdout: '' })
    await go('vet', '.')
    await go('test', '-race', '-count=1', '.')
  },
)

it.skipIf(noGo)(
  'take: a server with net/http keeps, renews and ends sessions',
  async () => {
    await serving(folder, 'net/http', loggedInAndOut)
  },
)

/** Visits a server with a cookie jar, as a browser does. */
async function loggedInAndOut(address: string): Promise<void> {
  let cookie = ''
  const visit = async (method: string, path: string, sent?: string) => {
    const answer = await fetch(address + path, {
      method,
      headers: { cookie },
      redirect: 'manual',
      body: sent === undefined ? null : new URLSearchParams({ name: sent }),
    })
    const set = answer.headers.getSetCookie()
    expect(set.length).toBeLessThan(2)
    if (set[0]) cookie = set[0].split(';')[0] ?? ''
    return await answer.text()
  }
  expect(await visit('GET', '/')).toContain('user: , visits: 1<')
  const before = cookie
  expect(await visit('GET', '/')).toContain('user: , visits: 2<')
  expect(cookie).toBe(before)
  await visit('POST', '/login', '<b>Ann')
  expect(cookie).not.toBe(before)
  expect(await visit('GET', '/')).toMatch(
    /user: &(lt|#60);b&(gt|#62);Ann, visits: 3</,
  )
  const logged = cookie
  await visit('POST', '/logout')
  expect(cookie).toBe('sid=')
  cookie = logged
  expect(await visit('GET', '/')).toContain('user: , visits: 1<')
}
