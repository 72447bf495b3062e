/**
 * Tests that the pages show the code that runs: trace.wasm was compiled from
 * the shown listing, and no shown code has changed since its hash was taken.
 */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { replaceComments } from '../.vitepress/weave/comments.ts'
import { readPrograms } from '../.vitepress/weave/programs.ts'
import { readOriginalSources } from '../src/evidence/original.ts'
import { openProject } from '../src/project/project.ts'

const project = openProject()
const sum = (data: string | Buffer) =>
  createHash('sha256').update(data).digest('hex')

/** SHA-256 of the listing as the book prints it, en/06.3.md at c294b087. */
const printed =
  '111e78f5c24ab9e489d3a3ea277df300dfb33a2b113f7329ca424b5372874f20'
const listing = 'go-reference/providers/memory/memory.go'
const rebuild =
  'if the change is meant, run go-reference/build-wasm.sh, which needs Go'

it.each([listing, 'go-reference/editions/en.go.txt'])(
  'sources: %s is the listing as the book prints it',
  (file) => {
    const message = `${file} was edited; restore it: git checkout -- ${file}`
    expect(sum(project.read(file)), message).toBe(printed)
  },
)

it.each(['import', 'init'])(
  'sources: the example’s %s is as the book prints it',
  (name) => {
    const file = 'go-reference/cmd/example/main.go'
    const [, from = ''] = project
      .read(file)
      .split(`// #region example.${name}\n`)
    const [shown] = from.split(`// #endregion example.${name}\n`)
    const edition = `go-reference/editions/example/en.${name}.txt`
    const message = `${file} was edited; restore it: git checkout -- ${file}`
    expect(shown, message).toBe(project.read(edition))
  },
)

const wasm = 'go-reference/trace.wasm'

it('sources: trace.wasm is the program that was built', () => {
  const bytes = readFileSync(project.root + wasm)
  const written = project.read(`${wasm}.sha256`)
  expect(
    `${sum(bytes)}  trace.wasm\n`,
    `${wasm} is not what was built; restore it: git checkout -- ${wasm}*; or, ${rebuild}`,
  ).toBe(written)
})

it('sources: trace.wasm was compiled from the files that are shown', async () => {
  const { texts, sums } = readOriginalSources()
  expect(Object.keys(texts)).toContain('providers/memory/memory.go')
  for (const [name, text] of Object.entries(texts)) {
    const path = `go-reference/${name}`
    const message = `${wasm} was compiled from another ${path}; restore that file: git checkout -- ${path}; or, ${rebuild}`
    expect(text, message).toBe(project.read(path))
  }
  expect(sums.size).toBeGreaterThan(10)
  for (const [name, was] of sums) {
    const path = `go-reference/${name}`
    const message = `${wasm} was built from another ${path}; restore that file: git checkout -- ${path}; or, ${rebuild}`
    expect(sum(project.read(path)).slice(0, 32), message).toBe(was)
  }
})

it('sources: the code that the pages show has not changed', async () => {
  const lines = readPrograms(project)
    .flatMap(({ listing, port }) => [listing, port])
    .map(({ file, text, language }) => {
      const code = replaceComments(text, language, () => '')
      return `${sum(code.replace(/[ \t]+$/gm, ''))}  ${file}\n`
    })
  const before = project.read('test/shown-code.sha256')
  const changed = lines.flatMap((line) =>
    before.includes(line) ? [] : [line.trim().split('  ')[1]],
  )
  const files = changed.join(' ')
  await expect(
    lines.join(''),
    `the code of ${files}, which the pages show, has changed; restore it: git checkout -- ${files}; or, if the change is meant, run npm test -- -u and commit test/shown-code.sha256`,
  ).toMatchFileSnapshot('shown-code.sha256')
})
