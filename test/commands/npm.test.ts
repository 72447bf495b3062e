// Tests the commands as npm starts them, from other folders than the root.
import { execFile } from 'node:child_process'
import { copyFileSync, existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, it } from 'vitest'
import { newFolder } from '../folder.ts'
import { root, runProgram } from '../node.ts'

const folder = newFolder('caller')
const trace = 'test/claims/gc-empty.trace'
copyFileSync(join(root, trace), join(folder, 'mine.trace'))

/** Runs npm in a folder, as a user does: without the variables of this run. */
function npm(cwd: string, ...args: string[]) {
  const others = Object.entries(process.env).filter(
    ([name]) => !/^(npm_|INIT_CWD$)/i.test(name),
  )
  const env = Object.fromEntries(others)
  // On Windows, npm is a script, which only a shell can start.
  const shell = process.platform === 'win32'
  return promisify(execFile)('npm', args, { cwd, env, shell })
}

it.each([
  ['docs', `../${trace}`],
  ['test/claims', 'gc-empty.trace'],
  ['.', trace],
  ['docs', join(folder, 'mine.trace')],
])('trace: in %s, finds %s', async (below, file) => {
  const args = ['run', '--silent', 'trace', '--', '--engine', 'port', file]
  const { stdout } = await npm(join(root, below), ...args)
  expect(stdout).toContain('1 of 1 traces good')
})

it('trace: from another folder, finds the file there', async () => {
  const args = ['--prefix', root, 'run', '--silent', 'trace', '--']
  const { stdout } = await npm(folder, ...args, '--engine=port', 'mine.trace')
  expect(stdout).toContain('1 of 1 traces good')
})

it('bench: writes --out where the user is', async () => {
  const args = ['--prefix', root, 'run', '--silent', 'bench', '--']
  const only = ['--sizes=1', '--runs=1', '--stores=port', '--out=mine.json']
  await npm(folder, ...args, ...only)
  expect(JSON.parse(readFileSync(join(folder, 'mine.json'), 'utf8')))
    // Only what concerns the file: figures are tested elsewhere.
    .toHaveProperty('sizes.0.sessions', 1)
  expect(existsSync(join(root, 'mine.json'))).toBe(false)
})

it('trace: the folder of another command says nothing', async () => {
  const env = { ...process.env, INIT_CWD: folder, npm_lifecycle_script: 'x' }
  const args = ['src/cmd/trace.ts', '--engine', 'port', trace]
  expect(await runProgram(args, { env })).toMatchObject({ code: 0 })
})
