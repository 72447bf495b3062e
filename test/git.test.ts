// Tests that nothing here obeys the variables of a git hook, with which every
// suite runs (test/hook.ts), and that a machine without git is no error.
import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sourceFiles } from '../.vitepress/config/published-sources.ts'
import { askGit, leaveHook } from '../src/project/git.ts'
import { openProject } from '../src/project/project.ts'
import { newFolder } from './folder.ts'
import { gitIn, hasGit } from './git.ts'
import { makeDecoy } from './hook.ts'

describe.skipIf(!hasGit)('git in a hook', () => {
  const folder = newFolder('own')
  let decoy: ReturnType<typeof makeDecoy>
  beforeAll(() => {
    decoy = makeDecoy()
    const git = gitIn(folder)
    writeFileSync(join(folder, 'own.txt'), 'own\n')
    git('init', '-q')
    git('add', '.')
    git('commit', '-qm', 'Own')
  })
  afterAll(() => decoy.delete())

  it('the suite runs with the variables of a hook', () => {
    expect(process.env.GIT_DIR).toContain('decoy-')
  })
  it('a fixture has its own repository, without hooks and signatures', () => {
    expect(gitIn(folder)('log', '--format=%s')).toBe('Own\n')
  })
  it('the project is asked about its own folder', () => {
    expect(askGit(folder, 'show', 'HEAD:./own.txt')).toEqual({ text: 'own\n' })
    expect(sourceFiles()).toContain('src/time.ts')
    expect(sourceFiles()).not.toContain('work.txt')
  })
  it('a write through the variables is noticed', () => {
    expect(decoy.changed()).toEqual([])
    const env = { ...process.env, ...decoy.env }
    spawnSync('git', ['add', 'work.txt'], { cwd: folder, env })
    expect(decoy.changed()).toContain('.git/index')
    expect(decoy.changed()).toContain('post-index-change')
  })
})

it('a hook is left, and the settings of the machine are kept', () => {
  const kept = { PATH: '/bin', GIT_CONFIG_COUNT: '1', GIT_CONFIG_GLOBAL: '/a' }
  const left = { GIT_DIR: '/b', GIT_INDEX_FILE: '/c', git_prefix: 'd/' }
  expect(leaveHook({ ...kept, ...left, GIT_CONFIG_PARAMETERS: 'e' })).toEqual(
    kept,
  )
})

it('without git, or where git refuses, the reason is given', () => {
  const { root } = openProject()
  const path = process.env.PATH
  process.env.PATH = root
  try {
    expect(askGit(root, 'ls-files')).toEqual({ why: 'git is not installed' })
    expect(sourceFiles()).toContain('src/time.ts')
  } finally {
    process.env.PATH = path
  }
})
