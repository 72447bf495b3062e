/** Tests `npm run trace` with long and large input, and its limits. */
import { execFileSync, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { newFolder } from '../folder.ts'
import { root, runNode, runProgram } from '../node.ts'

const folder = newFolder('trace')

/** Runs a trace from standard input with this many megabytes of memory. */
const trace = (memory: number, input: string, args: string[] = []) =>
  runNode(
    [
      `--max-old-space-size=${memory}`,
      ...['src/cmd/run.mjs', 'src/cmd/trace.ts', ...args, '-'],
    ],
    { input },
  )

it('trace: runs 50,000 operations in little memory', async () => {
  const input = 'a = init a\na.get 1 => nil\ndestroy a\nlist\nwait 1s\n'
  const end = await trace(60, input.repeat(10_000))
  expect(end).toMatchObject({ code: 0, stderr: '' })
  expect(end.stdout.split('\n').at(-2)).toBe(
    '1 of 1 traces good on port and original: 50000 operations, 10000 expectations',
  )
})

it('trace: shows only the changes of a large state', async () => {
  const inits = Array.from({ length: 2000 }, (_, i) => `init s${i}\n`)
  const end = await trace(100, `${inits.join('')}update s1999\n`)
  expect(end).toMatchObject({ code: 0, stderr: '' })
  expect(end.stdout).toContain(
    `list: 2000 sessions, s1999@0 from 1999 to 0 | map: 2000 sids`,
  )
  expect(end.stdout.length).toBeLessThan(300_000)
})

it('trace: refuses more than 500,000 operations, before it runs any', async () => {
  const end = await trace(100, 'list\n'.repeat(500_001))
  expect(end).toEqual({
    code: 2,
    stdout: '',
    stderr:
      'trace: standard input:500001: found more than 500000 operations; ' +
      'split the trace\n',
  })
})

it('trace: refuses states of more than 10,000,000 sessions in all', async () => {
  const inits = Array.from({ length: 10_000 }, (_, i) => `init s${i}\n`)
  const end = await trace(100, inits.join(''), ['--engine', 'port'])
  expect(end.code).toBe(2)
  expect(end.stderr).toBe(
    'trace: standard input:4472: found 10001628 sessions in the states so ' +
      'far, expected at most 10000000; keep fewer sessions, or use npm run ' +
      'bench for large stores\n',
  )
})

it('trace: accepts a string of 10 MB, and names a wrong word of 10 MB', async () => {
  const long = 'x'.repeat(10_000_000)
  const taken = await trace(400, `init "${long}"`, ['--engine', 'port'])
  expect(taken).toMatchObject({ code: 0, stderr: '' })
  const refused = await trace(200, long)
  expect(refused).toMatchObject({ code: 2, stdout: '' })
  expect(refused.stderr).toMatch(
    /^trace: standard input:1: found "x{60}"…, expected an operation; write init, /,
  )
})

it.each(['', '\n', '# nothing\n'])(
  'trace: refuses %j, which has no operation',
  async (input) => {
    expect(await trace(100, input)).toEqual({
      code: 2,
      stdout: '',
      stderr:
        'trace: standard input:1: found no operation, expected one per line; write init ana\n',
    })
  },
)

const tooLong =
  'found more than 50000000 bytes; all traces of one call may have 50000000 ' +
  'bytes: split the trace, or run it alone\n'

it.runIf(process.platform !== 'win32')(
  'trace: refuses an input without an end',
  () => {
    const program =
      '--max-old-space-size=200 src/cmd/run.mjs src/cmd/trace.ts -'
    const line = `yes '# more' | "$0" ${program}`
    const end = spawnSync('sh', ['-c', line, process.execPath], {
      cwd: root,
      encoding: 'utf8',
    })
    expect(end).toMatchObject({
      status: 2,
      stdout: '',
      stderr: `trace: standard input: ${tooLong}`,
    })
  },
)

it('trace: counts the bytes of all its files together', async () => {
  const files = ['a', 'b'].map((name) => join(folder, name))
  for (const file of files) {
    writeFileSync(file, `init ana\n# ${'x'.repeat(30_000_000)}`)
  }
  const end = await runProgram(['src/cmd/trace.ts', ...files])
  expect(end).toMatchObject({ code: 2, stdout: '' })
  expect(end.stderr).toMatch(/^trace: \S+\/b: found more than \d+ bytes; all/)
})

describe.runIf(process.platform !== 'win32')('files that are none', () => {
  const pipe = join(folder, 'pipe')
  beforeAll(() => execFileSync('mkfifo', [pipe]))

  it.each([
    ['/dev/zero', tooLong],
    [
      '/dev/urandom',
      'found bytes that are not UTF-8, expected text in UTF-8\n',
    ],
  ])('trace: refuses %s at once', async (file, message) => {
    expect(await runProgram(['src/cmd/trace.ts', file])).toEqual({
      code: 2,
      stdout: '',
      stderr: `trace: ${file}: ${message}`,
    })
  })

  it('trace: a pipe to which nothing writes is empty', async () => {
    expect(await runProgram(['src/cmd/trace.ts', pipe])).toMatchObject({
      code: 2,
      stderr: expect.stringContaining(':1: found no operation'),
    })
  })

  it('trace: reads what a program writes to a pipe', async () => {
    const lines = 'exec >"$0"; echo "init ana"; echo "list => ana"'
    const writer = spawn('sh', ['-c', lines, pipe])
    const ended = once(writer, 'exit')
    const end = await runProgram(['src/cmd/trace.ts', pipe])
    await ended
    expect(end).toMatchObject({ code: 0, stderr: '' })
    expect(end.stdout).toContain('2 operations, 1 expectations')
  })
})
