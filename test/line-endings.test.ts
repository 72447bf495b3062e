// Tests that a checkout has the same bytes on every machine, and that one with
// the line endings of Windows is refused before it gives false verdicts.
import { copyFileSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { refuseWindowsLines } from '../src/project/line-endings.ts'
import { problemsOf } from '../src/project/problem.ts'
import { openProject } from '../src/project/project.ts'
import { newFolder } from './folder.ts'
import { gitIn, hasGit } from './git.ts'
import { copyProject } from './weave/copy.ts'

const project = copyProject()
afterEach(() => project.mend())

it('this checkout is not refused', () => {
  expect(problemsOf(() => refuseWindowsLines(project))).toEqual([])
})

it.each([
  ['src/time.ts', /\n/g],
  ['test/claims/gc-tail-first.trace', /\n(?=list)/],
  ['go-reference/session.go', /\n(?=type)/],
  ['.vitepress/site/page/SiteHeader.vue', /\n$/],
])('%s with lines of Windows is named', (file, from) => {
  const text = project.read(file)
  const at = text.search(from)
  project.edit(file, () => text.replace(from, '\r\n'))
  const line = text.slice(0, at).split('\n').length
  const [problem, ...more] = problemsOf(() => refuseWindowsLines(project))
  expect(problem).toMatchObject({ file, line })
  expect(problem?.message).toContain('CRLF')
  expect(more).toEqual([])
})

it('many such files are told once', () => {
  for (const file of ['src/time.ts', 'src/session.ts', 'src/cookie.ts'])
    project.edit(file, (text) => text.replaceAll('\n', '\r\n'))
  const told = problemsOf(() => refuseWindowsLines(project))
  expect(told.map(({ file }) => file)).toEqual(['src/cookie.ts'])
  expect(told[0]?.message).toContain('2 more')
})

describe.skipIf(!hasGit)('a clone with core.autocrlf', () => {
  const { root } = openProject()
  const folder = newFolder('autocrlf')
  const git = gitIn(folder)
  const files = [
    ...['README.md', 'package.json', '.npmrc', 'src/time.ts', 'LICENSE'],
    ...['docs/public/favicon.ico', '.github/scene.png', '.ci/run'],
    ...['go-reference/trace.wasm', 'go-reference/trace.wasm.sha256'],
    ...['go-reference/session.go', 'test/claims/gc-tail-first.trace'],
  ]
  /** The copies that are not as here. */
  const differing = () =>
    files.filter((file) => {
      const copy = readFileSync(join(folder, basename(file)))
      return !copy.equals(readFileSync(join(root, file)))
    })

  it('has the bytes of the project, also after the advice', () => {
    git('init', '-q')
    git('config', 'core.autocrlf', 'true')
    for (const file of files)
      copyFileSync(join(root, file), join(folder, basename(file)))
    git('add', '.')
    git('commit', '-qm', 'Without attributes')
    git('rm', '-rq', '--cached', '.')
    git('reset', '-q', '--hard')
    expect(differing()).toContain('src/time.ts')
    copyFileSync(join(root, '.gitattributes'), join(folder, '.gitattributes'))
    git('add', '.gitattributes')
    git('commit', '-qm', 'With attributes')
    git('rm', '-rq', '--cached', '.')
    git('reset', '-q', '--hard')
    expect(differing()).toEqual([])
  })
})
