/**
 * Makes each edit of the table in a copy of the project and runs the tests of
 * `npm test` there, until one fails. An edit that no test notices fails here.
 */
import { execFile } from 'node:child_process'
import {
  cpSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openProject } from '../../src/project/project.ts'
import { type JudgeEdit, type Table, tables } from './edits.ts'

const { root } = openProject()
const run = promisify(execFile)

/** Copies of the project that no edit uses now. */
const free: string[] = []
const folder = mkdtempSync(join(tmpdir(), 'judge-'))

beforeAll(async () => {
  const list = ['ls-files', '--cached', '--others', '--exclude-standard', '-z']
  const { stdout } = await run('git', list, { cwd: root })
  for (const name of ['one', 'two']) {
    const copy = join(folder, name)
    for (const file of stdout.split('\0').filter(Boolean)) {
      cpSync(join(root, file), join(copy, file), { recursive: true })
    }
    symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'))
    free.push(copy)
  }
})

afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Whether these tests pass in a copy; all tests if there are none. */
async function pass(copy: string, tests: readonly string[]): Promise<boolean> {
  const vitest = join(root, 'node_modules/vitest/vitest.mjs')
  // The whole run is that of `npm test`, whose report also sees what is lost. A
  // run of few files does not stop early: it could stop before the failed test
  // is counted.
  const how = tests.length > 0 ? '--reporter=dot' : '--bail=1'
  const options = ['--no-cache', '--silent=true', how]
  const files = tests.map((name) => `test/${name}.test.ts`)
  try {
    await run(process.execPath, [vitest, 'run', ...options, ...files], {
      cwd: copy,
      maxBuffer: 1 << 26,
      // Files that this run of vitest sets for its own workers.
      env: { PATH: process.env.PATH, HOME: process.env.HOME, NO_COLOR: '1' },
    })
    return true
  } catch (error) {
    // A test has failed, and not vitest itself.
    const { stdout = '' } = error as { stdout?: string }
    const told = /^ *(Tests|Test Files) .*failed|^\d+ claims: /m
    if (!told.test(stdout)) throw error
    return false
  }
}

/** Where the edit is noticed: in the nearest tests, in all, or nowhere. */
async function noticedIn(
  copy: string,
  { file, tests: near }: Table,
  [find, replace]: JudgeEdit,
): Promise<'near' | 'all' | 'nowhere'> {
  const path = join(copy, file)
  const text = readFileSync(path, 'utf8')
  expect(text.split(find), `${file}: ${find}`).toHaveLength(2)
  writeFileSync(
    path,
    text.replace(find, () => replace),
  )
  try {
    if (!(await pass(copy, near))) return 'near'
    return (await pass(copy, [])) ? 'nowhere' : 'all'
  } finally {
    writeFileSync(path, text)
  }
}

/** A short name for a title. */
const short = (text: string) => JSON.stringify(text.trim()).slice(1, 70)

describe.each(tables)('$file', (table) => {
  const { tests, edits } = table
  it('nothing fails without an edit', async () => {
    const [copy = ''] = free
    expect(dirname(copy)).toBe(folder)
    expect(await pass(copy, tests)).toBe(true)
  })

  for (const edit of edits) {
    const [find, replace] = edit.map(short)
    it.concurrent(`${find} → ${replace || 'nothing'}`, async ({ expect }) => {
      const copy = free.pop()
      if (!copy) throw new Error('more edits at once than copies')
      try {
        expect(await noticedIn(copy, table, edit)).not.toBe('nowhere')
      } finally {
        free.push(copy)
      }
    })
  }
})
