/** Tests `npm run trace` with long and large input, and its limits. */
import { expect, it } from 'vitest'
import { runNode } from '../node.ts'

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
