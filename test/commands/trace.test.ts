/** Tests `npm run trace` and `npm run soak` as commands. */

import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readFragment } from '../../src/playground/link.ts'
import { parse } from '../../src/trace/parse.ts'
import { type Given, runProgram } from '../node.ts'

const run = (program: string, args: readonly string[], given?: Given) =>
  runProgram([`src/cmd/${program}.ts`, ...args], given)

/** Refuses a store that there is not, and prints its usage. */
async function refusesStore(program: string, ...args: string[]) {
  const end = await run(program, ['--provider', 'no', ...args])
  expect(end).toMatchObject({ code: 2, stdout: '' })
  expect(end.stderr).toContain(
    `${program}: --provider: want memory or repaired, got no\nusage: `,
  )
}

const claim = (id: string) => `test/claims/${id}.trace`

describe.concurrent('npm run trace', () => {
  it('trace: shows lines and states, and exits with 0 if all is good', async () => {
    const end = await run('trace', [claim('clock-back'), claim('gc-empty')])
    expect(end).toMatchObject({ code: 0, stderr: '' })
    const lines = end.stdout.split('\n')
    const [title = ''] = readFileSync(claim('clock-back'), 'utf8').split('\n')
    expect(lines.slice(0, 5)).toEqual([
      `test/claims/clock-back.trace: ${title.replace('# ', '')}`,
      '   3 init bo => bo',
      '     list: bo@0 | map: bo 0',
      '   4 init ana => ana',
      '     list: bo@0, ana@0 | map: ana 1, bo 0',
    ])
    const operations = ['clock-back', 'gc-empty'].flatMap(
      (id) => parse(readFileSync(claim(id), 'utf8')).operations,
    )
    const expected = operations.filter((each) => each.expected).length
    expect(lines.at(-2)).toBe(
      `2 of 2 traces good on port and original: ${operations.length} operations, ${expected} expectations`,
    )
  })

  it('trace: reads -, shows failures and differences, exits with 1', async () => {
    // The port refuses this lifetime, and in Go it overflows.
    const text = `# title\na = init ana => bo\ngc ${2n ** 63n - 1n}\nlist => ana`
    const end = await run('trace', ['-'], { input: text })
    expect(end).toMatchObject({ code: 1, stderr: '' })
    const lines = end.stdout.split('\n')
    expect(lines.slice(0, 5)).toEqual([
      'standard input: title',
      '✗ 2 a = init ana => bo',
      '    expected bo, got ana',
      '    list: ana@0 | map: ana 0 | handles: a 0',
      `✗ 3 gc ${2n ** 63n - 1n}`,
    ])
    expect(lines).toContain('    original: expected ana, got nothing')
    expect(lines.slice(-8)).toEqual(
      [
        '              port    original',
        '    result  ≠ ana',
        '    list    ≠ ana@0',
        '    map     ≠ ana 0',
        '    handles ≠ a 0     a -',
        '    visited ≠ 0       1',
        '',
        '0 of 1 traces good on port and original: 3 operations, 2 expectations',
        '',
      ].slice(-8),
    )
  })

  it('trace: names all wrong files, runs nothing, exits with 2', async () => {
    const end = await run(
      'trace',
      [claim('gc-empty'), 'no-such', 'test', 'go-reference/trace.wasm', '-'],
      { input: '\ninti ana' },
    )
    expect(end).toEqual({
      code: 2,
      stdout: '',
      stderr: `trace: no-such: cannot be read: no such file or directory
trace: test: cannot be read: illegal operation on a directory
trace: go-reference/trace.wasm: found bytes that are not UTF-8, expected text in UTF-8
trace: standard input:2: found "inti", expected an operation; did you mean init?
`,
    })
  })

  it('trace: --engine runs only one engine, --json prints JSON', async () => {
    const engine = 'original'
    const args = ['--engine', engine, '--json', '-']
    const text = 'a = init ana\nlist => bo'
    const end = await run('trace', args, { input: text })
    expect(end).toMatchObject({ code: 1, stderr: '' })
    const state = {
      list: [{ number: 1, sid: 'ana', stamp: 0, values: [] }],
      orphans: [],
      astray: {},
      handles: { a: 1 },
    }
    const list = { line: 2, text: 'list => bo' }
    expect(JSON.parse(end.stdout)).toMatchObject({
      ok: false,
      traces: [
        {
          file: 'standard input',
          title: '',
          ok: false,
          operations: [
            { line: 1, differs: [], [engine]: { result: 'ana', ok: true } },
            {
              ...list,
              [engine]: {
                ...list,
                ...{ result: ['ana'], state, visited: 0, ok: false },
                expected: { value: ['bo'] },
              },
            },
          ],
        },
      ],
    })
  })

  it('trace: with SITE_URL, prints a link that holds the trace', async () => {
    const text = '# title\nread "a | b"\n'
    const env = { ...process.env, SITE_URL: 'https://example.org/book/' }
    const given = { input: text, env }
    const { stdout } = await run('trace', ['--engine', 'port', '-'], given)
    const [link = ''] = stdout.split('\n').slice(-4)
    expect(link).toMatch(/^https:\/\/example\.org\/book\/playground#trace=/)
    expect(await readFragment(new URL(link).hash)).toEqual({ trace: text })
    const json = await run('trace', ['--engine', 'port', '--json', '-'], given)
    expect(JSON.parse(json.stdout).traces[0].link).toBe(link)
    const ids = Array.from({ length: 1200 }, (_, i) => `gc ${2 ** 20 * i}${i}`)
    const input = `${ids.join('\n')}\n${'# long '.repeat(10_000)}`
    const none = await run('trace', ['--engine', 'port', '-'], { env, input })
    expect(none.stdout).toContain('no link: the trace is too long for one')
  })

  it('trace: --provider runs the repaired store on both engines', async () => {
    const args = ['--provider', 'repaired', 'test/repaired/new-in-front.trace']
    const end = await run('trace', args)
    expect(end).toMatchObject({ code: 0, stderr: '' })
    expect(end.stdout).toContain('1 of 1 traces good on port and original')
    await refusesStore('trace', '-')
  })

  it('trace: prints no error when its reader closes the pipe', async () => {
    // The output is larger than a pipe's buffer, so the program must notice.
    const args = ['--engine', 'port', '--json', claim('fresh-shields-steadily')]
    const end = await run('trace', args, {
      watch: ({ stdout }) => stdout?.once('data', () => stdout.destroy()),
    })
    expect(end).toMatchObject({ code: 0, stderr: '' })
  })
})

describe.concurrent('npm run soak', () => {
  it('soak: exits with 0 if the engines agree, and names the seed', async () => {
    const end = await run('soak', ['--ops', '2000', '--seed=-7'])
    expect(end).toMatchObject({ code: 0, stderr: '' })
    expect(end.stdout).toMatch(
      /^\d{4,} operations on both engines, seed -7, [\d.]+ s, \d+ a second\n$/,
    )
  })

  it('soak: --provider runs the repaired store on both engines', async () => {
    const args = ['--ops', '2000', '--provider', 'repaired']
    expect(await run('soak', args)).toMatchObject({ code: 0, stderr: '' })
    await refusesStore('soak')
  })

  it('soak: refuses a wrong number and prints its usage', async () => {
    const end = await run('soak', ['--ops', 'many'])
    expect(end).toMatchObject({ code: 2, stdout: '' })
    expect(end.stderr).toContain(
      'soak: --ops: want a whole number above 0, got',
    )
    expect(end.stderr).toContain('usage: npm run soak -- [--ops N] [--seed S] ')
  })
})
